import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPARED_METRICS } from '../../domain/metrics/compared.ts';
import { METRICS } from '../../domain/metrics/registry.ts';
import { MORE_SCHOOLS } from '../support/more-schools.ts';
import { storeHires } from '../support/store-hires.ts';
import { AS_OF, AS_OF_ISO, PEOPLE, readApp, type ReadApp } from './read-app.ts';

let read: ReadApp;
beforeAll(async () => {
  read = await readApp();
  const people = PEOPLE.map((one, index) => ({
    ...one,
    schoolId: one.schoolId === 1 && one.collegeId !== null ? 1 : 1 + (index % 6),
    collegeId: null,
  }));
  storeHires(read.database, people, AS_OF, { schools: MORE_SCHOOLS });
});
afterAll(() => read.remove());

async function ok(path: string) {
  const { status, body, text } = await read.ask(path);
  expect(status, `${path}: ${text}`).toBe(200);
  return body;
}

interface ComparedRow {
  readonly key: { readonly school: { readonly id: number; readonly name: string } };
  readonly x: number | null;
  readonly value: number | null;
  readonly n: number;
  readonly low: number;
  readonly high: number;
  readonly status: string;
  readonly p: number | null;
  readonly differs: boolean | null;
  readonly posterior: { mean: number; low: number; high: number; bestThird: number } | null;
  readonly rank: { best: number; worst: number } | null;
}

describe('GET /api/comparison', () => {
  it('answers the documented shape', async () => {
    const body = await ok('/api/comparison?metric=intern_share&by=school&year=2019..2021');
    expect(Object.keys(body).toSorted()).toEqual([
      'asOf',
      'better',
      'limits',
      'metric',
      'ranking',
      'rows',
      'version',
      'whole',
      'years',
    ]);
    expect(body).toMatchObject({
      asOf: AS_OF_ISO,
      metric: 'intern_share',
      better: 'neither',
      years: null,
    });
    const rows: ComparedRow[] = body.rows;
    expect(rows.map(({ key }) => key.school.id)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(rows[0]?.key.school).toEqual({ id: 1, name: 'School 1', nameZh: null });
    const ranked = rows.filter(({ posterior }) => posterior !== null);
    expect(body.ranking.schools).toBe(ranked.length);
    for (const { posterior, rank, n, p, differs } of ranked) {
      expect(n).toBeGreaterThanOrEqual(10);
      expect(differs).toBe((p ?? 1) < 0.05);
      const { low = 1, mean = 0, high = 0, bestThird = 2 } = posterior ?? {};
      expect([0, low, mean, high, 1]).toEqual([0, low, mean, high, 1].toSorted((a, b) => a - b));
      expect(bestThird >= 0 && bestThird <= 1).toBe(true);
      expect(rank?.best).toBeLessThanOrEqual(rank?.worst ?? 0);
    }
  });

  it.each(COMPARED_METRICS)('counts %s as /api/query does', async (metric) => {
    for (const filters of ['', '&year=2020', '&degree=bachelor&degree=', '&asOf=2021-12-31']) {
      const body = await ok(`/api/comparison?metric=${metric}${filters}`);
      const query = await ok(`/api/query?metric=${metric}&by=school${filters}`);
      expect(body.better).toBe(METRICS[metric].better);
      const rows: ComparedRow[] = body.rows;
      for (const { key, x, value, n, low, high, status } of rows) {
        const same = query.rows.find(
          (row: { key: ComparedRow['key'] }) => row.key.school.id === key.school.id,
        );
        const figure = same.values[metric];
        expect({ value, n, low, high, status }).toEqual({
          value: figure.value,
          n: figure.n,
          low: figure.low,
          high: figure.high,
          status: figure.status,
        });
        if (value !== null) expect((x ?? 0) / n).toBe(value);
      }
      const valued = rows.filter(({ value }) => value !== null);
      const sum = (of: 'x' | 'n') => valued.reduce((all, row) => all + (row[of] ?? 0), 0);
      expect([body.whole.x, body.whole.n]).toEqual([sum('x'), sum('n')]);
      // Where every school has a value, the whole is the total.
      if (valued.length === query.rows.length) {
        expect(body.whole.value).toBe(query.total[metric].value);
      }
    }
  });

  it('compares only the schools that are filtered by', async () => {
    const body = await ok('/api/comparison?metric=intern_share&school=2&school=5');
    expect(body.rows.map(({ key }: ComparedRow) => key.school.id)).toEqual([2, 5]);
    expect(body.ranking).toMatchObject({ status: 'too_few_schools', needs: 5, places: 0 });
  });

  it('pools mature years and says which', async () => {
    const pooled = await ok('/api/comparison?metric=show_up_rate&pool=3');
    expect(pooled.years).toEqual({ from: 2019, to: 2021 });
    const two = await ok('/api/comparison?metric=show_up_rate&pool=2&year=2020');
    expect(two.years).toEqual({ from: 2019, to: 2020 });
    const same = await ok('/api/comparison?metric=show_up_rate&year=2019..2020');
    expect(two.rows).toEqual(same.rows);
  });
});
