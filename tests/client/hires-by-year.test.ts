import { describe, expect, it } from 'vitest';
import type { FiguresRow } from '../../client/api/figures.ts';
import { hiresTable } from '../../client/panels/hires-by-year/hires-table.ts';
import { OTHER_ID, stackBySchool } from '../../client/panels/hires-by-year/stack-by-school.ts';

function row(school: number, year: number, hires: number): FiguresRow {
  return {
    key: { school: { id: school, name: `School ${school}`, nameZh: `学校${school}` }, year },
    values: { hires: { value: hires, n: hires, status: 'ok' } },
  };
}

describe('hires stacked by school', () => {
  it('shows the seven largest and the rest together, and loses nobody', () => {
    const rows = Array.from({ length: 10 }, (_, index) => row(index + 1, 2020, 10 - index));
    const stacked = stackBySchool(rows, 'en');
    expect(stacked.schools.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect(stacked.hasOther).toBe(true);
    expect(stacked.years[0]?.values[OTHER_ID]).toBe(3 + 2 + 1);
    const sum = Object.values(stacked.years[0]?.values ?? {}).reduce((a, b) => a + b, 0);
    expect(sum).toBe(55);
  });

  it('has a column for every year between the first and the last', () => {
    const { years, schools, hasOther } = stackBySchool([row(1, 2018, 5), row(1, 2021, 2)], 'zh');
    expect(years.map(({ name }) => name)).toEqual(['2018', '2019', '2020', '2021']);
    expect(years[1]?.values).toEqual({});
    expect(schools).toEqual([{ id: '1', name: '学校1' }]);
    expect(hasOther).toBe(false);
  });

  it('is empty without a hire', () => {
    expect(stackBySchool([row(1, 2018, 0)], 'en')).toEqual({
      schools: [],
      hasOther: false,
      years: [],
    });
  });

  it('becomes a table with the same numbers and their sum', () => {
    const stacked = stackBySchool([row(1, 2018, 5), row(2, 2018, 3)], 'en');
    const series = stacked.schools.map(({ id, name }) => ({ id, label: name }));
    const table = hiresTable(stacked, series, { year: 'Year', total: 'Total' });
    expect(table.columns.map(({ label }) => label)).toEqual([
      'Year',
      'School 1',
      'School 2',
      'Total',
    ]);
    expect(table.rows[0]?.cells).toEqual([
      { kind: 'text', text: '2018' },
      { kind: 'count', count: 5 },
      { kind: 'count', count: 3 },
      { kind: 'count', count: 8 },
    ]);
  });
});
