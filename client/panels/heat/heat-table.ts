import type { Unit } from '../../../domain/metrics/metric.ts';
import { SMALL_N } from '../../../domain/metrics/value.ts';
import type { Figure } from '../../api/figures.ts';
import type { Explanation } from '../../frame/explain-context.ts';
import type { PanelCell, PanelTable } from '../../frame/panel-table.ts';
import { REST, type HeatLine } from './heat-axes.ts';

/** The rows, the columns and the figures of a heat map. */
export interface HeatGrid {
  readonly rows: readonly HeatLine[];
  readonly columns: readonly HeatLine[];
  readonly figure: (row: string, column: string) => Figure;
}

/** The heat map as it is exported: rates with the people they speak of. */
export function heatTable(
  { rows, columns, figure }: HeatGrid,
  rowName: string,
  unit: Unit,
  nName: string,
  explainOf: (row: string, column: string) => Explanation | undefined,
): PanelTable {
  const withN = unit !== 'people';
  const cellsOf = (one: Figure, explain: Explanation | undefined): PanelCell[] => [
    { kind: 'figure', figure: one, unit, explain },
    ...(withN ? [{ kind: 'count' as const, count: one.n }] : []),
  ];
  return {
    columns: [
      { id: 'row', label: rowName, numeric: false },
      ...columns.flatMap(({ id, label }) => [
        { id, label, numeric: true },
        ...(withN ? [{ id: `${id}-n`, label: `${label}, ${nName}`, numeric: true }] : []),
      ]),
    ],
    rows: rows.map(({ id, label }) => ({
      id,
      cells: [
        { kind: 'text', text: label },
        ...columns.flatMap((column) => cellsOf(figure(id, column.id), explainOf(id, column.id))),
      ],
    })),
  };
}

/** The largest count, and the sum of all. */
export interface LargestCell {
  readonly row: string;
  readonly column: string;
  readonly count: number;
  readonly total: number;
}

/**
 * The cell with the largest count, which is never the rest; null below 10 people and where two are largest. There is
 * none for rates: the highest of many rates of few people is chance.
 */
export function largestCell({ rows, columns, figure }: HeatGrid): LargestCell | null {
  const cells = rows.flatMap((row) =>
    columns.map((column) => ({ row, column, count: figure(row.id, column.id).value ?? 0 })),
  );
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  const [first, second] = cells
    .filter(({ row, column }) => row.id !== REST && column.id !== REST)
    .toSorted((a, b) => b.count - a.count);
  if (first === undefined || first.count < SMALL_N || first.count === second?.count) return null;
  return { row: first.row.label, column: first.column.label, count: first.count, total };
}
