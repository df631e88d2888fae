import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { latestCohorts } from '../support/plain-supply.ts';
import { anySupply, type Supply } from '../support/random-supply.ts';
import { storeHires } from '../support/store-hires.ts';
import { AS_OF, PEOPLE, readApp, type ReadApp, type Row } from './read-app.ts';

/** The same cohorts and plans every time, one plan of them for a class that nobody was hired of yet. */
const [RANDOM] = fc
  .sample(anySupply, { seed: 20_241_101, numRuns: 60 })
  .toSorted((a, b) => b.cohorts.length * b.plans.length - a.cohorts.length * a.plans.length);
if (RANDOM === undefined) throw new Error('No random supply');
const SUPPLY: Supply = {
  cohorts: RANDOM.cohorts,
  plans: [
    ...RANDOM.plans,
    { majorId: null, degree: null, department: 'Logistics', year: 2025, headcount: 40 },
  ],
};

let read: ReadApp;
beforeAll(async () => {
  read = await readApp();
  storeHires(read.database, PEOPLE, AS_OF, SUPPLY);
});
afterAll(() => read.remove());

async function ok(path: string) {
  const { status, body, text } = await read.ask(path);
  expect(status, `${path}: ${text}`).toBe(200);
  return body;
}

const NOT_APPLICABLE = { value: null, n: 0, status: 'not_applicable' };
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

describe('GET /api/query over hires, cohorts and plans', () => {
  it('joins them in rows of the dimensions they share, and counts each record once', async () => {
    const body = await ok(
      '/api/query?metric=hires&metric=graduates&metric=planned&by=major&by=year',
    );
    const graduates = sum(
      latestCohorts(SUPPLY.cohorts, null).map(({ measures }) => measures.graduates),
    );
    const planned = sum(SUPPLY.plans.map(({ headcount }) => headcount));
    expect(body.total.graduates).toEqual({ value: graduates, n: graduates, status: 'ok' });
    expect(body.total.planned).toEqual({ value: planned, n: planned, status: 'ok' });
    for (const id of ['hires', 'graduates', 'planned']) {
      const shown = body.rows.map(({ values }: Row) => values[id]?.value ?? 0);
      expect(sum(shown), id).toBe(body.total[id].value);
    }
    const next = body.rows.find(({ key }: Row) => key['year'] === 2025);
    expect(next).toMatchObject({
      key: { major: null, year: 2025 },
      values: {
        hires: { value: 0, n: 0, status: 'ok' },
        graduates: { value: null, n: 0, status: 'no_data', reason: 'no_cohorts' },
        planned: { value: 40, n: 40, status: 'ok' },
      },
    });
  });

  it('says where a fact lacks a dimension, and answers the rest', async () => {
    const grouped = await ok('/api/query?metric=hires&metric=planned&metric=graduates&by=school');
    for (const { values } of grouped.rows) expect(values.planned).toEqual(NOT_APPLICABLE);
    expect(grouped.total.planned.status).toBe('ok');
    const filtered = await ok('/api/query?metric=hires&metric=graduates&metric=gap&channel=fair');
    expect(filtered.total).toMatchObject({ graduates: NOT_APPLICABLE, gap: NOT_APPLICABLE });
    expect(filtered.total.hires.status).toBe('ok');
  });

  it('sorts by a figure of plans, missing ones last', async () => {
    const { rows } = await ok('/api/query?metric=planned&metric=hires&by=year&sort=-planned');
    const shown = rows.map(({ values }: Row) => values['planned']?.value ?? -1);
    expect(shown).toEqual(shown.toSorted((a: number, b: number) => b - a));
  });
});

describe('GET /api/dimensions', () => {
  it('lists the values that only cohorts and plans have, with no hires', async () => {
    const { year, department, major } = await ok('/api/dimensions');
    expect(year).toContainEqual({ id: 2025, name: '2025', nameZh: null, hires: 0 });
    expect(department).toContainEqual(expect.objectContaining({ id: 'Logistics', hires: 0 }));
    expect(major.every(({ id }: { id: unknown }) => id !== null)).toBe(true);
  });
});

describe('GET /api/metrics', () => {
  it('defines the figures of cohorts and plans', async () => {
    const metrics: { id: string; unit: string }[] = await ok('/api/metrics');
    const units = new Map(metrics.map(({ id, unit }) => [id, unit]));
    expect([units.get('gap'), units.get('yield'), units.get('supply_ratio')]).toEqual([
      'people',
      'percent',
      'ratio',
    ]);
  });
});
