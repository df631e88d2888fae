import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { METRIC_IDS, type MetricId } from '../../../domain/metrics/registry.ts';
import type { MetricValue } from '../../../domain/metrics/value.ts';
import { scopeOfEverything } from '../../../server/auth/scope.ts';
import { queryMetrics } from '../../../server/analytics/query-metrics.ts';
import type { Hire } from '../../../domain/records/hire.ts';
import { KNOWN } from '../../../domain/records/hire.ts';
import { ALL_KNOWN, day, hire } from '../../support/plain-hire.ts';
import { NOWHERE, type Cohort, type Supply } from '../../support/random-supply.ts';
import { storeHires } from '../../support/store-hires.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../support/temporary-database.ts';

let database: TemporaryDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.remove());

const AS_OF = '2026-09-30';

async function total(
  hires: readonly Hire[],
  metrics: readonly MetricId[] = METRIC_IDS,
  year?: number,
  supply?: Supply,
) {
  storeHires(database, hires, day(AS_OF), supply);
  const answer = await queryMetrics(database.store.aggregator, {
    metrics,
    by: [],
    where: year === undefined ? {} : { year: [{ from: year, to: year }] },
    limit: 10,
    scope: scopeOfEverything(),
  });
  return answer.total;
}

/** Eleven people of the class of 2020 whose figures can be counted by hand. */
const PEOPLE: Hire[] = [
  // Five interns who were offered a job, accepted and came; two left, one of them after 200 days.
  ...[0, 1, 2, 3, 4].map((index) =>
    hire(
      {
        schoolId: index < 4 ? 1 : 2,
        majorMatch: index < 3,
        performance: 300 + index * 50,
        city: index < 2 ? 'Harbor' : 'Inland',
        salary: (80_000 + index * 1_000) * 100,
        leaveType: index === 0 || index === 1 ? 'resigned' : null,
      },
      {
        internedFrom: '2019-07-01',
        internedTo: '2019-09-01',
        offeredOn: '2019-10-15',
        acceptedOn: '2019-11-01',
        hiredOn: '2020-07-01',
        ...(index === 0 ? { leftOn: '2021-01-17' } : {}),
        ...(index === 1 ? { leftOn: '2022-07-01' } : {}),
        ...(index === 2 ? { promotedOn: '2022-07-01' } : {}),
        ...(index === 3 ? { promotedOn: '2022-07-02' } : {}),
      },
    ),
  ),
  // Two interns offered and refused, one offered and undecided, one never offered.
  ...[0, 1].map(() =>
    hire(
      {},
      {
        internedFrom: '2019-07-01',
        internedTo: '2019-09-01',
        offeredOn: '2019-10-15',
        declinedOn: '2019-11-01',
      },
    ),
  ),
  hire({}, { internedFrom: '2019-07-01', internedTo: '2019-09-01', offeredOn: '2019-10-15' }),
  hire({}, { internedFrom: '2019-07-01', internedTo: '2019-09-01' }),
  // Accepted without an internship, never came.
  hire({}, { offeredOn: '2019-10-15', acceptedOn: '2019-11-01' }),
  // Hired straight away; moved within the group after 100 days.
  hire({ leaveType: 'transfer' }, { hiredOn: '2020-07-01', leftOn: '2020-10-09' }),
];

const counted = (
  schoolId: number,
  graduates: number,
  more: Partial<Omit<Cohort, 'destinations'>> & { to?: Partial<Cohort['destinations']> } = {},
): Cohort => {
  const { to, ...rest } = more;
  return {
    schoolId,
    collegeId: null,
    majorId: 1,
    degree: 'bachelor',
    year: 2020,
    countedOn: day('2020-12-31'),
    graduates,
    destinations: { ...NOWHERE, ...to },
    ...rest,
  };
};

/** 100 graduates of the class of 2020, of 50 of whom it is known where they went; 13 places planned. */
const SUPPLY: Supply = {
  cohorts: [
    counted(1, 40, { countedOn: day('2020-08-31'), to: { unknown: 40 } }),
    counted(1, 50, {
      signedHere: 6,
      to: {
        agreement_contract: 20,
        other_form: 2,
        flexible: 3,
        self_employed: 1,
        public_service: 2,
        further_study: 10,
        abroad: 2,
        seeking: 4,
        not_seeking: 1,
        unknown: 5,
      },
    }),
    counted(2, 30),
    counted(3, 20, { majorId: 2 }),
  ],
  plans: [
    { majorId: 1, degree: 'bachelor', department: 'Quality', year: 2020, headcount: 8 },
    { majorId: null, degree: null, department: null, year: 2020, headcount: 3 },
    { majorId: 2, degree: 'master', department: null, year: 2020, headcount: 2 },
  ],
};

const EXPECTED: Record<MetricId, Partial<MetricValue>> = {
  candidates: { value: 11, n: 11, status: 'ok' },
  interns: { value: 9, n: 9, status: 'ok' },
  offers: { value: 9, n: 9, status: 'ok' },
  acceptances: { value: 6, n: 6, status: 'ok' },
  hires: { value: 6, n: 6, status: 'ok' },
  campus_hires: { value: 6, n: 6, status: 'ok' },
  headcount: { value: 3, n: 3, status: 'ok' },
  acceptance_rate: { value: 6 / 8, n: 8, status: 'small' },
  renege_rate: { value: 1 / 6, n: 6, status: 'small' },
  show_up_rate: { value: 5 / 6, n: 6, status: 'small' },
  intern_offer_rate: { value: 8 / 9, n: 9, status: 'small' },
  intern_conversion: { value: 5 / 9, n: 9, status: 'small' },
  intern_share: { value: 5 / 6, n: 6, status: 'small' },
  // Tenures: 200 (event), 730 (event), 100 (censored), three followed to the as-of.
  retention_6m: { value: 1, n: 6, low: 5 / (5 + 3.841458820694124), high: 1, status: 'small' },
  retention_12m: { value: 4 / 5, n: 6, status: 'small' },
  retention_24m: { value: (4 / 5) * (3 / 4), n: 6, status: 'small' },
  retention_36m: { value: (4 / 5) * (3 / 4), n: 6, status: 'small' },
  median_tenure: { value: null, n: 6, status: 'no_data', reason: 'not_reached' },
  first_year_turnover: { value: 1 / 5, n: 5, status: 'small' },
  leavers: { value: 3, n: 3, status: 'ok' },
  promotion_rate_24m: { value: 1 / 6, n: 6, status: 'small' },
  salary_p25: { value: 81_000, n: 5, status: 'small' },
  salary_median: { value: 82_000, n: 5, status: 'small' },
  salary_p75: { value: 83_000, n: 5, status: 'small' },
  major_match_rate: { value: 3 / 5, n: 5, status: 'small' },
  performance_mean: { value: 4, n: 5, status: 'small' },
  top_rated_share: { value: 3 / 5, n: 5, status: 'small' },
  local_rate: { value: 2 / 5, n: 5, status: 'small' },
  school_share: { value: 1, n: 6, status: 'small' },
  top_school_share: { value: 5 / 6, n: 6, status: 'small' },
  graduates: { value: 100, n: 100, status: 'ok' },
  planned: { value: 13, n: 13, status: 'ok' },
  yield: { value: 6 / 100, n: 100, status: 'ok' },
  // The plan for any major is met by hires of every major, and once.
  fill_rate: { value: 6 / 13, n: 13, status: 'ok' },
  gap: { value: 7, n: 13, status: 'ok' },
  // Nobody graduates with the master's degree that two of the places ask for.
  supply_ratio: { value: 100 / 11, n: 11, status: 'ok' },
  knowledge_rate: { value: 45 / 50, n: 50, status: 'ok' },
  career_outcomes_rate: { value: 40 / 44, n: 44, status: 'ok' },
  placement_rate: { value: 40 / 50, n: 50, status: 'ok' },
  contract_rate: { value: 20 / 50, n: 50, status: 'ok' },
  flexible_rate: { value: 3 / 50, n: 50, status: 'ok' },
  self_employment_rate: { value: 1 / 50, n: 50, status: 'ok' },
  further_study_rate: { value: 12 / 50, n: 50, status: 'ok' },
  signed_rate: { value: 6 / 50, n: 50, status: 'ok' },
};

describe('every metric', () => {
  it.each(METRIC_IDS)('%s has the value counted by hand', async (id) => {
    const values = await total(PEOPLE, [id], undefined, SUPPLY);
    const { value, ...rest } = EXPECTED[id];
    expect(values[id]).toMatchObject(rest);
    if (value === null || value === undefined) expect(values[id]?.value).toBeNull();
    else expect(values[id]?.value).toBeCloseTo(value, 12);
  });
});

describe('what is known', () => {
  const started = { hiredOn: '2020-07-01' };

  it('a file that maps acceptances alone gives no acceptance rate', async () => {
    const known = ALL_KNOWN & ~KNOWN.declined;
    const values = await total(
      [hire({ known }, { acceptedOn: '2019-11-01' })],
      ['acceptance_rate', 'acceptances'],
    );
    expect(values['acceptance_rate']).toMatchObject({
      value: null,
      n: 0,
      status: 'no_denominator',
    });
    expect(values['acceptances']?.value).toBe(1);
  });

  it('hires without known leaving count as hires and in the headcount, never in a tenure', async () => {
    const known = ALL_KNOWN & ~KNOWN.left & ~KNOWN.promoted;
    const metrics = [
      'hires',
      'headcount',
      'retention_12m',
      'first_year_turnover',
      'promotion_rate_24m',
      'median_tenure',
    ] as const;
    const values = await total([hire({ known }, started), hire({ known }, started)], metrics);
    expect([values['hires']?.value, values['headcount']?.value]).toEqual([2, 2]);
    for (const id of metrics.slice(2)) {
      const reason = id === 'promotion_rate_24m' ? 'promotions_unknown' : 'leavers_unknown';
      expect(values[id]).toMatchObject({ value: null, status: 'no_denominator', reason });
    }
  });

  it('a roster of current staff feeds the headcount and nothing else', async () => {
    const known = (ALL_KNOWN & ~KNOWN.left & ~KNOWN.promoted) | KNOWN.roster;
    const values = await total([hire({ known }, started)]);
    expect(values['headcount']?.value).toBe(1);
    expect([values['hires']?.value, values['candidates']?.value]).toEqual([0, 0]);
    expect(values['retention_12m']).toMatchObject({
      value: null,
      status: 'no_denominator',
      reason: 'leavers_unknown',
    });
  });

  it('above 5 % of undated hires the tenure metrics have no data', async () => {
    const dated = Array.from({ length: 19 }, () => hire({}, started));
    const undated = hire({ leaveType: 'resigned' }, started);
    const metrics = ['hires', 'retention_12m', 'first_year_turnover'] as const;
    const atLimit = await total([...dated, undated], metrics);
    expect([atLimit['retention_12m']?.status, atLimit['retention_12m']?.n]).toEqual(['ok', 19]);
    const above = await total([...dated.slice(1), undated], metrics);
    expect(above['hires']?.value).toBe(19);
    expect(above['retention_12m']).toMatchObject({
      value: null,
      status: 'no_data',
      reason: 'undated',
    });
    expect(above['first_year_turnover']).toMatchObject({
      value: null,
      status: 'no_data',
      reason: 'undated',
    });
  });

  it('a stage chosen for a file without dates is no observed offer or acceptance', async () => {
    const values = await total([hire({ stage: 'hired' }), hire({ stage: 'interned' })]);
    expect(values['candidates']?.value).toBe(2);
    expect(values['hires']?.value).toBe(1);
    expect(values['interns']?.value).toBe(1);
    expect([values['offers']?.value, values['acceptances']?.value]).toEqual([0, 0]);
  });
});

describe('maturity', () => {
  const accepted = (year: number, followedTo = AS_OF) =>
    hire(
      { graduationYear: year },
      { acceptedOn: `${year - 1}-11-01`, hiredOn: `${year}-07-01`, followedTo },
    );

  it('the running season is open, a finished one is not', async () => {
    const hires = [accepted(2025), accepted(2026)];
    expect((await total(hires, ['renege_rate'], 2026))['renege_rate']).toMatchObject({
      value: null,
      status: 'open',
    });
    expect((await total(hires, ['renege_rate'], 2025))['renege_rate']).toMatchObject({
      value: 0,
      n: 1,
    });
  });

  it('over several seasons only mature people count', async () => {
    const values = await total([accepted(2025), accepted(2026)], ['show_up_rate']);
    expect(values['show_up_rate']).toMatchObject({ value: 1, n: 1, status: 'small' });
  });

  it('first-year turnover of a class is open until its people are followed a year', async () => {
    expect(
      (await total([accepted(2026)], ['first_year_turnover'], 2026))['first_year_turnover']?.status,
    ).toBe('open');
    expect(
      (await total([accepted(2025)], ['first_year_turnover'], 2025))['first_year_turnover'],
    ).toMatchObject({ value: 0, n: 1 });
  });

  it('retention beyond the follow-up has no data', async () => {
    const values = await total([accepted(2025)], ['retention_24m', 'retention_12m']);
    expect(values['retention_24m']).toMatchObject({
      value: null,
      status: 'no_data',
      reason: 'not_followed',
    });
    expect(values['retention_12m']?.value).toBe(1);
  });

  it('a curve that fell to 0 early says nothing of a day that nobody can have reached', async () => {
    const young = Array.from({ length: 37 }, (_, index) =>
      hire(
        { graduationYear: 2026 },
        { hiredOn: `2026-07-${String((index % 28) + 2).padStart(2, '0')}` },
      ),
    );
    const last = hire(
      { graduationYear: 2026, leaveType: 'resigned' },
      { hiredOn: '2026-07-01', leftOn: '2026-09-30' },
    );
    const metrics = ['retention_6m', 'retention_12m', 'median_tenure'] as const;
    const running = await total([...young, last], metrics, 2026);
    expect(running['retention_12m']).toMatchObject({ value: null, n: 38, status: 'open' });
    expect(running['retention_6m']).toMatchObject({ value: null, n: 38, status: 'open' });
    expect(running['median_tenure']).toMatchObject({ value: 91, n: 38, status: 'small' });
    const everybodyLeft = await total(
      Array.from({ length: 12 }, () =>
        hire({ leaveType: 'resigned' }, { hiredOn: '2020-07-01', leftOn: '2020-10-01' }),
      ),
      ['retention_12m'],
    );
    expect(everybodyLeft['retention_12m']).toMatchObject({
      value: 0,
      n: 12,
      low: 0,
      high: 3.841458820694124 / (12 + 3.841458820694124),
    });
  });

  it('a record is followed no longer than the import that last contained it', async () => {
    const values = await total([accepted(2024, '2025-01-01')], ['retention_12m', 'retention_6m']);
    expect(values['retention_12m']?.status).toBe('no_data');
    expect(values['retention_6m']?.value).toBe(1);
  });

  it('rates are pooled: sums first, division last', async () => {
    const people = (schoolId: number, matched: number, answered: number) =>
      Array.from({ length: answered }, (_, index) =>
        hire({ schoolId, majorMatch: index < matched }, { hiredOn: '2020-07-01' }),
      );
    const values = await total([...people(1, 9, 10), ...people(2, 50, 100)], ['major_match_rate']);
    expect(values['major_match_rate']?.value).toBeCloseTo(59 / 110, 12);
  });

  it('intern conversion is offered times decided times accepted', async () => {
    const interns = (count: number, dates: Parameters<typeof hire>[1]) =>
      Array.from({ length: count }, () =>
        hire({}, { internedFrom: '2019-07-01', internedTo: '2019-09-01', ...dates }),
      );
    const values = await total(
      [
        ...interns(30, { offeredOn: '2019-10-15', acceptedOn: '2019-11-01' }),
        ...interns(10, { offeredOn: '2019-10-15', declinedOn: '2019-11-01' }),
        ...interns(20, { offeredOn: '2019-10-15' }),
        ...interns(40, {}),
      ],
      ['intern_conversion', 'intern_offer_rate', 'acceptance_rate'],
    );
    expect(values['intern_conversion']?.value).toBeCloseTo(0.3, 12);
    expect(values['intern_offer_rate']?.value).toBeCloseTo(0.6, 12);
    expect(values['acceptance_rate']?.value).toBeCloseTo(0.75, 12);
    expect(0.6 * (40 / 60) * 0.75).toBeCloseTo(values['intern_conversion']?.value ?? 0, 12);
  });
});
