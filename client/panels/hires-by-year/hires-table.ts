import type { Explanation } from '../../frame/explain-context.ts';
import type { PanelTable } from '../../frame/panel-table.ts';
import { OTHER_ID, type StackedHires } from './stack-by-school.ts';

interface Series {
  readonly id: string;
  readonly label: string;
}

/** The stacked columns as a table: a row for each year, a column for each series, and the sum. */
export function hiresTable(
  { years }: StackedHires,
  series: readonly Series[],
  labels: { readonly year: string; readonly total: string },
  explainOf?: (key: Readonly<Record<string, string>>) => Explanation,
): PanelTable {
  const numeric = (id: string, label: string) => ({ id, label, numeric: true });
  return {
    columns: [
      { id: 'year', label: labels.year, numeric: false },
      ...series.map(({ id, label }) => numeric(id, label)),
      numeric('total', labels.total),
    ],
    rows: years.map(({ name, values }) => ({
      id: name,
      cells: [
        { kind: 'text', text: name },
        ...series.map(({ id }) => ({
          kind: 'count' as const,
          count: values[id] ?? 0,
          explain: id === OTHER_ID ? undefined : explainOf?.({ year: name, school: id }),
        })),
        {
          kind: 'count',
          count: Object.values(values).reduce((sum, value) => sum + value, 0),
          explain: explainOf?.({ year: name }),
        },
      ],
    })),
  };
}
