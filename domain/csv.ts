/** Tells a spreadsheet program that a file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** Cells that a spreadsheet program would run as a formula, and those that look as if they were defused already. */
const FORMULA = /^'*[=+\-@\t\r]/;
const QUOTED = /[",\r\n;\t|]/;

/**
 * One cell of a CSV file that a spreadsheet program may open: text that looks like a formula is defused by an
 * apostrophe, which an import takes away again.
 */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const defused = FORMULA.test(value) ? `'${value}` : value;
  return QUOTED.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}

/** The text of a cell that `csvCell` has written: without the apostrophe that defused it. */
export function undefused(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** One line of a CSV file, with its line end. */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** What a file says about itself, in lines of one cell before its header: each begins with `#`. */
export function csvNotes(notes: readonly (readonly string[])[]): string {
  return notes.map((words) => csvLine([`# ${words.join(': ')}`])).join('');
}
