import { describe, expect, it } from 'vitest';
import type { Figure, FiguresRow } from '../../client/api/figures.ts';
import {
  atRisk,
  dependenceRows,
  keystone,
  type DependenceRow,
} from '../../client/panels/dependence/dependence-rows.ts';
import { dependenceTable } from '../../client/panels/dependence/dependence-table.ts';

const share = (value: number, n: number): Figure => ({ value, n, status: n < 10 ? 'small' : 'ok' });
const entity = (kind: string, id: number) => ({ id, name: `${kind} ${id}`, nameZh: null });

const shares: FiguresRow[] = [
  { key: { major: entity('Major', 1) }, values: { top_school_share: share(0.75, 40) } },
  { key: { major: entity('Major', 2) }, values: { top_school_share: share(0.5, 20) } },
  { key: { major: entity('Major', 3) }, values: { top_school_share: share(1, 4) } },
  { key: { major: entity('Major', 4) }, values: { top_school_share: share(0.6, 15) } },
  {
    key: { major: entity('Major', 5) },
    values: { top_school_share: { value: null, n: 0, status: 'no_denominator' } },
  },
];
const hires: FiguresRow[] = [
  [1, 1, 10],
  [1, 2, 30],
  [2, 1, 10],
  [2, 2, 10],
  [3, 1, 4],
  [4, 1, 9],
  [4, 3, 6],
].map(([major = 0, school = 0, count = 0]) => ({
  key: { major: entity('Major', major), school: entity('School', school) },
  values: { hires: { value: count, n: count, status: 'ok' } },
}));
const rows = dependenceRows('major', shares, hires, 'en');

describe('what hangs on one school', () => {
  it('names the largest school of each value with its hires', () => {
    expect(rows.map(({ label, school, hires: own }) => [label, school, own])).toEqual([
      ['Major 1', 'School 2', 30],
      ['Major 2', 'School 1', 10],
      ['Major 3', 'School 1', 4],
      ['Major 4', 'School 1', 9],
    ]);
  });

  it('is at risk above one half, the largest loss first; few people are only counted', () => {
    const risk = atRisk(rows);
    expect(risk.rows.map(({ label }) => label)).toEqual(['Major 1', 'Major 4']);
    expect(risk.few).toBe(1);
  });

  it('finds the school on which most hires hang', () => {
    const [first] = rows;
    if (first === undefined) throw new Error('no row');
    const department: DependenceRow = { ...first, dimension: 'department', label: 'Quality' };
    expect(keystone([...atRisk(rows).rows, department])).toEqual({
      school: 'School 2',
      majors: 1,
      departments: 1,
      worst: first,
    });
    expect(keystone([])).toBeNull();
  });

  it('stands in a table with its numbers', () => {
    const labels = {
      name: 'Name',
      kind: 'Kind',
      school: 'School',
      hires: 'Its',
      all: 'All',
      share: '%',
    };
    const table = dependenceTable(rows.slice(0, 1), { degree: ['master'] }, labels, () => 'Major');
    expect(table.columns.map(({ label }) => label)).toEqual([
      'Name',
      'Kind',
      'School',
      'Its',
      'All',
      '%',
    ]);
    expect(table.rows[0]?.cells).toMatchObject([
      { text: 'Major 1', filter: { dimension: 'major', value: '1' } },
      { text: 'Major' },
      { text: 'School 2' },
      {
        count: 30,
        explain: {
          metric: 'hires',
          selected: { degree: ['master'], major: ['1'], school: ['2'] },
        },
      },
      { count: 40, explain: { selected: { degree: ['master'], major: ['1'] } } },
      { figure: { value: 0.75 }, explain: { metric: 'top_school_share' } },
    ]);
    const { kind: _, ...withoutKind } = labels;
    expect(dependenceTable(rows, {}, withoutKind).columns).toHaveLength(5);
  });
});
