import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedDay } from '../../../domain/dates.ts';
import { METRIC_IDS } from '../../../domain/metrics/registry.ts';
import { REASONS } from '../../../domain/metrics/value.ts';
import type { MetricValue } from '../../../domain/metrics/value.ts';
import type { Hire } from '../../../domain/records/hire.ts';
import { queryMetrics } from '../../../server/analytics/query-metrics.ts';
import { scopeOfEverything, scopeOfSchool } from '../../../server/auth/scope.ts';
import type { Selection } from '../../../server/store/ports.ts';
import { day, hire } from '../../support/plain-hire.ts';
import { anyHire, tidyHire } from '../../support/random-hires.ts';
import { anySelection } from '../../support/random-queries.ts';
import { storeHires } from '../../support/store-hires.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../support/temporary-database.ts';
import { anySupply } from '../../support/random-supply.ts';
import { EXPECTED_SUPPLY } from './expected-supply.ts';
import { expectSame } from './expect-same.ts';
import { EXPECTED, type Group } from './expected-values.ts';
import { groupsOf } from './selected-people.ts';

let database: TemporaryDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.remove());

const ALL_EXPECTED = { ...EXPECTED, ...EXPECTED_SUPPLY };

const KNOWN_TO = fixedDay(2022, 12, 31);

function ask(selection: Selection) {
  return queryMetrics(database.store.aggregator, {
    ...selection,
    metrics: METRIC_IDS,
    limit: 10_000,
  });
}

const plain = fc.record({
  by: fc.constantFrom<Selection['by'][]>([], ['year'], ['school'], ['year', 'school'], ['degree']),
  where: fc.constantFrom<Selection['where'][]>(
    {},
    {},
    { year: [{ from: 2021, to: 2021 }] },
    { school: [1] },
    { school: [1, 3], year: [{ from: 2019, to: 2020 }] },
  ),
  asOf: fc.constantFrom(
    KNOWN_TO,
    fixedDay(2020, 9, 1),
    fixedDay(2021, 12, 30),
    fixedDay(2021, 12, 31),
  ),
});

/** Questions that every fact can be asked. */
const shared = fc.record({
  by: fc.constantFrom<Selection['by'][]>(
    [],
    ['year'],
    ['major'],
    ['major', 'year'],
    ['degree'],
    ['family', 'year'],
    ['school'],
    ['college'],
    ['school', 'major'],
    ['department'],
  ),
  where: fc.constantFrom<Selection['where'][]>(
    {},
    {},
    { year: [{ from: 2019, to: 2021 }] },
    { year: [{ from: 2020, to: 2020 }] },
    { major: [1] },
    { major: [1, null] },
    { degree: ['bachelor'] },
    { department: ['Quality'] },
    { school: [1, 2] },
    { college: [1] },
  ),
  asOf: fc.constantFrom(KNOWN_TO, KNOWN_TO, fixedDay(2021, 10, 1), fixedDay(2020, 12, 31)),
});

/** Hires that meet cohorts and plans: dated, of the degrees and departments those speak of. */
const campusHire: fc.Arbitrary<Hire> = fc
  .record({
    one: anyHire,
    start: fc.constantFrom(1, 31, 200, 800),
    degree: fc.constantFrom('bachelor' as const, 'master' as const),
    department: fc.constantFrom('Quality', 'Research'),
    blank: fc.nat(60),
  })
  .map(({ one, start, degree, department, blank }) => ({
    ...one,
    degree: blank === 0 ? null : degree,
    department: blank === 1 ? null : department,
    collegeId: one.schoolId === 1 && blank !== 2 ? 1 : null,
    hiredOn: blank === 3 ? null : fixedDay(one.graduationYear, 6, 30) + start,
    stage: 'hired' as const,
    known: 127,
  }));

const anyCase = fc.record({
  hires: fc.oneof(
    fc.array(anyHire, { minLength: 1, maxLength: 60 }),
    fc.array(tidyHire, { minLength: 1, maxLength: 60 }),
    fc.array(campusHire, { minLength: 1, maxLength: 60 }),
  ),
  supply: anySupply,
  selections: fc.array(fc.oneof(anySelection, plain, shared), { minLength: 6, maxLength: 6 }),
  scope: fc.constantFrom(scopeOfEverything(), scopeOfEverything(), scopeOfSchool(2)),
});

describe('queryMetrics', () => {
  it('answers every metric like an evaluation person by person', async () => {
    const seen = new Map<string, number>();
    const compare = (values: Readonly<Record<string, MetricValue>>, group: Group, key: string) => {
      for (const id of METRIC_IDS) {
        const expected = ALL_EXPECTED[id](group);
        expectSame(values[id], expected, `${id} of ${key}`);
        const words = [
          `${id} ${expected.value === null ? 'none' : 'value'}`,
          expected.status,
          expected.reason ?? 'told',
        ];
        for (const word of words) seen.set(word, (seen.get(word) ?? 0) + 1);
      }
    };
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ hires, supply, selections, scope }) => {
        storeHires(database, hires, KNOWN_TO, supply);
        for (const random of selections) {
          const selection = { ...random, scope };
          const seenTo = selection.asOf < KNOWN_TO ? selection.asOf : null;
          const groups = groupsOf(hires, selection, supply, seenTo);
          const { rows, total } = await ask(selection);
          const keys = rows.map(({ key }) => JSON.stringify(key));
          expect([...keys, 'total'].toSorted()).toEqual([...groups.keys()].toSorted());
          for (const [index, key] of keys.entries()) {
            const group = groups.get(key);
            if (group) compare(rows[index]?.values ?? {}, group, key);
          }
          const all = groups.get('total');
          if (all) compare(total, all, 'total');
        }
      }),
      { numRuns: 120 },
    );
    for (const id of METRIC_IDS) expect(seen.get(`${id} value`) ?? 0, id).toBeGreaterThan(10);
    for (const reason of Object.keys(REASONS))
      expect(seen.get(reason) ?? 0, reason).toBeGreaterThan(3);
    const statuses = ['ok', 'small', 'open', 'no_data', 'no_denominator', 'not_applicable'];
    for (const status of statuses) expect(seen.get(status) ?? 0, status).toBeGreaterThan(10);
  });

  it('has one row without groups, equal to the total, also over no people at all', async () => {
    for (const hires of [[], [hire({}, { hiredOn: '2020-07-01' })]]) {
      storeHires(database, hires, KNOWN_TO);
      const { rows, total } = await ask({
        by: [],
        where: {},
        asOf: KNOWN_TO,
        scope: scopeOfEverything(),
      });
      expect(rows).toEqual([{ key: [], values: total }]);
    }
  });

  it('pools the total over people: no mean of the rows, not even a weighted one of medians', async () => {
    const people = (schoolId: number, salaries: number[]) =>
      salaries.map((salary) =>
        hire(
          { schoolId, salary: salary * 100, majorMatch: salary > 50 },
          { hiredOn: '2020-07-01' },
        ),
      );
    const hires = [...people(1, [10]), ...people(2, [100, 100, 100, 20])];
    storeHires(database, hires, KNOWN_TO);
    const { rows, total } = await ask({
      by: ['school'],
      where: {},
      asOf: KNOWN_TO,
      scope: scopeOfEverything(),
    });
    expect(rows.map(({ values }) => values['salary_median']?.value)).toEqual([10, 100]);
    expect(total['salary_median']).toMatchObject({ value: 100, n: 5 });
    expect(total['major_match_rate']).toMatchObject({ value: 3 / 5, n: 5 });
    expect(rows.map(({ values }) => values['school_share']?.value)).toEqual([1 / 5, 4 / 5]);
    expect(total['school_share']?.value).toBe(1);
    expect(total['top_school_share']?.value).toBe(4 / 5);
  });

  it('takes the same year given twice for one season', async () => {
    const year = { from: 2022, to: 2022 };
    const started = (hiredOn: string) => hire({ graduationYear: 2022 }, { hiredOn });
    storeHires(database, [started('2021-11-01'), started('2022-07-01')], KNOWN_TO);
    const answer = async (years: (typeof year)[]) => {
      const { total } = await ask({
        by: [],
        where: { year: years },
        asOf: KNOWN_TO,
        scope: scopeOfEverything(),
      });
      return total['first_year_turnover'];
    };
    expect(await answer([year])).toMatchObject({ value: null, status: 'open' });
    expect(await answer([year, year])).toEqual(await answer([year]));
  });

  it('refuses an as-of after the data and hides what came after an earlier one', async () => {
    storeHires(
      database,
      [hire({ leaveType: 'resigned' }, { hiredOn: '2020-07-01', leftOn: '2021-03-01' })],
      day('2022-12-31'),
    );
    const at = (asOf: string) =>
      ask({ by: [], where: {}, asOf: day(asOf), scope: scopeOfEverything() });
    await expect(at('2023-01-01')).rejects.toMatchObject({ code: 'invalid_input', status: 400 });
    const headcounts = [];
    for (const asOf of ['2020-06-30', '2020-07-01', '2021-02-28', '2021-03-01']) {
      headcounts.push((await at(asOf)).total['headcount']?.value);
    }
    expect(headcounts).toEqual([0, 1, 1, 0]);
  });
});
