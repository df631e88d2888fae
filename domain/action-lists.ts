import { yearOfDay, type Day } from './dates.ts';
import type { Bilingual } from './language.ts';
import type { YearRange } from './filters.ts';
import { seasonEnd } from './season.ts';

/** The lists of people about whom somebody has to do something soon. */
export const ACTION_LISTS = ['internships', 'reneging', 'contracts'] as const;

export type ActionListId = (typeof ACTION_LISTS)[number];

/** What each list is called where nothing else tells it. */
export const LIST_NAMES = {
  internships: { en: 'Internships that end without a decision', zh: '实习即将结束、尚未决定' },
  reneging: { en: 'Accepted, not started: may not come', zh: '已接受、尚未入职：可能违约' },
  contracts: { en: 'Contracts that may end within 90 days', zh: '90 天内可能到期的合同' },
} as const satisfies Record<ActionListId, Bilingual>;

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

/** Classes whose reneging is looked back on. */
const PAST_CLASSES = 5;

/** The first class whose graduation year is not over on a day: of earlier ones nobody is listed before being hired. */
export function firstClassListed(asOf: Day): number {
  return yearOfDay(asOf);
}

/** The five classes before one: of their acceptances it is known how many were reneged on. */
export function classesBefore(year: number): YearRange {
  return { from: year - PAST_CLASSES, to: year - 1 };
}

/** From 30 June, when a class graduates, to the end of its year. */
const GRADUATION_BEFORE_END = 184;

/** The day a class graduates: 30 June. */
export function graduationDay(year: number): Day {
  return seasonEnd(year) - GRADUATION_BEFORE_END;
}
