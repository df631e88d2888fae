import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoFromDay } from '../../../domain/dates.ts';
import { KNOWN, type Hire } from '../../../domain/records/hire.ts';
import { retention } from '../../../server/analytics/retention.ts';
import { scopeOfEverything } from '../../../server/auth/scope.ts';
import { ALL_KNOWN, day, hire } from '../../support/plain-hire.ts';
import { storeHires } from '../../support/store-hires.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../support/temporary-database.ts';
import { logLogInterval, survivalByPerson, type Tenure } from './expected-values.ts';

let database: TemporaryDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.remove());

const AS_OF = '2026-09-30';

function ask(hires: readonly Hire[], asOf?: string, by: 'school'[] = []) {
  storeHires(database, hires, day(AS_OF));
  return retention(database.store.aggregator, {
    by,
    where: {},
    scope: scopeOfEverything(),
    choice: { kind: 'all' },
    withOthers: false,
    asOf: asOf === undefined ? undefined : day(asOf),
  });
}

/** Hires with these tenures: leavers start one day apart, stayers so that the as-of day ends their sight. */
function hiresOf(tenures: readonly Tenure[], asOf = AS_OF): Hire[] {
  return tenures.map(({ days, left }, index) => {
    const start = left ? day('2020-07-01') + index : day(asOf) - days;
    const leaving = left ? { leftOn: isoFromDay(start + days) } : {};
    return hire(
      { leaveType: left ? 'resigned' : null },
      { hiredOn: isoFromDay(start), ...leaving },
    );
  });
}

const event = (days: number): Tenure => ({ days, left: true });
const stays = (days: number): Tenure => ({ days, left: false });

/** Freireich and others 1963, the 6-MP arm. */
const FREIREICH: Tenure[] = [
  ...[6, 6, 6, 7, 10, 13, 16, 22, 23].map(event),
  ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(stays),
];

const PUBLISHED = [
  { day: 6, atRisk: 21, events: 3, survival: 6 / 7, error: 0.0763604 },
  { day: 7, atRisk: 17, events: 1, survival: (6 / 7) * (16 / 17), error: 0.0869353 },
  { day: 10, atRisk: 15, events: 1, survival: 0.752941176, error: 0.0963497 },
  { day: 13, atRisk: 12, events: 1, survival: 0.690196078, error: 0.1068147 },
  { day: 16, atRisk: 11, events: 1, survival: 0.62745098, error: 0.1140539 },
  { day: 22, atRisk: 7, events: 1, survival: 0.537815126, error: 0.1282338 },
  { day: 23, atRisk: 6, events: 1, survival: 0.448179272, error: 0.1345915 },
];

describe('the retention curve', () => {
  it('is the published one of Freireich’s patients', async () => {
    const { rows } = await ask(hiresOf(FREIREICH));
    expect(rows).toHaveLength(1);
    const [row] = rows;
    expect(row).toMatchObject({ key: [], n: 21, events: 9, medianDays: 23, status: 'ok' });
    expect(row?.points).toHaveLength(PUBLISHED.length);
    for (const [index, expected] of PUBLISHED.entries()) {
      const point = row?.points[index];
      const { day: at, atRisk, events } = expected;
      expect(point).toMatchObject({ day: at, atRisk, events });
      expect(Math.abs((point?.survival ?? 0) - expected.survival)).toBeLessThan(1e-9);
      const { survival, greenwood } = survivalByPerson(FREIREICH, at);
      expect(survival * Math.sqrt(greenwood)).toBeCloseTo(expected.error, 6);
      const { low, high } = logLogInterval(survival, greenwood);
      expect(Math.abs((point?.low ?? 0) - low)).toBeLessThan(1e-9);
      expect(Math.abs((point?.high ?? 0) - high)).toBeLessThan(1e-9);
    }
  });

  it('is the same for each group as for the group alone', async () => {
    const school = (schoolId: number, hires: Hire[]) => hires.map((one) => ({ ...one, schoolId }));
    const others = hiresOf([event(5), event(9), stays(400)]);
    const alone = await ask(hiresOf(FREIREICH));
    const { rows } = await ask(
      [...school(3, hiresOf(FREIREICH)), ...school(1, others)],
      undefined,
      ['school'],
    );
    expect(rows.map(({ key, n, status }) => [key, n, status])).toEqual([
      [[1], 3, 'small'],
      [[3], 21, 'ok'],
    ]);
    expect(rows[1]?.points).toEqual(alone.rows[0]?.points);
  });

  it('at an earlier as-of knows nothing of later leaving', async () => {
    const start = '2020-07-01';
    const hires = [
      hire({ leaveType: 'resigned' }, { hiredOn: start, leftOn: '2020-12-31' }),
      hire({ leaveType: 'resigned' }, { hiredOn: start, leftOn: '2021-06-30' }),
      hire({}, { hiredOn: '2021-05-01' }),
    ];
    const { rows, asOf } = await ask(hires, '2021-04-30');
    expect(asOf).toBe(day('2021-04-30'));
    expect(rows[0]).toMatchObject({ n: 2, events: 1, points: [{ day: 183, survival: 0.5 }] });
    await expect(ask(hires, '2026-10-01')).rejects.toMatchObject({ status: 400 });
  });

  it('reaches zero, keeps people without an event at one, and a whole curve without points', async () => {
    const gone = await ask(hiresOf([event(3), event(3), event(8)]));
    expect(gone.rows[0]).toMatchObject({ medianDays: 3, events: 3 });
    expect(gone.rows[0]?.points.at(-1)).toMatchObject({ survival: 0, low: 0 });
    const nobodyLeft = await ask(hiresOf([stays(10), stays(700)]));
    expect(nobodyLeft.rows[0]).toMatchObject({
      n: 2,
      events: 0,
      points: [],
      medianDays: null,
      status: 'small',
    });
  });

  it('counts transfer, retirement and death as end of sight, contract end and unknown as leaving', async () => {
    const leaving = (leaveType: Hire['leaveType']) =>
      hire({ leaveType }, { hiredOn: '2020-07-01', leftOn: '2020-07-31' });
    const { rows } = await ask([
      ...(['transfer', 'retired', 'died'] as const).map(leaving),
      ...(['resigned', 'dismissed', 'contract_end', 'unknown', null] as const).map(leaving),
    ]);
    expect(rows[0]).toMatchObject({ n: 8, events: 5, points: [{ day: 30, atRisk: 8, events: 5 }] });
  });

  it('of a roster alone has no points and says why', async () => {
    const known = (ALL_KNOWN & ~KNOWN.left & ~KNOWN.promoted) | KNOWN.roster;
    const roster = Array.from({ length: 12 }, () => hire({ known }, { hiredOn: '2020-07-01' }));
    const { rows } = await ask(roster);
    expect(rows).toEqual([
      {
        lastDay: null,
        smallFrom: null,
        monthly: [],
        key: [],
        n: 0,
        events: 0,
        points: [],
        medianDays: null,
        status: 'no_denominator',
        reason: 'leavers_unknown',
      },
    ]);
  });

  it('with too many undated hires, or nobody at all, has no points and says why', async () => {
    const undated = hire({ leaveType: 'resigned' }, { hiredOn: '2020-07-01' });
    const { rows } = await ask([undated, ...hiresOf([event(9), stays(90)])]);
    expect(rows[0]).toMatchObject({ points: [], status: 'no_data', reason: 'undated' });
    const empty = await ask([]);
    expect(empty.rows[0]).toMatchObject({
      n: 0,
      points: [],
      status: 'no_denominator',
      reason: 'nobody',
    });
  });
});
