import { foldWidth } from './fold-text.ts';
import { parseNumber } from './parse-number.ts';
import { USUAL_MONTHS } from './parse-months.ts';
import { read, refused, type ParseContext, type Parsed } from './parsed.ts';

/** What a sum of pay is for. */
export type PayPeriod = 'year' | 'month';

/** Pay as a cell says it. */
export interface Pay {
  /** In minor units (cents, fen). */
  readonly amount: number;
  /** Null where the cell does not say it. */
  readonly period: PayPeriod | null;
}

/** Pay above this is a slip of the keyboard in any currency; in major units. */
const MOST = 1e11;
const MINOR_UNITS = 100;

const CURRENCY =
  /^(?:[¥$€£₩₹]|rmb|cny|usd|eur|gbp|人民币|us\$)\s*|\s*(?:[¥$€£]|rmb|cny|usd|eur|gbp|元)$/i;
const PERIOD = /\s*(?:\/|per\s+|每|p\.\s?)\s*(月|month|mo|m|年|year|yr|y|a\.?)\.?$/i;
const SCALE = /\s*([万千k])$/i;
const SCALES: Readonly<Record<string, number>> = { 万: 10_000, 千: 1000, k: 1000 };

/**
 * Reads a sum of pay: `85,000`, `8.5万`, `¥7,000/月`, `1.234,56` where the decimal sign is a comma. Zero and
 * less is refused.
 */
export function parsePay(raw: string, context: ParseContext): Parsed<Pay> {
  const value = raw.trim();
  const text = foldWidth(raw);
  const period = PERIOD.exec(text);
  const bare = text.replace(PERIOD, '').replace(CURRENCY, '').replace(CURRENCY, '');
  const scale = SCALES[SCALE.exec(bare)?.[1]?.toLowerCase() ?? ''] ?? 1;
  // `8.500万` is a fraction: nobody writes thousands of ten thousands.
  const decimal = context.decimal ?? (scale > 1 ? '.' : null);
  const number = parseNumber(bare.replace(SCALE, ''), decimal);
  if ('error' in number) return refused(number.error.code, { value });
  const amount = Math.round(number.value * scale * MINOR_UNITS);
  if (amount <= 0) return refused('pay_not_positive', { value });
  if (amount > MOST * MINOR_UNITS) {
    return refused('number_out_of_range', { value, from: 0, to: MOST });
  }
  return read({ amount, period: period === null ? null : periodOf(period[1] ?? '') });
}

function periodOf(word: string): PayPeriod {
  return /^(?:月|m)/i.test(word) ? 'month' : 'year';
}

/**
 * A year's pay in minor units.
 * @param usual what the column is by, where the cell itself does not say.
 * @param months monthly salaries a year, null where the file does not say.
 */
export function annualPay(pay: Pay, usual: PayPeriod, months: number | null): number {
  const monthly = (pay.period ?? usual) === 'month';
  return monthly ? Math.round(pay.amount * (months ?? USUAL_MONTHS)) : pay.amount;
}
