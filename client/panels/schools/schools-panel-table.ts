import { metric } from '../../../domain/metrics/registry.ts';
import type { PanelTable } from '../../frame/panel-table.ts';
import { SCHOOL_METRICS, type SchoolRow, type SchoolSort } from './school-rows.ts';

/** The schools table as it is exported. */
export function schoolsPanelTable(
  rows: readonly SchoolRow[],
  labels: Readonly<Record<SchoolSort['column'], string>>,
): PanelTable {
  return {
    columns: [
      { id: 'school', label: labels.school, numeric: false },
      ...SCHOOL_METRICS.map((id) => ({ id, label: labels[id], numeric: true })),
    ],
    rows: rows.map(({ id, name, figures }) => ({
      id,
      cells: [
        { kind: 'text', text: name },
        ...SCHOOL_METRICS.map((column) => ({
          kind: 'figure' as const,
          figure: figures[column] ?? { value: null, n: 0, status: 'no_data' as const },
          unit: metric(column).unit,
        })),
      ],
    })),
  };
}
