import type { Day } from './dates.ts';
import { seasonEnd } from './season.ts';

/** The lists of people about whom somebody has to do something soon. */
export const ACTION_LISTS = ['internships', 'reneging', 'contracts'] as const;

export type ActionListId = (typeof ACTION_LISTS)[number];

/** An internship is listed from so many days before its end … */
export const INTERNSHIP_ENDS_WITHIN = 30;
/** … and for so long after it. */
export const INTERNSHIP_ENDED_WITHIN = 365;

/** Who accepted and has not started is listed from so many days before graduation on. */
export const RENEGING_BEFORE_GRADUATION = 60;

/** No column tells when a contract ends: the usual first one is for three years, and ends on day 1,095. */
export const CONTRACT_DAYS = 1095;
/** A contract is listed from so many days before that day on. */
export const CONTRACT_ENDS_WITHIN = 90;

/** From 30 June, when a class graduates, to the end of its year. */
const GRADUATION_BEFORE_END = 184;

/** The day a class graduates: 30 June. */
export function graduationDay(year: number): Day {
  return seasonEnd(year) - GRADUATION_BEFORE_END;
}
