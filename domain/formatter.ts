import { dayFromIso } from './dates.ts';
import type { Language } from './language.ts';
import type { Unit } from './metrics/metric.ts';
import { LOCALES } from './locales.ts';

const MS_PER_DAY = 86_400_000;
const MINUS = '\u2212';

const POINTS = { en: ' pts', zh: ' 个百分点' } as const satisfies Record<Language, string>;
const DAYS = { en: ' days', zh: ' 天' } as const satisfies Record<Language, string>;

const SIGN = /^[+\u2212](?=\D)/;
/** Keeps a sign on the line of the currency that follows it. */
const WORD_JOINER = '\u2060';

/** Its functions stand alone: each can be handed on by itself, and stays the same. */
export interface Formatter {
  readonly count: (value: number) => string;
  /** A metric's value in its unit: proportions as percent, money in its currency. */
  readonly value: (unit: Unit, value: number) => string;
  /** A proportion as percent without decimals, for axes. */
  readonly percent: (value: number) => string;
  /** A difference of two such values, with its sign; proportions as percentage points. */
  readonly change: (unit: Unit, difference: number) => string;
  /** Both ends of an interval, rounded for a narrow place. */
  readonly interval: (unit: Unit, low: number, high: number) => string;
  /** A proportion in whole percent, for the axis of a chart. */
  readonly wholePercent: (value: number) => string;
  /** A `YYYY-MM-DD` day, written out. */
  readonly day: (iso: string) => string;
  /** The same, short enough for a cell of a table. */
  readonly date: (iso: string) => string;
  /** An instant as an ISO text, in the time zone of who reads it. */
  readonly moment: (iso: string) => string;
}

/** Writes figures the way a language does. */
export function createFormatter(language: Language, currency: string): Formatter {
  const locale = LOCALES[language];
  const numbers = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options);
  const money = {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 0,
  } as const;
  const signed = { signDisplay: 'exceptZero' } as const;
  const whole = numbers({ maximumFractionDigits: 0 });
  const wholePercent = numbers({ style: 'percent', maximumFractionDigits: 0 });
  const dates = (dateStyle: 'long' | 'medium') => {
    const written = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' });
    return (iso: string): string => {
      const day = dayFromIso(iso);
      return day === null ? iso : written.format(day * MS_PER_DAY);
    };
  };

  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

  const plain: Record<Unit, Intl.NumberFormat> = {
    people: whole,
    percent: numbers({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    days: whole,
    money: numbers(money),
    rating: numbers({ minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    ratio: numbers({ minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  };
  const difference: Record<Unit, Intl.NumberFormat> = {
    people: numbers({ ...signed, maximumFractionDigits: 0 }),
    percent: numbers({ ...signed, minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    days: numbers({ ...signed, maximumFractionDigits: 0 }),
    money: numbers({ ...signed, ...money }),
    rating: numbers({ ...signed, maximumFractionDigits: 2 }),
    ratio: numbers({ ...signed, maximumFractionDigits: 1 }),
  };

  const withMinus = (written: string) => written.replace('-', MINUS);

  return {
    count: (value) => withMinus(whole.format(value)),
    value: (unit, value) =>
      withMinus(plain[unit].format(value)) + (unit === 'days' ? DAYS[language] : ''),
    percent: (value) => wholePercent.format(value),
    change: (unit, value) => {
      const shown = unit === 'percent' ? value * 100 : value;
      const suffix = unit === 'percent' ? POINTS[language] : unit === 'days' ? DAYS[language] : '';
      const written = withMinus(difference[unit].format(shown));
      return written.replace(SIGN, `$&${WORD_JOINER}`) + suffix;
    },
    interval: (unit, low, high) => {
      const ends = unit === 'percent' ? wholePercent : plain[unit];
      return `${ends.format(low)}–${ends.format(high)}`;
    },
    wholePercent: (value) => wholePercent.format(value),
    day: dates('long'),
    date: dates('medium'),
    moment: (iso) => moments.format(new Date(iso)),
  };
}
