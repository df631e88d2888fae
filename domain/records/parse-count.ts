import { foldWidth } from './fold-text.ts';
import { parseNumber } from './parse-number.ts';
import { read, refused, type ParseContext, type Parsed } from './parsed.ts';

/** More people than any school, company or country would count in one row. */
const MOST = 10_000_000;

const UNIT = /\s*(?:人次|人|名|位|个|席|people|persons?|students?|graduates?|seats?)$/i;

/** Reads a number of people or places: a whole number, not below zero: `1,200`, `35人`, `12.0`. */
export function parseCount(raw: string, context: ParseContext): Parsed<number> {
  const value = raw.trim();
  const number = parseNumber(foldWidth(raw).replace(UNIT, ''), context.decimal);
  if ('error' in number) return refused(number.error.code, { value });
  if (number.value < 0 || number.value > MOST) {
    return refused('number_out_of_range', { value, from: 0, to: MOST });
  }
  return Number.isInteger(number.value) ? read(number.value) : refused('not_whole', { value });
}
