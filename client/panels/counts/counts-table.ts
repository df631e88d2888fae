import type { PanelTable } from '../../frame/panel-table.ts';
import type { CountItem } from './count-items.ts';

/** Counts as a table of two columns. */
export function countsTable(
  items: readonly CountItem[],
  labels: { readonly name: string; readonly count: string },
): PanelTable {
  return {
    columns: [
      { id: 'name', label: labels.name, numeric: false },
      { id: 'count', label: labels.count, numeric: true },
    ],
    rows: items.map(({ id, label, value, filter, explain }) => ({
      id,
      cells: [
        { kind: 'text', text: label, filter },
        { kind: 'count', count: value, explain },
      ],
    })),
  };
}
