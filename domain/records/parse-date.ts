import { dayOf, type Day } from '../dates.ts';
import { foldWidth } from './fold-text.ts';
import { read, refused, type DayMonthOrder, type ParseContext, type Parsed } from './parsed.ts';

/** Years that a date may have. */
export const FIRST_YEAR = 1950;
export const LAST_YEAR = 2100;

/** Days between 1970-01-01 and day 0 of spreadsheets that count from 1900. */
const SERIAL_ZERO = 25_569;
const SERIAL = /^([2-5]\d{4}|60000)(?:\.\d+)?$/;
const TIME = /[T ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?$/i;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const CHINESE = /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;
const SHORT_YEAR =
  /^(?:\d{1,2}([-/.])\d{1,2}\1\d{2}|\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*[日号]?)$/;

/** A year alone, or with a month. */
const WITHOUT_DAY = /^(?:\d{4}(?:[-/.]\d{1,2}|\s*年(?:\s*\d{1,2}\s*月)?)?|\d{1,2}[-/.]\d{4})$/;
const DAY_AND_NAME = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]+([a-z]{3,9})\.?,?[-/. ]+(\d{4}|\d{2})$/i;
const NAME_AND_DAY = /^([a-z]{3,9})\.?[-/. ]+(\d{1,2})(?:st|nd|rd|th)?,?[-/. ]+(\d{4}|\d{2})$/i;
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** How the day and the month of a date stand: what one value says about its column. */
export type OrderEvidence = DayMonthOrder | 'either' | 'none';

/** What a value says about the order of day and month in its column; `none` where it has no such order. */
export function orderEvidence(text: string): OrderEvidence {
  const match = YEAR_LAST.exec(bare(text));
  if (match === null || match[2] === '.') return 'none';
  const [first, second] = [Number(match[1]), Number(match[3])];
  if (first > 12 && second <= 12) return 'dmy';
  if (second > 12 && first <= 12) return 'mdy';
  return first === second ? 'none' : 'either';
}

/**
 * Reads a date: ISO, `2025/3/19`, `2025.03.19`, `2025年3月19日`, `20250319`, a spreadsheet's serial number,
 * `19.03.2025`, `19 Mar 2025`, and `03/04/2025` where the order is known or only one reading exists. A time of day is
 * dropped.
 */
export function parseDate(raw: string, context: Pick<ParseContext, 'order'>): Parsed<Day> {
  const value = raw.trim();
  const text = bare(raw);
  if (SERIAL.test(text)) return read(Math.floor(Number(text)) - SERIAL_ZERO);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return dateOf(value, yearFirst[1], yearFirst[3], yearFirst[4]);
  const plain = CHINESE.exec(text) ?? COMPACT.exec(text);
  if (plain !== null) return dateOf(value, plain[1], plain[2], plain[3]);
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast !== null) return parseYearLast(value, yearLast, context.order);
  const named = parseNamedMonth(value, text);
  if (named !== null) return named;
  if (SHORT_YEAR.test(text)) return refused('two_digit_year', { value });
  return refused(WITHOUT_DAY.test(text) ? 'date_without_day' : 'unreadable_date', { value });
}

/** A date whose month is an English word: `19 March 2025`, `19-Mar-2025`, `March 19, 2025`. Null for any other. */
function parseNamedMonth(value: string, text: string): Parsed<Day> | null {
  const dayFirst = DAY_AND_NAME.exec(text);
  const nameFirst = dayFirst === null ? NAME_AND_DAY.exec(text) : null;
  const name = dayFirst?.[2] ?? nameFirst?.[1];
  const date = dayFirst?.[1] ?? nameFirst?.[2];
  const year = dayFirst?.[3] ?? nameFirst?.[3];
  if (name === undefined || date === undefined || year === undefined) return null;
  const word = name.toLowerCase();
  const month = MONTHS.findIndex((full) => word.length >= 3 && full.startsWith(word)) + 1;
  if (month === 0 && word !== 'sept') return null;
  if (year.length === 2) return refused('two_digit_year', { value });
  return dateOf(value, year, word === 'sept' ? '9' : String(month), date);
}

function parseYearLast(
  value: string,
  match: RegExpExecArray,
  order: DayMonthOrder | null,
): Parsed<Day> {
  const [, first, sign, second, year] = match;
  const evidence = orderEvidence(match[0]);
  const decided = evidence === 'dmy' || evidence === 'mdy' ? evidence : order;
  if (sign !== '.' && evidence === 'either' && decided === null) {
    return refused('ambiguous_date', { value });
  }
  const monthFirst = sign !== '.' && decided === 'mdy';
  return monthFirst ? dateOf(value, year, first, second) : dateOf(value, year, second, first);
}

function dateOf(
  value: string,
  year: string | undefined,
  month: string | undefined,
  date: string | undefined,
): Parsed<Day> {
  const y = Number(year);
  if (y < FIRST_YEAR || y > LAST_YEAR) {
    return refused('impossible_year', { value, year: y, from: FIRST_YEAR, to: LAST_YEAR });
  }
  const day = dayOf(y, Number(month), Number(date));
  return day === null ? refused('no_such_date', { value }) : read(day);
}

function bare(text: string): string {
  return foldWidth(text).replace(TIME, '');
}
