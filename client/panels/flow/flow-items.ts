import { isDimensionId } from '../../../domain/dimensions.ts';
import type { Language } from '../../../domain/language.ts';
import type { Flow } from '../../api/flow.ts';
import type { Explanation } from '../../frame/explain-context.ts';
import type { FilterTarget, PanelTable } from '../../frame/panel-table.ts';

/** One node of the flow as it is drawn; `filter` is null for "other", which cannot be filtered by. */
export interface FlowEntry {
  readonly id: string;
  readonly label: string;
  readonly layer: number;
  readonly value: number;
  readonly filter: FilterTarget | null;
}

/** Names and sums of the flow's nodes, in its own order: layer by layer, largest first. */
export function flowEntries({ nodes, links }: Flow, language: Language): FlowEntry[] {
  const layers = [...new Set(nodes.map(({ dimension }) => dimension))];
  return nodes.map(({ id, label, labelZh, dimension, kind, value }, index) => {
    const sum = (end: 'source' | 'target') =>
      links.filter((link) => link[end] === index).reduce((total, link) => total + link.value, 0);
    const filterable = kind !== 'other' && isDimensionId(dimension);
    return {
      id,
      label: language === 'zh' ? labelZh : label,
      layer: layers.indexOf(dimension),
      value: Math.max(sum('source'), sum('target')),
      filter: filterable ? { dimension, value: value === null ? '' : String(value) } : null,
    };
  });
}

/** The flow as a table: one row for each band. */
export function flowTable(
  { links }: Flow,
  entries: readonly FlowEntry[],
  labels: { readonly from: string; readonly to: string; readonly hires: string },
  explainOf?: (key: Readonly<Record<string, string>>) => Explanation,
): PanelTable {
  const cell = (entry: FlowEntry | undefined) => ({
    kind: 'text' as const,
    text: entry?.label ?? '',
    filter: entry?.filter ?? undefined,
  });
  const explain = (...ends: (FlowEntry | undefined)[]) => {
    const filters = ends.flatMap((entry) => entry?.filter ?? []);
    if (filters.length < ends.length) return undefined;
    return explainOf?.(
      Object.fromEntries(filters.map(({ dimension, value }) => [dimension, value])),
    );
  };
  return {
    columns: [
      { id: 'from', label: labels.from, numeric: false },
      { id: 'to', label: labels.to, numeric: false },
      { id: 'hires', label: labels.hires, numeric: true },
    ],
    rows: links.map(({ source, target, value }) => ({
      id: `${source}-${target}`,
      cells: [
        cell(entries[source]),
        cell(entries[target]),
        { kind: 'count', count: value, explain: explain(entries[source], entries[target]) },
      ],
    })),
  };
}
