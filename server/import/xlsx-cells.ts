/** Digits of a number that a spreadsheet program keeps; what follows is noise of binary fractions. */
const DIGITS = 15;
const DAY_MS = 86_400_000;
/** Numbers before this day are times of a day, without a date. */
const FIRST_DAY = Date.UTC(1899, 11, 31);
const LINE_BREAKS = /\r\n|\n|\r/g;
const QUOTED = /[",]/;

/** A number of a workbook as people write it: no noise of binary fractions, no `.0`. */
export function numberText(raw: string): string {
  const number = Number(raw);
  return Number.isFinite(number) ? String(Number(number.toPrecision(DIGITS))) : raw;
}

/** A date of a workbook in ISO form, with its time where it has one; a time without a date on its own. */
function dateText(date: Date): string {
  const ms = Math.round(date.getTime() / 1000) * 1000;
  if (!Number.isFinite(ms)) return '';
  const [day = '', time = ''] = new Date(ms).toISOString().slice(0, 19).split('T');
  if (ms < FIRST_DAY) return time;
  return ms % DAY_MS === 0 ? day : `${day} ${time}`;
}

/** The text that stands for a cell. */
function cellText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return numberText(String(value));
  return value instanceof Date ? dateText(value) : '';
}

/**
 * A row of a sheet as a line of CSV without its end, empty for an empty row. A break within a cell becomes a space, so
 * that line and row agree.
 */
export function sheetLine(cells: readonly unknown[]): string {
  const texts = cells.map((cell) => cellText(cell).replaceAll(LINE_BREAKS, ' '));
  if (texts.every((text) => text === '')) return '';
  return texts
    .map((text) => (QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
    .join(',');
}
