import type { PanelCell, PanelTable } from './panel-table.ts';

/** Tells Excel that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
/** Spreadsheets run text that starts so as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

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

function field(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const defused = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}

/** A panel's table as a CSV file that Excel opens as it is: exact numbers, rates as 0–1, money in whole units. */
export function csvOf({ columns, rows }: PanelTable): string {
  const parts = columns.map((_, index) => partsOf(rows.flatMap(({ cells }) => cells[index] ?? [])));
  const header = columns.flatMap(({ label }, index) =>
    (parts[index] ?? []).map(({ suffix }) => (suffix === '' ? label : `${label} (${suffix})`)),
  );
  const lines = rows.map(({ cells }) =>
    cells.flatMap((cell, index) => (parts[index] ?? []).map((part) => part.read(cell))),
  );
  const text = [header, ...lines].map((line) => line.map(field).join(',')).join('\r\n');
  return `${BYTE_ORDER_MARK}${text}\r\n`;
}
