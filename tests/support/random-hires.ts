import fc from 'fast-check';
import { fixedDay } from '../../domain/dates.ts';
import { CHANNELS, DEGREES, LEAVE_TYPES, STAGES } from '../../domain/records/enumerations.ts';
import type { Hire } from '../../domain/records/hire.ts';

/** Schools and majors of the random records. */
export const SCHOOLS = [
  { id: 1, province: 'East Province', city: 'Harbor' },
  { id: 2, province: null, city: 'Harbor市' },
  { id: 3, province: 'West省', city: null },
] as const;
export const MAJORS = [
  { id: 1, family: 'Engineering' },
  { id: 2, family: null },
] as const;
export const COLLEGES = [{ id: 1, schoolId: 1 }] as const;

const day = fc.integer({ min: fixedDay(2018, 1, 1), max: fixedDay(2022, 12, 28) });
/** Dates that collide often, at the borders the rules speak of. */
const border = fc.constantFrom(
  fixedDay(2019, 6, 30),
  fixedDay(2019, 7, 1),
  fixedDay(2019, 12, 31),
  fixedDay(2020, 6, 30),
  fixedDay(2020, 7, 1),
  fixedDay(2020, 12, 31),
  fixedDay(2021, 7, 1),
);
const date = fc.option(fc.oneof(day, border), { freq: 3 });
const one = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { freq: 4 });
const codes = <K extends string>(table: Readonly<Record<K, unknown>>): K[] =>
  Object.keys(table) as K[];

const leaving = fc.record({
  hiredOn: date,
  after: fc.option(
    fc.oneof(fc.integer({ min: 0, max: 1200 }), fc.constantFrom(364, 365, 366, 729, 730, 731)),
  ),
  leaveType: one(codes(LEAVE_TYPES)),
  dated: fc.boolean(),
  promotedAfter: fc.option(fc.constantFrom(0, 100, 729, 730, 731, 900)),
});

/** A random hire of a file with dates: any combination of them, whatever a real file may hold. */
export const datedHire: fc.Arbitrary<Hire> = fc
  .record({
    company: fc.constant(''),
    schoolId: fc.constantFrom(1, 2, 3),
    collegeId: fc.constant(null),
    majorId: fc.constantFrom(1, 2),
    degree: one(codes(DEGREES)),
    graduationYear: fc.constantFrom(2019, 2020, 2021),
    channel: one(codes(CHANNELS)),
    internedFrom: date,
    internedTo: date,
    offeredOn: date,
    acceptedOn: date,
    declinedOn: date,
    leaving,
    department: one(['Quality', 'Research', '质量部']),
    city: one(['Harbor', 'harbor ', 'Inland市']),
    province: one(['East Province', 'West']),
    salary: one([5_000_000, 9_000_000, 9_000_100, 26_000_000]),
    majorMatch: one([true, false]),
    performance: one([100, 350, 399, 400, 500]),
    stage: fc.constant(null),
    known: fc.oneof(fc.constant(127), fc.integer({ min: 0, max: 255 })),
    followedTo: fc.oneof(day, border),
  })
  .map(({ leaving: { hiredOn, after, leaveType, dated, promotedAfter }, ...rest }) => ({
    ...rest,
    candidateId: null,
    employeeId: null,
    internshipBase: null,
    leaveReason: null,
    position: null,
    hiredOn,
    leaveType,
    leftOn:
      dated && after !== null && leaveType !== null
        ? (hiredOn ?? fixedDay(2020, 1, 1)) + after
        : null,
    promotedOn: promotedAfter === null ? null : (hiredOn ?? fixedDay(2020, 1, 1)) + promotedAfter,
  }));

/** The same, or of a file that says for all of its people how far they came. */
export const anyHire: fc.Arbitrary<Hire> = fc
  .tuple(
    datedHire,
    fc.oneof(
      { weight: 4, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom(...codes(STAGES)) },
    ),
  )
  .map(([hire, stage]) => ({ ...hire, stage }));

/** Hires whose start and end are known, so that tenures have figures to compare; some left without a type. */
export const tidyHire: fc.Arbitrary<Hire> = fc
  .tuple(anyHire, fc.integer({ min: 0, max: 900 }), fc.boolean())
  .map(([person, follow, typed]) => {
    const hiredOn = person.hiredOn ?? fixedDay(2019, 7, 1);
    const leaveType = person.leftOn !== null && typed ? person.leaveType : null;
    const followedTo = Math.max(person.followedTo, hiredOn) + follow;
    return { ...person, hiredOn, leaveType, followedTo, known: 127 };
  });
