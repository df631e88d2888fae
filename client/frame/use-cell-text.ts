import type { PanelCell } from './panel-table.ts';
import { useFormatter } from './use-formatter.ts';

/** Writes a cell as plain text, the way the page shows it. */
export function useCellText(): (cell: PanelCell) => string {
  const format = useFormatter();
  return (cell) => {
    switch (cell.kind) {
      case 'text':
        return cell.text;
      case 'count':
        return format.count(cell.count);
      case 'figure': {
        const { value, status } = cell.figure;
        if (value === null) return '–';
        return format.value(cell.unit, value) + (status === 'small' ? '*' : '');
      }
    }
  };
}
