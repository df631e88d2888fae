import { foldWidth } from './fold-text.ts';
import type { IssueCode } from './issues.ts';
import { read, refused, type DecimalSign, type ParseContext, type Parsed } from './parsed.ts';

/** Numbers by decimal sign; spaces and apostrophes may group thousands, and so may the other sign. */
const FORMS: Readonly<Record<DecimalSign, RegExp>> = {
  '.': /^[+-]?(?:\d{1,3}(?:([,' ’])\d{3})(?:\1\d{3})*|\d+)(?:\.\d+)?(?:e[+-]?\d{1,3})?$/i,
  ',': /^[+-]?(?:\d{1,3}(?:([.' ’])\d{3})(?:\1\d{3})*|\d+)(?:,\d+)?(?:e[+-]?\d{1,3})?$/i,
};

/** Where no decimal sign is known, these may be thousands or a fraction of three digits. */
const EITHER = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;

/**
 * Reads a plain number. Where the decimal sign is not known it is taken to be a point, and `85.000`, which
 * may be thousands, is refused.
 */
export function parseNumber(raw: string, decimal: DecimalSign | null): Parsed<number> {
  const value = raw.trim();
  const text = foldWidth(raw);
  if (decimal === null && EITHER.test(text)) return refused('ambiguous_number', { value });
  const sign = decimal ?? '.';
  if (!FORMS[sign].test(text)) return refused(unreadable(text), { value });
  const plain = sign === '.' ? text.replaceAll(/[,' ’]/g, '') : text.replaceAll(/[.' ’]/g, '');
  const number = Number(plain.replace(',', '.'));
  return Number.isFinite(number) ? read(number) : refused('unreadable_number', { value });
}

/** Two numbers with something between them that says “to”. */
const RANGE = /\d\s*(?:万|k|千|元)?\s*(?:-|–|—|~|～|至|到|\bto\b)\s*[¥$€£]?\d/i;

/** What is said of a text that is no number. */
function unreadable(text: string): IssueCode {
  if (!/\d/.test(text)) return 'no_number';
  return RANGE.test(text) ? 'number_range' : 'unreadable_number';
}

/** Reads a number between two limits, both included. */
export function parseBetween(
  raw: string,
  context: Pick<ParseContext, 'decimal'>,
  from: number,
  to: number,
): Parsed<number> {
  // A small number cannot be thousands, so a fraction of three digits is none here.
  const number = parseNumber(raw, context.decimal ?? '.');
  if ('error' in number) return refused('not_between', { value: raw.trim(), from, to });
  if (number.value >= from && number.value <= to) return number;
  return refused('number_out_of_range', { value: raw.trim(), from, to });
}
