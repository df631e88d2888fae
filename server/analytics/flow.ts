import type { Day } from '../../domain/dates.ts';
import type { DimensionId } from '../../domain/dimensions.ts';
import type { Aggregator, KeyValue, Selection } from '../store/ports.ts';
import { resolveAsOf } from './as-of.ts';
import { consistent } from './consistent.ts';
import { compareValues } from './order.ts';

/** A node stands for one value of a dimension, for the blank value (null), or for the rest together. */
export interface FlowNode {
  readonly dimension: DimensionId;
  readonly value: KeyValue;
  readonly other: boolean;
}

export interface FlowLink {
  /** Positions in `nodes`. */
  readonly source: number;
  readonly target: number;
  /** Hires. */
  readonly value: number;
}

/** The values with the most hires in one layer, largest first, ties by value. */
function largest(
  cells: readonly { key: readonly KeyValue[]; hires: number }[],
  layer: number,
  top: number,
): KeyValue[] {
  const sums = new Map<KeyValue, number>();
  for (const { key, hires } of cells) {
    const value = key[layer] ?? null;
    sums.set(value, (sums.get(value) ?? 0) + hires);
  }
  return [...sums]
    .toSorted(([a, x], [b, y]) => y - x || compareValues(a, b))
    .slice(0, top)
    .map(([value]) => value);
}

/**
 * How hires flow through two or three dimensions: the `top` largest values of each, the rest as one "other" node.
 * @returns nodes layer by layer, largest first and "other" last, and links between neighboring layers. What
 *   flows into a node flows out of it.
 * @throws AppError `invalid_input` for an as-of after the data's.
 */
export async function flow(
  aggregator: Aggregator,
  query: Omit<Selection, 'by' | 'asOf'> & {
    path: readonly DimensionId[];
    top: number;
    asOf?: Day | undefined;
  },
): Promise<{ asOf: Day; version: number; nodes: FlowNode[]; links: FlowLink[] }> {
  const { where, scope, path, top } = query;
  const answer = await consistent(async () => {
    const known = await aggregator.snapshot();
    const asOf = resolveAsOf(query.asOf, known);
    const selection = { by: path, where, scope, asOf };
    const { version, cells } = await aggregator.aggregate({ ...selection, measures: ['hires'] });
    return { versions: [known.version, version], result: { asOf, version, cells } };
  });
  const cells = answer.cells
    .map((cell) => ({ key: cell.key, hires: cell.measures.hires ?? 0 }))
    .filter((cell) => cell.hires > 0);

  const nodes: FlowNode[] = [];
  const positions = path.map((dimension, layer) => {
    const shown = largest(cells, layer, top);
    const layerPositions = new Map<KeyValue, number>();
    for (const value of shown) {
      layerPositions.set(value, nodes.push({ dimension, value, other: false }) - 1);
    }
    const rest = cells.some(({ key }) => !layerPositions.has(key[layer] ?? null));
    const other = rest ? nodes.push({ dimension, value: null, other: true }) - 1 : -1;
    return (value: KeyValue): number => layerPositions.get(value) ?? other;
  });

  const links = new Map<string, FlowLink>();
  for (const { key, hires } of cells) {
    for (const [layer, position] of positions.slice(0, -1).entries()) {
      const source = position(key[layer] ?? null);
      const target = positions[layer + 1]?.(key[layer + 1] ?? null) ?? -1;
      const id = `${source}>${target}`;
      links.set(id, { source, target, value: (links.get(id)?.value ?? 0) + hires });
    }
  }
  const ordered = [...links.values()].toSorted(
    (a, b) => a.source - b.source || a.target - b.target,
  );
  return { asOf: answer.asOf, version: answer.version, nodes, links: ordered };
}
