import { BYTE_ORDER_MARK, csvLine, csvNotes } from '../../domain/csv.ts';
import type { PanelCell, PanelTable } from './panel-table.ts';

interface Part {
  readonly suffix: '' | 'n' | 'low' | 'high' | 'status';
  read(cell: PanelCell): string | number | null;
}

function figurePart(suffix: 'n' | 'low' | 'high' | 'status'): Part {
  return {
    suffix,
    read: (cell) => (cell.kind === 'figure' ? (cell.figure[suffix] ?? null) : null),
  };
}

const MAIN: Part = {
  suffix: '',
  read: (cell) => {
    if (cell.kind === 'text') return cell.text;
    if (cell.kind === 'count') return cell.count;
    return cell.figure.value;
  },
};

/** The columns of the file that one column of the table becomes: a rate brings its n, interval and status. */
function partsOf(cells: readonly PanelCell[]): Part[] {
  const figures = cells.flatMap((cell) => (cell.kind === 'figure' ? [cell] : []));
  if (figures.every(({ unit }) => unit === 'people')) return [MAIN];
  const interval = figures.some(({ figure }) => figure.low !== undefined);
  const ends = interval ? [figurePart('low'), figurePart('high')] : [];
  return [MAIN, figurePart('n'), ...ends, figurePart('status')];
}

/**
 * A panel's table as a CSV file that Excel opens as it is: exact numbers, rates as 0–1, money in whole units.
 * @param notes what the file says about itself before its header, as words of a line.
 */
export function csvOf(
  { columns, rows }: PanelTable,
  notes: readonly (readonly string[])[] = [],
): string {
  const parts = columns.map((_, index) => partsOf(rows.flatMap(({ cells }) => cells[index] ?? [])));
  const header = columns.flatMap(({ label }, index) =>
    (parts[index] ?? []).map(({ suffix }) => (suffix === '' ? label : `${label} (${suffix})`)),
  );
  const lines = rows.map(({ cells }) =>
    cells.flatMap((cell, index) => (parts[index] ?? []).map((part) => part.read(cell))),
  );
  return BYTE_ORDER_MARK + csvNotes(notes) + [header, ...lines].map(csvLine).join('');
}
