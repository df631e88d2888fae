import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedDay } from '../../../domain/dates.ts';
import { DIMENSION_IDS, type DimensionId } from '../../../domain/dimensions.ts';
import { METRIC_IDS, type MetricId } from '../../../domain/metrics/registry.ts';
import {
  queryMetrics,
  type MetricsQuery,
  type MetricsRow,
} from '../../../server/analytics/query-metrics.ts';
import { scopeOfEverything } from '../../../server/auth/scope.ts';
import type { KeyValue } from '../../../server/store/ports.ts';
import { hire } from '../../support/plain-hire.ts';
import { anyHire } from '../../support/random-hires.ts';
import { storeHires } from '../../support/store-hires.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../support/temporary-database.ts';

let database: TemporaryDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.remove());

const KNOWN_TO = fixedDay(2022, 12, 31);

function ask(query: Pick<MetricsQuery, 'metrics' | 'by' | 'sort' | 'limit'>) {
  return queryMetrics(database.store.aggregator, {
    where: {},
    scope: scopeOfEverything(),
    ...query,
  });
}

/** -1, 0 or 1; blank after everything. */
function compared(a: KeyValue, b: KeyValue): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

function comparedKeys(a: MetricsRow, b: MetricsRow): number {
  return a.key.map((value, index) => compared(value, b.key[index] ?? null)).find(Boolean) ?? 0;
}

const anyQuery = fc
  .record({
    hires: fc.array(anyHire, { minLength: 5, maxLength: 60 }),
    by: fc.subarray(DIMENSION_IDS, { minLength: 1, maxLength: 3 }),
    metrics: fc.subarray(METRIC_IDS, { minLength: 1, maxLength: 4 }),
    descending: fc.boolean(),
    pick: fc.nat(),
    limit: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ pick, by, metrics, ...rest }) => {
    const ids: readonly (MetricId | DimensionId)[] = [...by, ...metrics];
    return { ...rest, by, metrics, sortBy: ids[pick % ids.length] ?? by[0] ?? 'school' };
  });

describe('the order of rows', () => {
  it('is by the value shown, missing last in both directions, ties by key', async () => {
    let [missing, tied] = [0, 0];
    await fc.assert(
      fc.asyncProperty(anyQuery, async ({ hires, by, metrics, descending, sortBy, limit }) => {
        storeHires(database, hires, KNOWN_TO);
        const sort = { id: sortBy, descending };
        const { rows, total, truncated } = await ask({ by, metrics, sort, limit: 10_000 });
        const position = by.findIndex((id) => id === sortBy);
        const shown = (row: MetricsRow): KeyValue =>
          position < 0 ? (row.values[sortBy]?.value ?? null) : (row.key[position] ?? null);
        for (const [index, row] of rows.entries()) {
          const next = rows[index + 1];
          if (next === undefined) continue;
          const [a, b] = [shown(row), shown(next)];
          if (a === null) expect(b).toBeNull();
          else if (b !== null)
            expect(compared(a, b) * (descending ? -1 : 1)).toBeLessThanOrEqual(0);
          if (a === b) expect(comparedKeys(row, next)).toBe(-1);
          if (b === null) missing += 1;
          if (a === b) tied += 1;
        }
        expect(truncated).toBe(false);
        const part = await ask({ by, metrics, sort, limit });
        expect(part.rows).toEqual(rows.slice(0, limit));
        expect(part.truncated).toBe(rows.length > limit);
        expect(part.total).toEqual(total);
      }),
      { numRuns: 60 },
    );
    expect(Math.min(missing, tied)).toBeGreaterThan(20);
  });

  it('without a sort is by key, blank last', async () => {
    const departments = ['b', null, 'B', 'é', 'a', '质'];
    const hires = departments.map((department) => hire({ department }, { hiredOn: '2020-07-01' }));
    storeHires(database, hires, KNOWN_TO);
    const { rows } = await ask({ by: ['department'], metrics: ['hires'], limit: 100 });
    expect(rows.map(({ key }) => key[0])).toEqual(['B', 'a', 'b', 'é', '质', null]);
  });

  it('says at the exact number of rows that nothing is cut off', async () => {
    const hires = [1, 2, 3].map((schoolId) => hire({ schoolId }, { hiredOn: '2020-07-01' }));
    storeHires(database, hires, KNOWN_TO);
    const cut = async (limit: number) => {
      const { rows, truncated } = await ask({ by: ['school'], metrics: ['hires'], limit });
      return [rows.length, truncated];
    };
    expect(await cut(3)).toEqual([3, false]);
    expect(await cut(2)).toEqual([2, true]);
  });
});
