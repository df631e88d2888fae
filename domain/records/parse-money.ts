import { foldWidth } from './fold-text.ts';
import { parseNumber } from './parse-number.ts';
import { read, refused, type ParseContext, type Parsed } from './parsed.ts';

/** Sums above this are a slip of the keyboard in any currency; in major units. */
const MOST = 1e11;
const MINOR_UNITS = 100;

const CURRENCY =
  /^(?:[¥$€£₩₹]|rmb|cny|usd|eur|gbp|人民币|us\$)\s*|\s*(?:[¥$€£]|rmb|cny|usd|eur|gbp|元)$/i;
const SCALE = /\s*([亿万千k])$/i;
const SCALES: Readonly<Record<string, number>> = { 亿: 1e8, 万: 1e4, 千: 1000, k: 1000 };

/**
 * Reads a sum of money in minor units (cents, fen), of either sign: `85,000`, `8.5万`, `12万元`, `¥7,000`,
 * `1.234,56` where the decimal sign is a comma.
 */
export function parseMoney(raw: string, context: ParseContext): Parsed<number> {
  const value = raw.trim();
  const bare = foldWidth(raw).replace(CURRENCY, '').replace(CURRENCY, '');
  const scale = SCALES[SCALE.exec(bare)?.[1]?.toLowerCase() ?? ''] ?? 1;
  // `8.500万` is a fraction: nobody writes thousands of ten thousands.
  const decimal = context.decimal ?? (scale > 1 ? '.' : null);
  const number = parseNumber(bare.replace(SCALE, ''), decimal);
  if ('error' in number) return refused(number.error.code, { value });
  const amount = Math.round(number.value * scale * MINOR_UNITS);
  if (amount <= MOST * MINOR_UNITS) return read(amount);
  return refused('number_out_of_range', { value, from: 0, to: MOST });
}

/** Reads a sum that may be zero but not less, in minor units. */
export function parseAmount(raw: string, context: ParseContext): Parsed<number> {
  const amount = parseMoney(raw, context);
  if ('error' in amount || amount.value >= 0) return amount;
  return refused('number_out_of_range', { value: raw.trim(), from: 0, to: MOST });
}
