import type { Explanation } from '../../frame/explain-context.ts';
import type { PanelTable } from '../../frame/panel-table.ts';
import type { FunnelSchool } from './funnel-points.ts';

interface FunnelLabels {
  readonly school: string;
  readonly rate: string;
  readonly counted: string;
  readonly people: string;
  readonly whole: string;
}

/** The funnel plot as a table: the schools with the most people first. */
export function funnelTable(
  schools: readonly FunnelSchool[],
  labels: FunnelLabels,
  words: (school: FunnelSchool) => string,
  explainOf: (school: string) => Explanation,
): PanelTable {
  const numeric = (id: 'rate' | 'counted' | 'people') => ({ id, label: labels[id], numeric: true });
  return {
    columns: [
      { id: 'school', label: labels.school, numeric: false },
      numeric('rate'),
      numeric('counted'),
      numeric('people'),
      { id: 'whole', label: labels.whole, numeric: false },
    ],
    rows: schools
      .toSorted((a, b) => b.n - a.n || Number(a.id) - Number(b.id))
      .map((school) => ({
        id: school.id,
        cells: [
          {
            kind: 'text',
            text: school.name,
            filter: { dimension: 'school', value: school.id },
          },
          {
            kind: 'figure',
            figure: { ...school.row, of: school.row.x ?? 0 },
            unit: 'percent',
            explain: explainOf(school.id),
          },
          { kind: 'count', count: school.row.x ?? 0 },
          { kind: 'count', count: school.n },
          { kind: 'text', text: words(school) },
        ],
      })),
  };
}
