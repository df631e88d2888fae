import fc from 'fast-check';
import { fixedDay, type Day } from '../../domain/dates.ts';
import { DESTINATIONS } from '../../domain/records/cohorts-destinations.ts';
import { MAJORS } from './random-hires.ts';

type Destination = (typeof DESTINATIONS)[number];

/** A stored count of graduates. */
export interface Cohort {
  readonly schoolId: number;
  readonly collegeId: number | null;
  readonly majorId: number;
  readonly degree: string | null;
  readonly year: number;
  readonly countedOn: Day | null;
  readonly graduates: number;
  readonly destinations: Readonly<Record<Destination, number | null>>;
  /** Null, or left out, where the count does not say. */
  readonly signedHere?: number | null;
}

/** A stored plan; a null major, degree or department is any. */
export interface HiringPlan {
  readonly majorId: number | null;
  readonly degree: string | null;
  readonly department: string | null;
  readonly year: number;
  readonly headcount: number;
}

/** What is stored beside the hires. */
export interface Supply {
  readonly cohorts: readonly Cohort[];
  readonly plans: readonly HiringPlan[];
}

const year = fc.constantFrom(2019, 2020, 2021, 2022);
const degree = fc.constantFrom('bachelor', 'bachelor', 'master', null);
const counts = fc.record(
  Object.fromEntries(
    DESTINATIONS.map((field) => [field, fc.option(fc.nat(4), { freq: 20 })]),
  ) as Record<Destination, fc.Arbitrary<number | null>>,
);
/** The destinations of a count that does not say any. */
export const NOWHERE = Object.fromEntries(DESTINATIONS.map((field) => [field, null])) as Record<
  Destination,
  null
>;

const cohort: fc.Arbitrary<Cohort> = fc
  .record({
    schoolId: fc.constantFrom(1, 2, 3),
    college: fc.boolean(),
    majorId: fc.constantFrom(1, 2),
    degree,
    year,
    countedOn: fc.constantFrom(
      null,
      fixedDay(2019, 8, 31),
      fixedDay(2020, 8, 31),
      fixedDay(2021, 12, 31),
    ),
    others: fc.nat(30),
    destinations: fc.option(counts, { freq: 3, nil: NOWHERE }),
    signedHere: fc.option(fc.nat(3)),
  })
  .map(({ college, others, ...rest }) => ({
    ...rest,
    collegeId: college && rest.schoolId === 1 ? 1 : null,
    graduates:
      DESTINATIONS.reduce((sum, field) => sum + (rest.destinations[field] ?? 0), others) +
      (rest.signedHere ?? 0),
  }));

const plan: fc.Arbitrary<HiringPlan> = fc.record({
  majorId: fc.constantFrom(1, 1, 2, null),
  degree: fc.oneof(degree, fc.constantFrom('bachelor+', 'associate+', 'master+')),
  department: fc.constantFrom('Quality', 'Research', null),
  year,
  headcount: fc.nat(12),
});

/** Random cohorts and plans, each key once. */
export const anySupply: fc.Arbitrary<Supply> = fc.record({
  cohorts: fc.uniqueArray(cohort, {
    maxLength: 20,
    selector: (one) =>
      JSON.stringify([
        one.schoolId,
        one.collegeId,
        one.majorId,
        one.degree,
        one.year,
        one.countedOn,
      ]),
  }),
  plans: fc.uniqueArray(plan, {
    maxLength: 10,
    selector: (one) => JSON.stringify([one.majorId, one.degree, one.department, one.year]),
  }),
});

/** The discipline of a random major. */
export function familyOf(majorId: number | null): string | null {
  return MAJORS.find(({ id }) => id === majorId)?.family ?? null;
}
