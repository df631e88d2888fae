import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DimensionId } from '../../../domain/dimensions.ts';
import type { Filters } from '../../../domain/filters.ts';
import type { MetricId } from '../../../domain/metrics/registry.ts';
import type { Hire } from '../../../domain/records/hire.ts';
import { scopeOfEverything, scopeOfSchool } from '../../../server/auth/scope.ts';
import { queryMetrics } from '../../../server/analytics/query-metrics.ts';
import { day, hire } from '../../support/plain-hire.ts';
import { NOWHERE, type Cohort, type HiringPlan, type Supply } from '../../support/random-supply.ts';
import { storeHires } from '../../support/store-hires.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../support/temporary-database.ts';

let database: TemporaryDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.remove());

const AS_OF = day('2022-12-31');

const plan = (headcount: number, more: Partial<HiringPlan> = {}): HiringPlan => ({
  majorId: 1,
  degree: 'bachelor',
  department: null,
  year: 2020,
  headcount,
  ...more,
});
const cohort = (graduates: number, more: Partial<Cohort> = {}): Cohort => ({
  schoolId: 1,
  collegeId: null,
  majorId: 1,
  degree: 'bachelor',
  year: 2020,
  countedOn: day('2020-12-31'),
  graduates,
  destinations: NOWHERE,
  ...more,
});
const hired = (count: number, more: Partial<Hire> = {}): Hire[] =>
  Array.from({ length: count }, () =>
    hire(more, { hiredOn: `${more.graduationYear ?? 2020}-07-01` }),
  );

interface Question {
  readonly by?: readonly DimensionId[];
  readonly where?: Filters;
  readonly asOf?: string;
  readonly scope?: ReturnType<typeof scopeOfEverything>;
}

async function ask(
  metrics: readonly MetricId[],
  { hires = [], cohorts = [], plans = [] }: Partial<Supply> & { hires?: readonly Hire[] },
  { by = [], where = {}, asOf, scope = scopeOfEverything() }: Question = {},
) {
  storeHires(database, hires, AS_OF, { cohorts, plans });
  const answer = await queryMetrics(database.store.aggregator, {
    metrics,
    by,
    where,
    scope,
    limit: 100,
    asOf: asOf === undefined ? undefined : day(asOf),
  });
  const rows = new Map(answer.rows.map((row) => [JSON.stringify(row.key), row.values]));
  return { rows, total: answer.total };
}

describe('a plan for any major', () => {
  const records = {
    hires: [...hired(8), ...hired(4, { majorId: 2 })],
    plans: [plan(10), plan(5, { majorId: null, degree: null })],
  };

  it('enters totals once, met by hires of every major', async () => {
    const { total } = await ask(['planned', 'fill_rate', 'gap'], records);
    expect(total).toMatchObject({
      planned: { value: 15 },
      fill_rate: { value: 12 / 15, n: 15 },
      gap: { value: 3, n: 15 },
    });
  });

  it('enters no single major, and has no hires of its own', async () => {
    const { rows, total } = await ask(['planned', 'fill_rate', 'gap'], records, { by: ['major'] });
    expect([...rows.keys()].toSorted()).toEqual(['[1]', '[2]', '[null]']);
    expect(rows.get('[1]')).toMatchObject({ planned: { value: 10 }, gap: { value: 2 } });
    expect(rows.get('[2]')).toMatchObject({
      planned: { value: null, status: 'no_data', reason: 'no_plans' },
      gap: { value: null, status: 'no_denominator', reason: 'no_plans' },
    });
    expect(rows.get('[null]')).toMatchObject({
      planned: { value: 5 },
      fill_rate: { value: null, status: 'no_denominator', reason: 'undivided' },
    });
    expect(total['gap']?.value).toBe(3);
  });

  it('does not lend its places to a major that is filtered', async () => {
    const { total } = await ask(['planned', 'gap'], records, { where: { major: [1] } });
    expect(total).toMatchObject({ planned: { value: 10 }, gap: { value: 2 } });
  });
});

describe('a plan for a degree or above', () => {
  const records = {
    hires: [
      ...hired(2, { degree: 'associate' }),
      ...hired(3),
      ...hired(4, { degree: 'master' }),
      ...hired(1, { degree: 'doctor' }),
    ],
    cohorts: [
      cohort(100, { degree: 'associate' }),
      cohort(60),
      cohort(20, { degree: 'master' }),
      cohort(5, { degree: 'doctor', schoolId: 2 }),
    ],
  };
  const metrics = ['planned', 'fill_rate', 'gap', 'supply_ratio'] as const;

  it('is met by everybody at or above it, and by nobody below', async () => {
    const { total } = await ask(metrics, {
      ...records,
      plans: [plan(10, { degree: 'bachelor+' })],
    });
    expect(total).toMatchObject({
      planned: { value: 10 },
      fill_rate: { value: 8 / 10, of: 8 },
      gap: { value: 2 },
      supply_ratio: { value: 85 / 10, of: 85 },
    });
    const masters = await ask(metrics, { ...records, plans: [plan(10, { degree: 'master+' })] });
    expect(masters.total).toMatchObject({ gap: { value: 5 }, supply_ratio: { value: 2.5 } });
  });

  it('beside a plan for one of its degrees counts nobody twice', async () => {
    const plans = [
      plan(10, { degree: 'bachelor+' }),
      plan(4, { degree: 'master' }),
      plan(1, { degree: null }),
    ];
    const { total } = await ask(metrics, { ...records, plans });
    expect(total).toMatchObject({
      planned: { value: 15 },
      gap: { value: 15 - 10 },
      supply_ratio: { value: 185 / 15 },
    });
    const narrower = await ask(metrics, { ...records, plans: plans.slice(0, 2) });
    expect(narrower.total).toMatchObject({
      gap: { value: 14 - 8 },
      supply_ratio: { value: 85 / 14 },
    });
  });

  it('belongs to no single degree', async () => {
    const plans = [plan(10, { degree: 'bachelor+' }), plan(4, { degree: 'master' })];
    const { rows } = await ask(metrics, { ...records, plans }, { by: ['degree'] });
    expect(rows.get('["bachelor+"]')).toMatchObject({
      planned: { value: 10 },
      gap: { value: null, reason: 'undivided' },
      supply_ratio: { value: null, reason: 'undivided' },
    });
    expect(rows.get('["master"]')).toMatchObject({ gap: { value: 0 }, supply_ratio: { value: 5 } });
    expect(rows.get('["bachelor"]')).toMatchObject({ gap: { value: null, reason: 'no_plans' } });
    const { total } = await ask(metrics, { ...records, plans }, { where: { degree: ['master'] } });
    expect(total).toMatchObject({ planned: { value: 4 }, gap: { value: 0 } });
  });

  it('is not judged where people may or may not be of its degrees', async () => {
    const plans = [plan(10, { degree: 'bachelor+' })];
    const hires = [...records.hires, ...hired(1, { degree: null })];
    const { total } = await ask(metrics, { hires, plans });
    expect(total['gap']).toMatchObject({ value: null, reason: 'unplaced' });
  });
});

describe('only cells that both sides know', () => {
  it('hires without a plan and hires without known graduates are left out', async () => {
    const { total } = await ask(['fill_rate', 'yield', 'hires'], {
      hires: [...hired(3), ...hired(2, { majorId: 2 }), ...hired(1, { degree: 'master' })],
      plans: [plan(4)],
      cohorts: [cohort(30)],
    });
    expect(total).toMatchObject({
      hires: { value: 6 },
      fill_rate: { value: 3 / 4, n: 4 },
      yield: { value: 3 / 30, n: 30 },
    });
  });

  it('nobody hired is 0, no count and no plan are unknown', async () => {
    const { rows, total } = await ask(
      ['hires', 'graduates', 'planned', 'yield', 'gap', 'supply_ratio'],
      { cohorts: [cohort(30)], plans: [plan(4, { majorId: 2 })] },
      { by: ['major'] },
    );
    expect(rows.get('[1]')).toMatchObject({
      hires: { value: 0 },
      graduates: { value: 30 },
      planned: { status: 'no_data', reason: 'no_plans' },
      yield: { value: 0, n: 30, low: 0 },
      gap: { status: 'no_denominator', reason: 'no_plans' },
      supply_ratio: { status: 'no_denominator', reason: 'no_plans' },
    });
    expect(rows.get('[2]')).toMatchObject({
      graduates: { status: 'no_data', reason: 'no_cohorts' },
      yield: { status: 'no_denominator', reason: 'no_cohorts' },
      gap: { value: 4 },
      supply_ratio: { status: 'no_denominator', reason: 'no_cohorts' },
    });
    expect(total['supply_ratio']).toMatchObject({ status: 'no_denominator', reason: 'no_shared' });
  });

  it('a group by year or school pools the same cells as the total', async () => {
    const records = {
      hires: [...hired(3), ...hired(5, { graduationYear: 2021 }), ...hired(2, { schoolId: 2 })],
      cohorts: [cohort(30), cohort(50, { year: 2021 }), cohort(20, { schoolId: 3 })],
    };
    const byYear = await ask(['yield'], records, { by: ['year'] });
    expect(byYear.rows.get('[2020]')?.['yield']).toMatchObject({ value: 3 / 50, n: 50 });
    const bySchool = await ask(['yield'], records, { by: ['school'] });
    expect(bySchool.rows.get('[1]')?.['yield']).toMatchObject({ value: 8 / 80, n: 80 });
    expect(bySchool.rows.get('[2]')?.['yield']?.reason).toBe('no_cohorts');
    for (const { total } of [byYear, bySchool]) expect(total['yield']?.value).toBe(8 / 100);
  });

  it('more hired than graduated is shown without an interval', async () => {
    const { total } = await ask(['yield'], { hires: hired(12), cohorts: [cohort(10)] });
    expect(total['yield']).toEqual({ value: 1.2, n: 10, of: 12, status: 'ok' });
  });
});

describe('counts of graduates', () => {
  it('of the latest day stand, and at an earlier as-of those that were known then', async () => {
    const cohorts = [
      cohort(40, { countedOn: day('2020-08-31') }),
      cohort(44),
      cohort(45, { countedOn: day('2021-08-31') }),
    ];
    const values = [];
    for (const asOf of ['2020-08-30', '2020-08-31', '2020-12-31', '2022-12-31']) {
      const { total } = await ask(['graduates'], { cohorts }, { asOf });
      values.push(total['graduates']?.value);
    }
    expect(values).toEqual([null, 40, 44, 45]);
  });

  it('counted after the data’s own as-of are shown, unless an earlier state is asked for', async () => {
    const cohorts = [cohort(40), cohort(50, { countedOn: AS_OF + 90 })];
    expect((await ask(['graduates'], { cohorts })).total['graduates']?.value).toBe(50);
    const before = await ask(['graduates'], { cohorts }, { asOf: '2022-12-30' });
    expect(before.total['graduates']?.value).toBe(40);
  });

  it('are never added to a later count that divides them otherwise', async () => {
    const earlier = { countedOn: day('2020-08-31') };
    const parts = [cohort(30, earlier), cohort(12, { ...earlier, degree: 'master' })];
    const whole = cohort(43, { degree: null });
    const { total } = await ask(['graduates'], { cohorts: [...parts, whole] });
    expect(total['graduates']?.value).toBe(43);
    const divided = [
      cohort(42, { ...earlier, degree: null }),
      cohort(31),
      cohort(12, { degree: 'master' }),
    ];
    expect((await ask(['graduates'], { cohorts: divided })).total['graduates']?.value).toBe(43);
  });

  it('without a degree are those of every degree, in totals', async () => {
    const records = {
      hires: [...hired(3), ...hired(2, { degree: 'master' })],
      cohorts: [cohort(50, { degree: null })],
    };
    expect((await ask(['yield'], records)).total['yield']?.value).toBe(5 / 50);
    const { rows } = await ask(['yield'], records, { by: ['degree'] });
    expect(rows.get('["bachelor"]')?.['yield']?.reason).toBe('no_cohorts');
    expect(rows.get('[null]')?.['yield']?.reason).toBe('undivided');
  });
});

describe('people of whom it cannot be told where they belong', () => {
  it('hide a figure above 5 %: no degree, no start date', async () => {
    const cohorts = [cohort(100)];
    const known = hired(19);
    const at = async (more: Hire[]) =>
      (await ask(['yield'], { hires: [...known, ...more], cohorts })).total['yield'];
    expect(await at(hired(1, { degree: null }))).toMatchObject({ value: 19 / 100 });
    expect(await at(hired(2, { degree: null }))).toMatchObject({ value: null, reason: 'unplaced' });
    const undated = hire({ stage: 'hired' });
    expect(await at([undated])).toMatchObject({ value: 19 / 100 });
    expect(await at([undated, undated])).toMatchObject({ value: null, reason: 'undated' });
  });

  it('hide the figure of a college where colleges are missing, and not that of the school', async () => {
    const records = {
      hires: [...hired(5, { collegeId: 1 }), ...hired(5)],
      cohorts: [cohort(100, { collegeId: 1 })],
    };
    const { rows, total } = await ask(['yield'], records, { by: ['college'] });
    expect(rows.get('[1]')?.['yield']).toMatchObject({ value: null, reason: 'unplaced' });
    expect(total['yield']?.value).toBe(10 / 100);
    const filtered = await ask(['yield'], records, { where: { college: [1] } });
    expect(filtered.total['yield']).toMatchObject({ value: null, reason: 'unplaced' });
  });
});

describe('seasons', () => {
  const records = {
    hires: [...hired(3), ...hired(2, { graduationYear: 2022 })],
    cohorts: [cohort(30), cohort(40, { year: 2022, countedOn: day('2022-08-31') })],
    plans: [plan(4), plan(6, { year: 2022 }), plan(9, { year: 2023 })],
  };

  it('that run or have not begun are open, and left out of longer spans', async () => {
    const metrics = ['planned', 'fill_rate', 'gap', 'yield', 'supply_ratio'] as const;
    const { rows, total } = await ask(metrics, records, { by: ['year'], asOf: '2022-12-30' });
    const open = { value: null, status: 'open', reason: 'not_mature' };
    expect(rows.get('[2022]')).toMatchObject({ fill_rate: open, gap: open, yield: open });
    expect(rows.get('[2023]')).toMatchObject({ planned: { value: 9 }, gap: open });
    expect(rows.get('[2022]')?.['supply_ratio']?.value).toBe(40 / 6);
    expect(total).toMatchObject({
      planned: { value: 19 },
      fill_rate: { value: 3 / 4, n: 4 },
      yield: { value: 3 / 30, n: 30 },
    });
  });

  it('that have ended count', async () => {
    const { total } = await ask(['gap', 'yield'], records, {
      where: { year: [{ from: 2022, to: 2022 }] },
    });
    expect(total).toMatchObject({ gap: { value: 4 }, yield: { value: 2 / 40 } });
  });
});

describe('a dimension that a fact lacks', () => {
  const records = { hires: hired(3, { channel: 'fair' }), cohorts: [cohort(30)], plans: [plan(4)] };
  const NOT = { value: null, n: 0, status: 'not_applicable' };

  it('as a group leaves the total, as a filter nothing', async () => {
    const grouped = await ask(['hires', 'planned', 'gap', 'yield'], records, { by: ['school'] });
    expect(grouped.rows.get('[1]')).toMatchObject({
      hires: { value: 3 },
      planned: NOT,
      gap: NOT,
      yield: { value: 3 / 30 },
    });
    expect(grouped.total).toMatchObject({ planned: { value: 4 }, gap: { value: 1 } });
    const filtered = await ask(['hires', 'planned', 'graduates'], records, {
      where: { channel: ['fair'] },
    });
    expect(filtered.total).toMatchObject({ hires: { value: 3 }, planned: NOT, graduates: NOT });
  });

  it('has the rows of hires where nothing else is asked for', async () => {
    const { rows, total } = await ask(['planned'], records, { by: ['channel'] });
    expect([...rows]).toEqual([['["fair"]', { planned: NOT }]]);
    expect(total['planned']?.value).toBe(4);
  });

  it('for one who may see one school, plans are none of it', async () => {
    const { total } = await ask(['planned', 'gap', 'supply_ratio', 'graduates'], records, {
      scope: scopeOfSchool(1),
    });
    expect(total).toMatchObject({
      planned: NOT,
      gap: NOT,
      supply_ratio: NOT,
      graduates: { value: 30 },
    });
  });
});
