import { factOf, type MeasureId } from '../../domain/measures.ts';
import type { Histogram } from '../../domain/metrics/evaluate.ts';
import type { Cell } from '../store/ports.ts';

/**
 * The measures of all groups together: every row is in exactly one group, so they add up. A measure that no group
 * has stays unknown, but for those of hires.
 */
export function sumMeasures(
  cells: readonly Pick<Cell, 'measures'>[],
  ids: readonly MeasureId[],
): Partial<Record<MeasureId, number>> {
  return Object.fromEntries(
    ids
      .filter(
        (id) => factOf(id) === 'hires' || cells.some((cell) => cell.measures[id] !== undefined),
      )
      .map((id) => [id, cells.reduce((sum, cell) => sum + (cell.measures[id] ?? 0), 0)]),
  );
}

/** The distribution of all groups together, values ascending and distinct. */
export function mergeHistograms(histograms: readonly Histogram[]): Histogram {
  const merged = new Map<number, { count: number; events: number }>();
  for (const { values, counts, events } of histograms) {
    for (const [index, value] of values.entries()) {
      const at = merged.get(value) ?? { count: 0, events: 0 };
      at.count += counts[index] ?? 0;
      at.events += events[index] ?? 0;
      merged.set(value, at);
    }
  }
  const entries = [...merged].toSorted(([a], [b]) => a - b);
  return {
    values: Float64Array.from(entries, ([value]) => value),
    counts: Int32Array.from(entries, ([, at]) => at.count),
    events: Int32Array.from(entries, ([, at]) => at.events),
  };
}
