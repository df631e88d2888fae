import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedDay, isoFromDay } from '../../domain/dates.ts';
import type { Filters } from '../../domain/filters.ts';
import { dayOfMonths } from '../../domain/metrics/months.ts';
import { LEAVE_TYPES } from '../../domain/records/enumerations.ts';
import type { Hire } from '../../domain/records/hire.ts';
import { logRank } from '../../domain/statistics/log-rank.ts';
import { scopeOfEverything } from '../../server/auth/scope.ts';
import type { Person } from '../support/brute-force.ts';
import { day, hire } from '../support/plain-hire.ts';
import { storeHires } from '../support/store-hires.ts';
import { histogramOf, PLACEBO, SIX_MP, type Seen } from '../support/survival.ts';
import { survivalByPerson, type Tenure } from '../unit/analytics/expected-values.ts';
import { peopleOf } from '../unit/analytics/selected-people.ts';
import { AS_OF, PEOPLE, readApp, type ReadApp } from './read-app.ts';

/** As much of an answered row as these tests touch. */
interface Row {
  readonly key: { readonly school?: { readonly id: number } };
  readonly others?: true;
  readonly n: number;
  readonly events: number;
  readonly lastDay: number | null;
  readonly smallFrom: number | null;
  readonly points: readonly { readonly day: number; readonly low: number; readonly high: number }[];
  readonly monthly: readonly {
    readonly month: number;
    readonly day: number;
    readonly survival: number;
    readonly low: number;
    readonly high: number;
    readonly atRisk: number;
  }[];
}

interface TestedGroup {
  readonly key: { readonly school?: { readonly id: number } };
  readonly others?: true;
  readonly n: number;
  readonly observed: number;
  readonly expected: number;
}

let read: ReadApp;

async function ok(path: string) {
  const { status, body, text } = await read.ask(path);
  expect(status, `${path}: ${text}`).toBe(200);
  return body;
}

/** The random hires, but nobody gone without a date and all with a start: a few of those hide every curve. */
const DATED = PEOPLE.map((one, index) => ({
  ...one,
  hiredOn: one.hiredOn ?? fixedDay(2018 + (index % 4), 7, 1),
  leaveType: one.leftOn === null ? null : one.leaveType,
}));

const people = (where: Filters = {}, hires: readonly Hire[] = PEOPLE): Person[] =>
  peopleOf(hires, { by: [], where, asOf: AS_OF, scope: scopeOfEverything() });
const tenuresOf = (list: readonly Person[]): Tenure[] =>
  list.flatMap(({ tenure }) => (tenure === null ? [] : [tenure]));
const schoolOf = ({ key }: { key: Row['key'] }) => key.school?.id;

/** Observed and expected of schools within years hired, person by person. */
function bruteTest(groups: readonly (readonly Person[])[]) {
  const years = new Set(groups.flat().map(({ dimensions }) => dimensions.hire_year));
  return logRank(
    [...years].map((year) =>
      groups.map((group) => {
        const own = group.filter(({ dimensions }) => dimensions.hire_year === year);
        return histogramOf(tenuresOf(own).map(({ days, left }) => ({ time: days, event: left })));
      }),
    ),
  );
}

describe('GET /api/retention', () => {
  beforeAll(async () => {
    read = await readApp(DATED);
  });
  afterAll(() => read.remove());

  const dated = (where: Filters = {}) => people(where, DATED);

  it('answers all groups by key, the largest by size, and the named as they are named', async () => {
    const all = await ok('/api/retention?by=school&test=none');
    expect(all.rows.map(schoolOf)).toEqual([1, 2, 3]);
    expect([all.groupsInAll, 'test' in all]).toEqual([3, false]);
    const bySize = all.rows.toSorted((a: Row, b: Row) => b.n - a.n);
    const top = await ok('/api/retention?by=school&top=2');
    expect(top.rows).toEqual(bySize.slice(0, 2));
    expect(top.groupsInAll).toBe(3);
    const named = await ok('/api/retention?by=school&group=3&group=1&group=99');
    expect(named.rows.slice(0, 2)).toEqual([all.rows[2], all.rows[0]]);
    expect(named.rows[2]).toMatchObject({ n: 0, points: [], reason: 'nobody', lastDay: null });
    const years = await ok('/api/retention?by=hire_year&group=2020&test=none');
    expect(years.rows.map(({ key }: { key: { hire_year: number } }) => key.hire_year)).toEqual([
      2020,
    ]);
  });

  it('sets a group against everybody else', async () => {
    const { rows } = await ok('/api/retention?by=school&group=2&against=others&year=2019..2020');
    expect(rows.map(({ others }: Row) => others ?? false)).toEqual([false, true]);
    const { rows: rest } = await ok('/api/retention?school=1&school=3&year=2019..2020&test=none');
    expect({ ...rows[1], others: undefined }).toEqual({ ...rest[0], others: undefined });
    const none = await ok('/api/retention?by=school&group=2&against=others&school=2&test=none');
    expect(none.rows[1]).toMatchObject({ n: 0, others: true, reason: 'nobody' });
  });

  it('ends curve, interval and monthly figures where the follow-up ends', async () => {
    const { rows } = await ok('/api/retention?by=school&by=degree&test=none');
    let compared = 0;
    for (const row of rows) {
      const { key } = row;
      const tenures = tenuresOf(
        dated().filter(
          ({ dimensions }) =>
            dimensions.school === key.school.id && dimensions.degree === key.degree,
        ),
      );
      if (row.points.length === 0) continue;
      const last = Math.max(...tenures.map(({ days }) => days));
      expect(row.lastDay).toBe(last);
      for (const point of row.points) {
        expect(point.day).toBeLessThanOrEqual(last);
        expect(0 <= point.low && point.low <= point.high && point.high <= 1).toBe(true);
      }
      for (const at of row.monthly) {
        expect(at.day).toBe(dayOfMonths(at.month));
        const expected = survivalByPerson(tenures, at.day);
        expect(at.survival).toBeCloseTo(expected.survival, 9);
        expect(at.atRisk).toBe(expected.atRisk);
        expect(at.atRisk > 0 || at.survival === 0).toBe(true);
        compared += 1;
      }
      expect(row.monthly.at(-1)?.day).toBeLessThanOrEqual(last);
      expect(dayOfMonths(row.monthly.length)).toBeGreaterThan(last);
      const days = Array.from({ length: last + 1 }, (_, index) => index);
      const small = days.find((at) => tenures.filter(({ days: end }) => end >= at).length < 10);
      expect(row.smallFrom).toBe(small ?? null);
    }
    expect(compared).toBeGreaterThan(300);
  });

  it('tests the groups by log-rank within years hired', async () => {
    const { test } = await ok('/api/retention?by=school');
    const groups = [1, 2, 3].map((school) => dated({ school: [school] }));
    const wanted = bruteTest(groups);
    expect(test).toMatchObject({
      status: 'ok',
      df: 2,
      method: 'permutation',
      stratifiedBy: 'hire_year',
    });
    expect(test.chiSquare).toBeCloseTo(wanted.chiSquare, 9);
    expect(test.groups.map(schoolOf)).toEqual([1, 2, 3]);
    for (const [index, group] of test.groups.entries()) {
      expect(group.n).toBe(tenuresOf(groups[index] ?? []).length);
      expect(group.observed).toBe(wanted.observed[index]);
      expect(group.expected).toBeCloseTo(wanted.expected[index] ?? Number.NaN, 9);
    }
    expect(test.p).toBeGreaterThan(0);
    expect(Number.isInteger(Math.round(test.p * 1e8) / 1e4)).toBe(true);
  });

  it('gives the same p every time and in every order, also without the curves', async () => {
    const first = await ok('/api/retention/test?by=school&group=1&group=3');
    const turned = await ok('/api/retention/test?by=school&group=3&group=1');
    expect(turned.test.p).toBe(first.test.p);
    expect(turned.test.groups).toEqual(first.test.groups.toReversed());
    const { test } = await ok('/api/retention?by=school&group=1&group=3');
    expect(test).toEqual(first.test);
    const again = await readApp(DATED);
    const { body } = await again.ask('/api/retention/test?by=school&group=1&group=3');
    await again.remove();
    expect(body.test).toEqual(first.test);
  });

  it('compares years hired with one another, which cannot be compared within a year', async () => {
    const { test } = await ok('/api/retention/test?by=hire_year&top=2');
    expect(test).toMatchObject({ status: 'ok', stratifiedBy: null, strata: 1, df: 1 });
  });

  it.each([
    ['', 'one_group'],
    ['by=school&top=1', 'one_group'],
    ['by=department&by=city', 'too_many_groups'],
    ['by=school&group=1&group=99', 'small_group'],
    ['by=school&asOf=2019-09-30', 'few_leavers'],
    ['by=leave_type', 'not_applicable'],
    ['by=school&leave_year=first', 'not_applicable'],
  ])('does not compare %s: %s', async (query, reason) => {
    const { test } = await ok(`/api/retention/test?${query}`);
    expect(test).toMatchObject({ status: 'hidden', reason });
    if (query.includes('99')) expect(test.groups.map(schoolOf)).toEqual([99]);
  });

  it('has no curves of people chosen by their leaving', async () => {
    const { rows } = await ok('/api/retention?by=leave_type&test=none');
    for (const row of rows) {
      expect(row).toMatchObject({ points: [], n: 0, status: 'not_applicable' });
    }
    const { rows: filtered } = await ok('/api/retention?leave_type=resigned&test=none');
    expect(filtered[0]).toMatchObject({ points: [], status: 'not_applicable' });
  });
});

describe('the log-rank test of known data', () => {
  afterAll(() => read.remove());

  const hires = (schoolId: number, list: readonly Seen[], start = '2020-07-01'): Hire[] =>
    list.map(({ time, event }) =>
      hire(
        { schoolId, leaveType: event ? 'resigned' : null },
        event
          ? { hiredOn: start, leftOn: isoFromDay(day(start) + time), followedTo: '2022-12-31' }
          : { hiredOn: start, followedTo: isoFromDay(day(start) + time) },
      ),
    );

  it('is the published one for Freireich’s arms', async () => {
    read = await readApp([...hires(1, SIX_MP), ...hires(2, PLACEBO)]);
    const { test } = await ok('/api/retention/test?by=school');
    expect(test.chiSquare).toBeCloseTo(16.79294, 5);
    expect(test.groups.map(({ observed }: TestedGroup) => observed)).toEqual([9, 21]);
    expect(test.groups[0].expected).toBeCloseTo(19.2505, 4);
    expect(test.groups[1].expected).toBeCloseTo(10.7495, 4);
    expect(test).toMatchObject({ df: 1, strata: 1 });
    expect(test.p).toBeLessThan(0.001);
    const against = await ok('/api/retention/test?by=school&group=2&against=others');
    expect(against.test.chiSquare).toBeCloseTo(16.79294, 5);
    expect(against.test.groups[1]).toMatchObject({ others: true, n: 21 });
  });

  it('is hidden where fewer than ten left, where a curve is, and where groups never worked together', async () => {
    const stays = (count: number): Seen[] =>
      Array.from({ length: count }, () => ({ time: 90, event: false }));
    storeHires(
      read.database,
      [...hires(1, [...SIX_MP.slice(0, 4), ...stays(8)]), ...hires(2, stays(12))],
      AS_OF,
    );
    expect((await ok('/api/retention/test?by=school')).test.reason).toBe('few_leavers');
    storeHires(
      read.database,
      [
        ...hires(1, SIX_MP),
        ...hires(2, PLACEBO),
        hire({ schoolId: 2, leaveType: 'resigned' }, { hiredOn: '2020-07-01' }),
      ].concat(hire({ schoolId: 2, leaveType: 'resigned' }, { hiredOn: '2020-07-01' })),
      AS_OF,
    );
    const undated = (await ok('/api/retention/test?by=school')).test;
    expect(undated.reason).toBe('no_curve');
    expect(undated.groups.map(schoolOf)).toEqual([2]);
    storeHires(read.database, [...hires(1, SIX_MP), ...hires(2, PLACEBO, '2019-07-01')], AS_OF);
    expect((await ok('/api/retention/test?by=school')).test.reason).toBe('never_together');
  });

  it('takes p from the distribution where very many are compared, and says so', async () => {
    const many = Array.from({ length: 500 }, () => [...SIX_MP, ...PLACEBO]).flat();
    const half = Math.floor(many.length / 2);
    storeHires(
      read.database,
      [...hires(1, many.slice(0, half)), ...hires(2, many.slice(half))],
      AS_OF,
    );
    const { test } = await ok('/api/retention/test?by=school');
    expect(test).toMatchObject({ status: 'ok', method: 'chi_square', df: 1 });
    expect(test.p).toBeGreaterThan(0.9);
  });
});

describe('who left', () => {
  beforeAll(async () => {
    read = await readApp();
  });
  afterAll(() => read.remove());

  it('is counted by type and by year of employment like a loop over people', async () => {
    const { rows, total } = await ok('/api/query?metric=leavers&by=leave_type&by=leave_year');
    const leavers = people().filter(({ measures }) => measures.leavers === 1);
    expect(total.leavers.value).toBe(leavers.length);
    for (const { key, values } of rows) {
      const own = leavers.filter(
        ({ dimensions }) =>
          dimensions.leave_type === key.leave_type && dimensions.leave_year === key.leave_year,
      );
      expect(values.leavers.value, JSON.stringify(key)).toBe(own.length);
    }
    expect(leavers.length).toBeGreaterThan(40);
  });

  it('are the events of the retention curves, where type and dates make them events', async () => {
    const events = people().filter(({ tenure }) => tenure?.left === true).length;
    const types = Object.keys(LEAVE_TYPES).filter(
      (type) => !['transfer', 'retired', 'died'].includes(type),
    );
    const query = types.map((type) => `leave_type=${type}`).join('&');
    const years = ['first', 'second', 'third', 'later']
      .map((year) => `leave_year=${year}`)
      .join('&');
    const { total } = await ok(`/api/query?metric=leavers&${query}&${years}`);
    expect(total.leavers.value).toBe(events);
  });

  it('counts days as written: 365, 730 and 1,095 still belong to the year they end', async () => {
    const left = (days: number) =>
      hire(
        { leaveType: 'resigned' },
        { hiredOn: '2018-01-01', leftOn: isoFromDay(day('2018-01-01') + days) },
      );
    storeHires(read.database, [0, 365, 366, 730, 731, 1095, 1096].map(left), AS_OF);
    const { rows } = await ok('/api/query?metric=leavers&by=leave_year');
    const counts = rows.map(
      ({
        key,
        values,
      }: {
        key: { leave_year: string };
        values: { leavers: { value: number } };
      }) => [key.leave_year, values.leavers.value],
    );
    expect(Object.fromEntries(counts)).toEqual({ first: 2, second: 2, third: 2, later: 1 });
  });

  it('says nothing of how long people stay among those who left', async () => {
    const { total } = await ok(
      '/api/query?metric=retention_12m&metric=first_year_turnover&metric=median_tenure&metric=hires&leave_type=resigned',
    );
    for (const id of ['retention_12m', 'first_year_turnover', 'median_tenure']) {
      expect(total[id]).toEqual({ value: null, n: 0, status: 'not_applicable' });
    }
    expect(total.hires.value).toBeGreaterThan(0);
  });
});
