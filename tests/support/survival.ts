import type { SurvivalHistogram } from '../../domain/statistics/kaplan-meier.ts';

/** Somebody seen until a time, at which the event came or sight was lost. */
export interface Seen {
  readonly time: number;
  readonly event: boolean;
}

/** "6 6+ 7" reads: an event on day 6, one censored on day 6, an event on day 7. */
export function seen(written: string): Seen[] {
  return written
    .split(' ')
    .map((word) => ({ time: Number.parseInt(word, 10), event: !word.endsWith('+') }));
}

/** People as a histogram of their times. */
export function histogramOf(people: readonly Seen[]): SurvivalHistogram {
  const values = [...new Set(people.map(({ time }) => time))].toSorted((a, b) => a - b);
  const at = (day: number) => people.filter(({ time }) => time === day);
  return {
    values: Int32Array.from(values),
    events: Int32Array.from(values, (day) => at(day).filter(({ event }) => event).length),
    counts: Int32Array.from(values, (day) => at(day).length),
  };
}

/** Freireich and others 1963: weeks of remission under 6-MP. */
export const SIX_MP = seen('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+');

/** The same trial's arm on placebo. */
export const PLACEBO = seen('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23');
