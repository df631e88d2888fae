import type { Filters } from '../../../domain/filters.ts';
import { explained } from '../../frame/explanation.ts';
import type { PanelTable } from '../../frame/panel-table.ts';
import type { DependenceRow } from './dependence-rows.ts';

/** Headings of the columns; `kind` where the rows are of several dimensions. */
export interface DependenceLabels {
  readonly name: string;
  readonly kind?: string;
  readonly school: string;
  readonly hires: string;
  readonly share: string;
  readonly all: string;
}

/**
 * Shares of the largest schools as a table.
 * @param filters those of the questions that the rows answer.
 * @param kindOf what a row is, in words, where there is a column for it.
 */
export function dependenceTable(
  rows: readonly DependenceRow[],
  filters: Filters,
  labels: DependenceLabels,
  kindOf: (row: DependenceRow) => string = () => '',
): PanelTable {
  const withKind = labels.kind !== undefined;
  return {
    columns: [
      { id: 'name', label: labels.name, numeric: false },
      ...(withKind ? [{ id: 'kind', label: labels.kind ?? '', numeric: false }] : []),
      { id: 'school', label: labels.school, numeric: false },
      { id: 'hires', label: labels.hires, numeric: true },
      { id: 'all', label: labels.all, numeric: true },
      { id: 'share', label: labels.share, numeric: true },
    ],
    rows: rows.map((row) => ({
      id: `${row.dimension}-${row.id}`,
      cells: [
        { kind: 'text', text: row.label, filter: { dimension: row.dimension, value: row.id } },
        ...(withKind ? [{ kind: 'text' as const, text: kindOf(row) }] : []),
        { kind: 'text', text: row.school },
        {
          kind: 'count',
          count: row.hires,
          explain: explained('hires', filters, {
            [row.dimension]: row.id,
            school: row.schoolId,
          }),
        },
        {
          kind: 'count',
          count: row.share.n,
          explain: explained('hires', filters, { [row.dimension]: row.id }),
        },
        {
          kind: 'figure',
          figure: row.share,
          unit: 'percent',
          explain: explained('top_school_share', filters, { [row.dimension]: row.id }),
        },
      ],
    })),
  };
}
