import { integer, type Random } from './random.ts';

/** A day as a whole number of days since 1970-01-01. */
export type Day = number;

const MILLISECONDS_A_DAY = 86_400_000;

/** The day of a calendar date; `month` counts from 1. */
export function day(year: number, month: number, dayOfMonth: number): Day {
  return Date.UTC(year, month - 1, dayOfMonth) / MILLISECONDS_A_DAY;
}

/** Nothing in the demo data happened after this day. */
export const AS_OF = day(2026, 9, 30);

/** `YYYY-MM-DD`, or an empty text for no day. */
export function isoDate(value: Day | null): string {
  return value === null ? '' : new Date(value * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** Year, month (from 1) and day of the month. */
export function calendarDate(value: Day): { year: number; month: number; dayOfMonth: number } {
  const date = new Date(value * MILLISECONDS_A_DAY);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    dayOfMonth: date.getUTCDate(),
  };
}

/** A Monday-to-Friday day from `first` to `last`, both included; the range must hold one. */
export function workday(random: Random, first: Day, last: Day): Day {
  for (;;) {
    const candidate = integer(random, first, last);
    const weekday = (candidate + 4) % 7; // 0 is Sunday: 1970-01-01 was a Thursday
    if (weekday !== 0 && weekday !== 6) return candidate;
  }
}
