import type { Day } from '../../domain/dates.ts';
import type { DimensionId } from '../../domain/dimensions.ts';
import type { YearRange } from '../../domain/filters.ts';
import type { ReleasedBy } from '../../domain/releases/release.ts';
import { lastComplete } from '../analytics/mature-years.ts';

/** The ways in which each school and college is divided; majors only for whole schools. */
export const CUTS = {
  all: { by: [], dimension: null, ofColleges: true },
  year: { by: ['year'], dimension: 'year', ofColleges: true },
  degree: { by: ['degree'], dimension: 'degree', ofColleges: true },
  recent: { by: ['last_three_years'], dimension: null, ofColleges: true },
  major: { by: ['major'], dimension: 'major', ofColleges: false },
} as const satisfies Record<
  string,
  {
    readonly by: readonly ReleasedBy[];
    readonly dimension: DimensionId | null;
    readonly ofColleges: boolean;
  }
>;

export type CutId = keyof typeof CUTS;

export const CUT_IDS = Object.keys(CUTS) as CutId[];

const POOLED_YEARS = 3;
const FIRST_YEAR = 1900;

/** The days that decide which graduation years are complete. */
export interface Calendar {
  readonly asOf: Day;
  /** The latest graduation year in which anybody was hired. */
  readonly latest: number;
}

/** The last graduation year whose figures of a horizon are complete; null where no horizon has to pass. */
export function lastYear({ asOf }: Calendar, horizon: number | null): number | null {
  return horizon === null ? null : lastComplete(asOf, horizon);
}

/** The graduation years that a figure of a cut speaks of; null for all of them. */
export function yearsOf(cut: CutId, calendar: Calendar, horizon: number | null): YearRange | null {
  if (cut === 'recent') {
    const to = Math.min(lastComplete(calendar.asOf, horizon ?? 0), calendar.latest);
    return { from: to - POOLED_YEARS + 1, to };
  }
  const to = lastYear(calendar, horizon);
  return to === null ? null : { from: FIRST_YEAR, to };
}
