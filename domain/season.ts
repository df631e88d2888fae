import { fixedDay, yearOfDay, yearsBefore, type Day } from './dates.ts';

/** A season of campus hiring begins on this day of the year before its class graduates (秋招). */
const FIRST_MONTH = 9;

/** The first day of the season of a graduating class. */
export function seasonStart(year: number): Day {
  return fixedDay(year - 1, FIRST_MONTH, 1);
}

/** The last day of a season: 31 December of the graduation year, by when whoever comes has come. */
export function seasonEnd(year: number): Day {
  return fixedDay(year, 12, 31);
}

/** The class whose season began last by a day. */
export function latestSeasonBegun(asOf: Day): number {
  const year = yearOfDay(asOf);
  return asOf >= seasonStart(year + 1) ? year + 1 : year;
}

/**
 * The day of a season to look at it from: the as-of, or its last day where it was over by then. A season before it is
 * looked at from the same day of its own.
 * @param before how many seasons earlier.
 */
export function sameDay(season: number, asOf: Day, before: number): Day {
  return yearsBefore(Math.min(asOf, seasonEnd(season)), before);
}

/** One place on the way through a season: how many weeks it is old, and the last day that counts. */
export interface SeasonWeek {
  readonly week: number;
  readonly day: Day;
}

/**
 * The weeks of a season up to a day: week 0 is the day before it began, each further one is over, and the last ends on
 * that day, over or not.
 * @param weeks how many there are after week 0, so that seasons can be laid over each other.
 */
export function seasonWeeks(year: number, end: Day, weeks: number): SeasonWeek[] {
  const start = seasonStart(year);
  return Array.from({ length: weeks + 1 }, (_, week) => ({
    week,
    day: week === weeks ? end : Math.min(end, start + 7 * week - 1),
  }));
}

/** How many weeks of a season have begun by a day. */
export function weeksBegun(year: number, end: Day): number {
  return Math.max(0, Math.ceil((end - seasonStart(year) + 1) / 7));
}
