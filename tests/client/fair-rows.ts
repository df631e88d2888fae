import type { FairComparison, FairRow } from '../../client/api/fair-comparison.ts';

/** A compared school as the API answers it. */
export function fairRow(id: number, x: number, n: number, more: Partial<FairRow> = {}): FairRow {
  return {
    key: { school: { id, name: `School ${id}`, nameZh: `学校${id}` } },
    x,
    n,
    value: x / n,
    low: 0,
    high: 1,
    status: n < 10 ? 'small' : 'ok',
    p: n < 10 ? null : 0.4,
    differs: n < 10 ? null : false,
    posterior: null,
    rank: null,
    ...more,
  };
}

/** A comparison of schools as the API answers it. */
export function fairComparison(
  rows: FairComparison['rows'],
  more: Partial<FairComparison> = {},
): FairComparison {
  const x = rows.reduce((sum, row) => sum + (row.x ?? 0), 0);
  const n = rows.reduce((sum, row) => sum + (row.value === null ? 0 : row.n), 0);
  return {
    asOf: '2026-06-30',
    version: 1,
    metric: 'acceptance_rate',
    better: 'higher',
    years: null,
    whole: { x, value: x / n, n, low: 0, high: 1, status: n < 10 ? 'small' : 'ok' },
    rows,
    limits: [],
    ranking: { status: 'ok', schools: rows.length, needs: 5, places: 2 },
    ...more,
  };
}
