import type { Unit } from '../../../domain/metrics/metric.ts';
import { SMALL_N } from '../../../domain/metrics/value.ts';
import type { Figure } from '../../api/figures.ts';
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
): PanelTable {
  const withN = unit !== 'people';
  const cellsOf = (one: Figure): PanelCell[] => [
    { kind: 'figure', figure: one, unit },
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
        ...columns.flatMap((column) => cellsOf(figure(id, column.id))),
      ],
    })),
  };
}

export interface Highest {
  readonly row: string;
  readonly column: string;
  readonly figure: Figure;
  /** Of counts, the sum of all cells. */
  readonly total: number;
}

/** The highest figure of at least 10 people; null where there is none or two are highest. */
export function highest({ rows, columns, figure }: HeatGrid, isCount: boolean): Highest | null {
  const cells = rows.flatMap((row) =>
    columns.flatMap((column) => {
      const one = figure(row.id, column.id);
      return one.value === null ? [] : [{ row, column, figure: one }];
    }),
  );
  const total = isCount ? cells.reduce((sum, cell) => sum + (cell.figure.value ?? 0), 0) : 0;
  const [first, second] = cells
    .filter((cell) => cell.row.id !== REST && cell.column.id !== REST && cell.figure.n >= SMALL_N)
    .toSorted((a, b) => (b.figure.value ?? 0) - (a.figure.value ?? 0));
  if (first === undefined || first.figure.value === second?.figure.value) return null;
  return { row: first.row.label, column: first.column.label, figure: first.figure, total };
}
