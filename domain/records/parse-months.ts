import { parseBetween } from './parse-number.ts';
import type { ParseContext, Parsed } from './parsed.ts';

/** Monthly salaries a year has where nothing says otherwise. */
export const USUAL_MONTHS = 12;

/** Reads how many monthly salaries are paid in a year, 12 to 24: `13`, `13薪`, `14.5`. */
export function parseMonths(raw: string, context: ParseContext): Parsed<number> {
  return parseBetween(raw.replace(/\s*(?:个月|薪|months?)\s*$/i, ''), context, USUAL_MONTHS, 24);
}
