import { describe, expect, it } from 'vitest';
import type { FiguresRow } from '../../client/api/figures.ts';
import { hiresBy, totalsOf } from '../../client/panels/counts/count-items.ts';
import { countsTable } from '../../client/panels/counts/counts-table.ts';
import { commonDegree } from '../../client/panels/use-pay-degree.ts';

const count = (value: number) => ({ value, n: value, status: 'ok' as const });

function row(degree: string | null, hires: number): FiguresRow {
  return { key: { degree }, values: { hires: count(hires) } };
}

const rows = [row('master', 3), row('bachelor', 8), row(null, 20), row('doctor', 0)];

describe('hires by a dimension', () => {
  it('are named, largest first, without empty ones, and filter by their value', () => {
    expect(hiresBy('degree', rows, 'en').map(({ label, value }) => [label, value])).toEqual([
      ['Not given', 20],
      ['Bachelor', 8],
      ['Master', 3],
    ]);
    expect(hiresBy('degree', rows, 'en')[0]?.filter).toEqual({ dimension: 'degree', value: '' });
  });

  it('are a table with the same numbers', () => {
    const table = countsTable(hiresBy('degree', rows, 'zh'), { name: '学历', count: '人数' });
    expect(table.rows[1]?.cells[1]).toEqual({ kind: 'count', count: 8 });
    expect(table.rows[1]?.cells[0]).toMatchObject({ text: '本科' });
  });
});

describe('the degree pay is given for', () => {
  it('is the most common known one', () => {
    expect(commonDegree(rows)).toBe('bachelor');
    expect(commonDegree([row(null, 5)])).toBeNull();
  });
});

describe('the stages of the pipeline', () => {
  const figures = { asOf: '2026-06-30', version: 1, rows: [], truncated: false };

  it('stand in their order', () => {
    const total = { hires: count(2), offers: count(5) };
    expect(
      totalsOf(['offers', 'hires'], { ...figures, total }, 'en').map(({ value }) => value),
    ).toEqual([5, 2]);
  });

  it('are nothing where nobody is in any', () => {
    expect(totalsOf(['hires'], { ...figures, total: { hires: count(0) } }, 'en')).toEqual([]);
  });
});
