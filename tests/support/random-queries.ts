import fc from 'fast-check';
import { fixedDay } from '../../domain/dates.ts';
import { DIMENSION_IDS } from '../../domain/dimensions.ts';
import type { Filters } from '../../domain/filters.ts';

const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 5 });
const some = <T>(...values: T[]) => optional(fc.subarray(values, { minLength: 1 }));

/** Random filters over the values of the random records; sparse, so that something is left. */
const anyFilters: fc.Arbitrary<Filters> = fc
  .record({
    school: some<number | null>(1, 2, 3),
    college: some<number | null>(1, null),
    major: some<number | null>(1, 2, null),
    family: some('Engineering', null),
    year: some({ from: 2019, to: 2020 }, { from: 2021, to: 2021 }, null),
    hire_year: some({ from: 2018, to: 2020 }, null),
    degree: some('bachelor', 'master', null),
    channel: some('fair', 'order_class', null),
    department: some('Quality', '质量部', null),
    city: some('Harbor', null),
    intern: some('yes', 'no', null),
    leave_type: some('resigned', 'transfer', 'unknown', null),
    leave_year: some('first', 'later', null),
    outcome: some('declined', 'reneged', 'first_year', 'left_first_year', 'stayed_year', null),
    steps: some('complete', 'skipped', 'unknown', null),
  })
  .map((filters) =>
    Object.fromEntries(Object.entries(filters).filter(([, values]) => values !== undefined)),
  );

/** Where a filter is too narrow nothing is compared, so at most two dimensions are kept. */
const sparse = fc
  .tuple(anyFilters, fc.subarray(DIMENSION_IDS, { maxLength: 2 }))
  .map(([filters, kept]): Filters =>
    Object.fromEntries(Object.entries(filters).filter(([id]) => kept.some((one) => one === id))),
  );

/** A random selection: groups, filters and an as-of day. */
export const anySelection = fc.record({
  by: fc.subarray(DIMENSION_IDS, { maxLength: 3 }),
  where: sparse,
  asOf: fc.oneof(
    fc.integer({ min: fixedDay(2018, 6, 1), max: fixedDay(2022, 12, 31) }),
    fc.constantFrom(fixedDay(2020, 6, 30), fixedDay(2020, 12, 31), fixedDay(2021, 7, 1)),
  ),
});
