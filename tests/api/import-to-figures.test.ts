import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isoFromDay } from '../../domain/dates.ts';
import { day } from '../support/plain-hire.ts';
import { readApp, type ReadApp } from './read-app.ts';

/** Weeks in remission under 6-MP; `+` is censored. Freireich et al. (1963). */
const FREIREICH = '6,6,6,6+,7,9+,10,10+,11+,13,16,17+,19+,20+,22,23,25+,32+,32+,34+,35+'.split(',');
const SURVIVAL: readonly (readonly [day: number, survival: number])[] = [
  [6, 0.857142857],
  [7, 0.806722689],
  [10, 0.752941176],
  [13, 0.69019607843],
  [16, 0.62745098039],
  [22, 0.53781512605],
  [23, 0.44817927171],
];

let app: ReadApp;
beforeEach(async () => {
  app = await readApp([]);
});
afterEach(() => app.remove());

const idOf = z.object({ id: z.number() });

async function put(path: string, body: unknown, method = 'PUT') {
  const headers = { 'content-type': 'application/json' };
  const answer = await app.ask(path, { method, headers, body: JSON.stringify(body) });
  expect(answer.status).toBeLessThan(300);
  return answer.body;
}

/** Uploads, maps, settles the names as new and commits, all over HTTP. */
async function importHires(csv: string): Promise<void> {
  const form = new FormData();
  form.set('file', new File([csv], 'hires.csv'));
  const { id } = idOf.parse(
    (await app.ask('/api/imports?kind=hires', { method: 'POST', body: form })).body,
  );
  await put(`/api/imports/${id}/mapping`, { asOf: '2026-06-30' });
  await put(`/api/imports/${id}/names`, {
    school: { 'Test University': 'new' },
    major: { Chemistry: 'new' },
  });
  await put(`/api/imports/${id}/commit`, {}, 'POST');
  await expect
    .poll(async () => (await app.ask(`/api/imports/${id}`)).body.status)
    .toBe('committed');
}

describe('a file becomes figures', () => {
  it('the Freireich vector, imported as hires, comes back from /api/retention', async () => {
    const asOf = day('2026-06-30');
    const rows = FREIREICH.map((text, index) => {
      const days = Number.parseInt(text, 10);
      const censored = text.endsWith('+');
      const hired = censored ? asOf - days : day('2026-01-01') + index;
      return `P${index},Test University,Chemistry,2025,${isoFromDay(hired)},${censored ? '' : isoFromDay(hired + days)}`;
    });
    await importHires(
      ['candidate_id,school,major,graduation_year,hired_on,left_on', ...rows].join('\n'),
    );
    const { body } = await app.ask('/api/retention');
    const [row] = body.rows;
    expect([row.n, row.events, row.medianDays]).toEqual([21, 9, 23]);
    expect(row.points.length).toBe(SURVIVAL.length);
    for (const [index, [dayOfEvent, survival]] of SURVIVAL.entries()) {
      expect(row.points[index].day).toBe(dayOfEvent);
      expect(row.points[index].survival).toBeCloseTo(survival, 9);
    }
  });

  it('a roster of survivors alone yields a headcount and no retention figure, with the reason', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, index) =>
        `E${index},Test University,Chemistry,2020,2020-07-${String(index + 1).padStart(2, '0')},`,
    );
    await importHires(
      ['employee_id,school,major,graduation_year,hired_on,left_on', ...rows].join('\n'),
    );
    const { body } = await app.ask(
      '/api/query?metric=headcount&metric=retention_12m&metric=first_year_turnover',
    );
    expect(body.total.headcount).toMatchObject({ value: 12, status: 'ok' });
    for (const metric of ['retention_12m', 'first_year_turnover']) {
      expect(body.total[metric]).toMatchObject({
        value: null,
        status: 'no_denominator',
        reason: 'leavers_unknown',
      });
    }
    const retention = await app.ask('/api/retention');
    expect(retention.body.rows).toMatchObject([
      { n: 0, points: [], medianDays: null, status: 'no_denominator', reason: 'leavers_unknown' },
    ]);
  });
});
