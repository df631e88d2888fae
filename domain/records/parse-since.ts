import { isoFromDay } from '../dates.ts';
import { foldWidth } from './fold-text.ts';
import { FIRST_YEAR, LAST_YEAR, parseDate } from './parse-date.ts';
import { read, refused, type ParseContext, type Parsed } from './parsed.ts';

const YEAR_OR_MONTH = /^(\d{4})(?:(?:[-/.]|\s*年\s*)(\d{1,2})\s*月?|\s*年)?$/;

/** Reads a year, a month or a day as `2019`, `2019-09` or `2019-09-01`. */
export function parseSince(raw: string, context: ParseContext): Parsed<string> {
  const value = raw.trim();
  const match = YEAR_OR_MONTH.exec(foldWidth(raw));
  if (match === null) {
    const date = parseDate(raw, context);
    return 'value' in date ? read(isoFromDay(date.value)) : date;
  }
  const year = Number(match[1]);
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return refused('impossible_year', { value, year, from: FIRST_YEAR, to: LAST_YEAR });
  }
  if (match[2] === undefined) return read(String(year));
  const month = Number(match[2]);
  if (month < 1 || month > 12) return refused('no_such_date', { value });
  return read(`${year}-${String(month).padStart(2, '0')}`);
}
