import { yearOfDay } from '../dates.ts';
import { foldWidth } from './fold-text.ts';
import { FIRST_YEAR, parseDate } from './parse-date.ts';
import { read, refused, type ParseContext, type Parsed } from './parsed.ts';

/** Graduation years reach this many years beyond next year: people who just began a long course of study. */
const YEARS_AHEAD = 8;

const YEAR = /^(?:class of )?(\d{4})(?:\.0+)?\s*(?:年|届|年届)?$/i;
const MONTH = /^(\d{4})(?:[-/.](\d{1,2})|\s*年\s*(\d{1,2})\s*月)$/;
/** A year with a digit too many, which would be a day of the 1950s by its serial number. */
const SLIP = /^20\d{3}$/;
const SHORT = /^(?:class of )?'?\d{2}\s*(?:届|年)?$/i;

/** Reads a graduation year: `2024`, `2024届`, `class of 2024`, a month or a date, of which the year is taken. */
export function parseGraduationYear(raw: string, context: ParseContext): Parsed<number> {
  const value = raw.trim();
  const text = foldWidth(raw);
  const match = YEAR.exec(text) ?? monthOf(text);
  if (match !== null) return inRange(value, Number(match[1]), context);
  if (SHORT.test(text)) return refused('two_digit_year', { value });
  if (SLIP.test(text)) return refused('unreadable_year', { value });
  // The year of a date does not depend on the order of its day and month.
  const date = parseDate(raw, { order: context.order ?? 'dmy' });
  if ('value' in date) return inRange(value, yearOfDay(date.value), context);
  const known = date.error.code === 'two_digit_year' || date.error.code === 'impossible_year';
  return known ? date : refused('unreadable_year', { value });
}

/** A month of a year. `2024-25` is none: it says two years, and not which of them. */
function monthOf(text: string): RegExpExecArray | null {
  const match = MONTH.exec(text);
  const month = Number(match?.[2] ?? match?.[3]);
  return month >= 1 && month <= 12 ? match : null;
}

function inRange(value: string, year: number, context: ParseContext): Parsed<number> {
  const last = yearOfDay(context.today) + 1 + YEARS_AHEAD;
  if (year >= FIRST_YEAR && year <= last) return read(year);
  return refused('impossible_year', { value, year, from: FIRST_YEAR, to: last });
}
