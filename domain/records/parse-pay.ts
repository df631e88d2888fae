import { foldWidth } from './fold-text.ts';
import { parseMoney } from './parse-money.ts';
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

const PERIOD = /\s*(?:\/|per\s+|每|p\.\s?)\s*(月|month|mo|m|年|year|yr|y|a\.?)\.?$/i;

/**
 * Reads a sum of pay: `85,000`, `8.5万`, `¥7,000/月`, `1.234,56` where the decimal sign is a comma. Zero and
 * less is refused.
 */
export function parsePay(raw: string, context: ParseContext): Parsed<Pay> {
  const value = raw.trim();
  const text = foldWidth(raw);
  const period = PERIOD.exec(text);
  const money = parseMoney(text.replace(PERIOD, ''), context);
  if ('error' in money) return refused(money.error.code, { ...money.error.params, value });
  const amount = money.value;
  if (amount <= 0) return refused('pay_not_positive', { value });
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
