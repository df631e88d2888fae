import { describe, expect, it } from 'vitest';
import type { Figure, FiguresRow } from '../../client/api/figures.ts';
import {
  nextSort,
  schoolRows,
  schoolSort,
  sortedSchools,
  sortParameter,
} from '../../client/panels/schools/school-rows.ts';

const ok = (value: number, n = 20): Figure => ({ value, n, status: 'ok' });
const missing: Figure = { value: null, n: 0, status: 'no_denominator', reason: 'nobody' };

function row(id: number, values: FiguresRow['values']): FiguresRow {
  return { key: { school: { id, name: `School ${id}`, nameZh: null } }, values };
}

const rows = schoolRows(
  [
    row(1, { hires: ok(5), retention_12m: missing }),
    row(2, { hires: ok(9), retention_12m: ok(0.7) }),
    row(3, { hires: ok(9), retention_12m: ok(0.9) }),
    row(4, { hires: ok(0, 0) }),
  ],
  [row(2, { salary_median: ok(80_000) })],
  'zh',
);
const order = (sort: string) => sortedSchools(rows, schoolSort(sort)).map(({ id }) => id);

describe('the rows of the schools table', () => {
  it('join pay from its own question and leave out schools without anybody', () => {
    expect(rows.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(rows[1]?.figures.salary_median?.value).toBe(80_000);
    expect(rows[0]?.figures.salary_median).toBeUndefined();
    expect(rows[0]?.name).toBe('School 1');
  });

  it('sort by a figure, missing ones last both ways, ties by id', () => {
    expect(order('-retention_12m')).toEqual(['3', '2', '1']);
    expect(order('retention_12m')).toEqual(['2', '3', '1']);
    expect(order('-hires')).toEqual(['2', '3', '1']);
    expect(order('-school')).toEqual(['3', '2', '1']);
  });

  it('read and write the sort of the address', () => {
    expect(schoolSort(undefined)).toEqual({ column: 'hires', descending: true });
    expect(schoolSort('-nonsense')).toEqual({ column: 'hires', descending: true });
    expect(sortParameter(schoolSort('retention_12m'))).toBe('retention_12m');
    expect(sortParameter(schoolSort('-school'))).toBe('-school');
  });

  it('turn round on a second click', () => {
    const byHires = schoolSort('-hires');
    expect(nextSort(byHires, 'hires')).toEqual({ column: 'hires', descending: false });
    expect(nextSort(byHires, 'acceptance_rate')).toEqual({
      column: 'acceptance_rate',
      descending: true,
    });
    expect(nextSort(byHires, 'school')).toEqual({ column: 'school', descending: false });
  });
});
