import { parseBetween } from './parse-number.ts';
import { read, type ParseContext, type Parsed } from './parsed.ts';

/** Reads a rating of 1 to 5, in hundredths: 100 … 500. */
export function parseRating(raw: string, context: ParseContext): Parsed<number> {
  const rating = parseBetween(raw, context, 1, 5);
  return 'error' in rating ? rating : read(Math.round(rating.value * 100));
}
