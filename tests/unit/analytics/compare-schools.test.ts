import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedDay, isoFromDay, type Day } from '../../../domain/dates.ts';
import { LEAVING_DIMENSIONS, type DimensionId } from '../../../domain/dimensions.ts';
import type { Filters, YearRange } from '../../../domain/filters.ts';
import { COMPARED_METRICS, proportionOf } from '../../../domain/metrics/compared.ts';
import type { MetricId } from '../../../domain/metrics/registry.ts';
import type { Hire } from '../../../domain/records/hire.ts';
import { compareSchools, type ComparisonQuery } from '../../../server/analytics/compare-schools.ts';
import { scopeOfEverything, scopeOfSchool } from '../../../server/auth/scope.ts';
import type { Person } from '../../support/brute-force.ts';
import { MORE_SCHOOLS } from '../../support/more-schools.ts';
import { ALL_KNOWN, day, hire } from '../../support/plain-hire.ts';
import { anyHire } from '../../support/random-hires.ts';
import { storeHires } from '../../support/store-hires.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../support/temporary-database.ts';
import { EXPECTED_SUPPLY } from './expected-supply.ts';
import { EXPECTED } from './expected-values.ts';
import { peopleOf } from './selected-people.ts';

let database: TemporaryDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.remove());

const KNOWN_TO = fixedDay(2022, 12, 31);

function ask(hires: readonly Hire[], query: Partial<ComparisonQuery>) {
  storeHires(database, hires, KNOWN_TO, { schools: MORE_SCHOOLS });
  return compareSchools(database.store.aggregator, {
    metric: 'acceptance_rate',
    where: {},
    scope: scopeOfEverything(),
    ...query,
  });
}

/** The last graduation years that are complete, by looking at every person. */
function pooledByPerson(
  people: readonly Person[],
  metric: MetricId,
  asOf: Day,
  pool: number,
): YearRange | null {
  const formula = proportionOf(metric);
  const days = formula?.maturity?.days ?? 0;
  const among = formula?.among ?? 'hires';
  const last = Math.max(
    ...people
      .filter(({ measures }) => measures[among] > 0)
      .map(({ dimensions }) => Number(dimensions.year))
      .filter((year) => fixedDay(year, 12, 31) + days <= asOf),
  );
  return Number.isFinite(last) ? { from: last - pool + 1, to: last } : null;
}

const manySchools = fc
  .tuple(anyHire, fc.constantFrom(1, 2, 3, 4, 5, 6), fc.boolean())
  .map(([one, schoolId, all]): Hire => ({ ...one, schoolId, known: all ? ALL_KNOWN : one.known }));

const anyWhere = fc.constantFrom<Filters>(
  {},
  {},
  {},
  { year: [{ from: 2019, to: 2020 }] },
  { year: [{ from: 2021, to: 2021 }] },
  { school: [1, 4] },
  { degree: ['bachelor', null] },
  { leave_type: ['resigned', null] },
);

describe('compareSchools', () => {
  it('counts what a loop over all people counts, for every proportion, filter, as-of and pooling', async () => {
    let withValue = 0;
    let ranked = 0;
    const anyCase = fc.record({
      hires: fc.oneof(
        fc.array(manySchools, { maxLength: 40 }),
        fc.array(manySchools, { minLength: 200, maxLength: 300 }),
      ),
      metric: fc.oneof(
        fc.constantFrom(...COMPARED_METRICS),
        fc.constantFrom<MetricId>('acceptance_rate', 'intern_share', 'major_match_rate'),
      ),
      where: anyWhere,
      asOf: fc.constantFrom(KNOWN_TO, fixedDay(2021, 12, 30), fixedDay(2021, 12, 31)),
      pool: fc.constantFrom(undefined, undefined, 1, 3),
      scope: fc.constantFrom(scopeOfEverything(), scopeOfEverything(), scopeOfSchool(2)),
    });
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ hires, metric, where, asOf, pool, scope }) => {
        const answer = await ask(hires, { metric, where, asOf, pool, scope });
        const formula = proportionOf(metric);
        if (formula === null) throw new Error('a compared metric is a proportion');

        const selected = peopleOf(hires, { by: [], where, asOf, scope });
        const years = pool === undefined ? null : pooledByPerson(selected, metric, asOf, pool);
        expect(answer.years).toEqual(years);
        const pooled = years === null ? where : { ...where, year: [years] };
        const people =
          pool !== undefined && years === null
            ? []
            : peopleOf(hires, { by: [], where: pooled, asOf, scope });

        const [only] = pooled.year ?? [];
        const season = only && only.from === only.to ? only.from : null;
        const ofLeavers = LEAVING_DIMENSIONS.some((id) => where[id] !== undefined);
        const bySchool = MORE_SCHOOLS.flatMap(({ id }) => {
          const own = people.filter(({ dimensions }) => dimensions.school === id);
          if (own.length === 0) return [];
          const group = {
            people: own,
            allSchools: own,
            season,
            asOf,
            isOneSchool: true,
            ofLeavers,
            everybody: people,
            cohorts: [],
            plans: [],
            holds: () => true,
            asked: new Set<DimensionId>(),
            scoped: scope.kind !== 'all',
          };
          const value = { ...EXPECTED, ...EXPECTED_SUPPLY }[metric](group);
          const x = own.reduce((sum, { measures }) => sum + measures[formula.of], 0);
          return value.n === 0 && value.reason === 'nobody' ? [] : [{ id, value, x }];
        });
        expect(answer.rows.map(({ key }) => key[0])).toEqual(bySchool.map(({ id }) => id));
        let [allX, allN] = [0, 0];
        for (const [index, { value, x }] of bySchool.entries()) {
          const row = answer.rows[index];
          const { value: rate, n, status, reason } = row?.value ?? value;
          expect({ rate, n, status, reason }).toEqual({
            rate: value.value,
            n: value.n,
            status: value.status,
            reason: value.reason,
          });
          expect(row?.x).toBe(value.value === null ? null : x);
          expect(row?.difference === null).toBe(value.value === null || value.n < 10);
          if (value.value === null) continue;
          allX += x;
          allN += value.n;
          withValue += 1;
        }
        expect(answer.whole).toMatchObject({
          x: allX,
          n: allN,
          value: allN === 0 ? null : allX / allN,
        });
        const large = bySchool.filter(({ value }) => value.value !== null && value.n >= 10).length;
        expect(answer.ranking.schools).toBe(large);
        expect(answer.rows.filter((row) => row.ranked !== null)).toHaveLength(
          large >= 5 ? large : 0,
        );
        if (large >= 5) ranked += 1;
      }),
      { numRuns: 150 },
    );
    expect(withValue).toBeGreaterThan(150);
    expect(ranked).toBeGreaterThan(5);
  });

  /** People of a school who decided on an offer, `accepted` of them with yes. */
  const decided = (schoolId: number, accepted: number, of: number, graduationYear = 2020) =>
    Array.from({ length: of }, (_, index) =>
      hire(
        { schoolId, graduationYear },
        index < accepted ? { acceptedOn: '2019-12-01' } : { declinedOn: '2019-12-01' },
      ),
    );

  it('marks the one school that differs, and ranks five of ten people or more', async () => {
    const hires = [
      ...decided(1, 30, 36),
      ...decided(2, 28, 36),
      ...decided(3, 8, 36),
      ...decided(4, 29, 36),
      ...decided(5, 9, 10),
      ...decided(6, 9, 9),
    ];
    const { rows, whole, ranking, limits } = await ask(hires, {});
    expect(whole).toMatchObject({ x: 113, n: 163, value: 113 / 163, status: 'ok' });
    const marked = rows.filter(({ difference }) => difference?.differs === true);
    expect(marked.map(({ key }) => key[0])).toContain(3);
    expect(rows.at(-1)).toMatchObject({ difference: null, ranked: null, value: { n: 9 } });
    expect(ranking).toEqual({ schools: 5, places: 2, needs: 5 });
    const third = rows.find(({ key }) => key[0] === 3)?.ranked;
    expect(third?.rank).toEqual({ best: 5, worst: 5 });
    expect(third?.first).toBeLessThan(0.001);
    // Pulled towards the others from 22 %, but not far.
    expect(third?.mean).toBeGreaterThan(8 / 36);
    expect(third?.high).toBeLessThan(0.5);
    expect(limits[0]?.n).toBeLessThan(9);
    expect(limits.at(-1)?.n).toBeGreaterThanOrEqual(36);
    for (const { low998, low95, high95, high998 } of limits) {
      const order = [0, low998, low95, high95, high998, 1];
      expect(order).toEqual(order.toSorted((a, b) => a - b));
    }
  });

  it('counts low rates as best where low is better', async () => {
    const reneged = (schoolId: number, gone: number, of: number) =>
      Array.from({ length: of }, (_, index) =>
        hire(
          { schoolId },
          { acceptedOn: '2019-12-01', ...(index < gone ? {} : { hiredOn: '2020-07-01' }) },
        ),
      );
    const hires = [
      ...reneged(1, 1, 40),
      ...reneged(2, 10, 40),
      ...reneged(3, 9, 40),
      ...reneged(4, 11, 40),
      ...reneged(5, 26, 40),
    ];
    const { rows } = await ask(hires, { metric: 'renege_rate' });
    expect(rows.map(({ value }) => value.value)).toEqual([1, 10, 9, 11, 26].map((x) => x / 40));
    expect(rows[0]?.ranked?.rank).toEqual({ best: 1, worst: 1 });
    expect(rows[4]?.ranked?.rank).toEqual({ best: 5, worst: 5 });
    expect(rows[0]?.ranked?.first).toBeGreaterThan(0.99);
  });

  it('has no ranking of four schools, and nothing to compare a single one with', async () => {
    const four = await ask(
      [1, 2, 3, 4].flatMap((id) => decided(id, 2 * id, 12)),
      {},
    );
    expect(four.ranking).toEqual({ schools: 4, places: 0, needs: 5 });
    expect(four.rows.every(({ ranked }) => ranked === null)).toBe(true);
    const one = await ask(decided(3, 4, 20), {});
    expect(one.rows[0]?.difference).toEqual({ p: 1, differs: false });
    const nobody = await ask([], {});
    expect(nobody).toMatchObject({ rows: [], limits: [], whole: { value: null, n: 0 } });
  });

  it('leaves out schools whose leavers are unknown, and says why', async () => {
    const started = (schoolId: number, known: number) =>
      Array.from({ length: 12 }, () => hire({ schoolId, known }, { hiredOn: '2020-07-01' }));
    const hires = [...started(1, ALL_KNOWN), ...started(2, ALL_KNOWN & ~0b100000)];
    const { rows, whole } = await ask(hires, { metric: 'first_year_turnover' });
    const silent = rows.find(({ value }) => value.value === null);
    expect(silent?.value).toMatchObject({ status: 'no_denominator', reason: 'leavers_unknown' });
    expect(silent).toMatchObject({ x: null, difference: null, ranked: null });
    expect(whole).toMatchObject({ x: 0, n: 12 });
  });

  it('says nothing that rests on who left of people chosen by how they left', async () => {
    const gone = Array.from({ length: 12 }, () =>
      hire({ leaveType: 'resigned' }, { hiredOn: '2020-07-01', leftOn: '2020-12-01' }),
    );
    const where: Filters = { leave_type: ['resigned'] };
    const { rows, whole } = await ask(gone, { metric: 'first_year_turnover', where });
    expect(rows).toMatchObject([{ x: null, value: { value: null, status: 'not_applicable' } }]);
    expect(whole).toMatchObject({ value: null, n: 0 });
    expect((await ask(gone, { metric: 'intern_share', where })).whole.n).toBe(12);
  });

  it('puts three mature graduation years together, up to the last filtered one', async () => {
    const hires = [2017, 2018, 2019, 2020, 2021, 2022].flatMap((year) => decided(1, 3, 5, year));
    const asked = async (where: Filters, asOf?: string) =>
      ask(hires, { where, pool: 3, ...(asOf === undefined ? {} : { asOf: day(asOf) }) });
    const all = await asked({});
    expect(all.years).toEqual({ from: 2020, to: 2022 });
    expect(all.whole).toMatchObject({ x: 9, n: 15 });
    expect((await asked({ year: [{ from: 2019, to: 2019 }] })).years).toEqual({
      from: 2017,
      to: 2019,
    });
    // A day before its end the season of 2022 is not mature.
    const before = await asked({}, '2022-12-30');
    expect(before.years).toEqual({ from: 2019, to: 2021 });
    expect(isoFromDay(before.asOf)).toBe('2022-12-30');
    expect(await asked({ year: [{ from: 2030, to: 2031 }] })).toMatchObject({
      years: null,
      rows: [],
    });
  });

  it('of people who are followed a year pools the graduation years that ended a year before', async () => {
    const hires = [2019, 2020, 2021].flatMap((graduationYear) =>
      Array.from({ length: 4 }, () =>
        hire({ graduationYear }, { hiredOn: `${graduationYear}-07-01`, followedTo: '2022-12-31' }),
      ),
    );
    const query = { metric: 'first_year_turnover', pool: 2 } as const;
    expect((await ask(hires, query)).years).toEqual({ from: 2020, to: 2021 });
    const earlier = await ask(hires, { ...query, asOf: day('2022-12-30') });
    expect(earlier.years).toEqual({ from: 2019, to: 2020 });
  });
});
