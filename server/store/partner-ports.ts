import type { Day } from '../../domain/dates.ts';

/** Whom the company wants of a graduating class, as far as schools may see it. */
export interface SharedPlan {
  readonly year: number;
  /** Null for any major. */
  readonly major: {
    readonly id: number;
    readonly name: string;
    readonly nameZh: string | null;
  } | null;
  /** One degree, or a least one such as `bachelor+`; null for any. */
  readonly degree: string | null;
  readonly headcount: number;
}

/** One count of a class by a school: how many of a college had graduated and where they were going on that day. */
export interface CollegeCount {
  readonly countedOn: Day | null;
  /** Null where the file names none. */
  readonly college: {
    readonly id: number;
    readonly name: string;
    readonly nameZh: string | null;
  } | null;
  readonly graduates: number;
  /** Graduates of whom every destination is counted, and how many of them have gone somewhere. */
  readonly among: number;
  readonly placed: number;
}

/** What partner schools may read of the database: nothing about the company's people. */
export interface PartnerReader {
  /** Shared plans of classes from a year on, by year, major and degree; all departments together. */
  sharedPlans(fromYear: number): SharedPlan[];
  /** Every count of a school's class, or of one college of it, in the order of their days. */
  countsOf(
    school: { readonly schoolId: number; readonly collegeId: number | null },
    year: number,
  ): CollegeCount[];
}
