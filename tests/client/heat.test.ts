import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explained } from '../../client/frame/explanation.ts';
import type { Figure, FiguresRow } from '../../client/api/figures.ts';
import { heatAxis, REST } from '../../client/panels/heat/heat-axes.ts';
import { heatScale, SHADES } from '../../client/panels/heat/heat-scale.ts';
import { heatTable, largestCell, type HeatGrid } from '../../client/panels/heat/heat-table.ts';

const ok = (value: number, n = value): Figure => ({ value, n, status: n < 10 ? 'small' : 'ok' });
const count = (value: number): Figure => ({ value, n: value, status: 'ok' });
const none: Figure = { value: null, n: 0, status: 'no_denominator', reason: 'nobody' };

const row = (school: number, year: number, hires: number): FiguresRow => ({
  key: { school: { id: school, name: `School ${school}`, nameZh: null }, year },
  values: { hires: count(hires) },
});

describe('the lines of a heat map', () => {
  const rows = [
    row(1, 2020, 5),
    row(1, 2021, 6),
    row(2, 2019, 20),
    row(3, 2021, 1),
    row(4, 2021, 0),
  ];

  it('are the values with the most hires, and what stands together as other', () => {
    expect(heatAxis(rows, 'school', 5, 'en')).toEqual({
      shown: [
        { id: '2', label: 'School 2' },
        { id: '1', label: 'School 1' },
        { id: '3', label: 'School 3' },
      ],
      rest: [],
    });
    const cut = heatAxis(rows, 'school', 2, 'en');
    expect(cut.shown.map(({ id }) => id)).toEqual(['2']);
    expect(cut.rest).toEqual(['1', '3']);
  });

  it('are years in their order, the latest where there are too many', () => {
    expect(heatAxis(rows, 'year', 5, 'en').shown.map(({ id }) => id)).toEqual([
      '2019',
      '2020',
      '2021',
    ]);
    const cut = heatAxis(rows, 'year', 2, 'en');
    expect([cut.shown.map(({ id }) => id), cut.rest]).toEqual([['2021'], ['2020', '2019']]);
  });
});

describe('the shades of a heat map', () => {
  it('of counts begin at 1, are of equal width, and leave 0 without a color', () => {
    const scale = heatScale([0, 1, 7, 114].map(count), 'people');
    expect(scale.ranges).toHaveLength(SHADES);
    expect(scale.ranges[0]).toEqual({ from: 1, to: 19 });
    expect(scale.ranges.at(-1)).toEqual({ from: 96, to: 114 });
    expect([0, 1, 19, 20, 114].map((value) => scale.shadeOf(count(value)))).toEqual([
      null,
      0,
      0,
      1,
      5,
    ]);
    expect(heatScale([count(2)], 'people').ranges).toEqual([
      { from: 1, to: 1 },
      { from: 2, to: 2 },
    ]);
    expect(heatScale([count(0)], 'people').ranges).toEqual([]);
  });

  it('of rates span those that speak of enough people; others take the nearest end', () => {
    const scale = heatScale([ok(0.62, 40), ok(0.93, 30), ok(0, 2), none], 'percent');
    expect(scale.ranges[0]?.from).toBeCloseTo(0.6, 9);
    expect(scale.ranges.at(-1)?.to).toBeCloseTo(0.95, 9);
    expect(scale.shadeOf(ok(0, 2))).toBe(0);
    expect(scale.shadeOf(ok(0.93, 30))).toBe(5);
    expect(scale.shadeOf(none)).toBeNull();
  });

  it('never give a larger figure a weaker shade, and every shade holds what its range says', () => {
    const figures = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(figures, fc.boolean(), (values, isCount) => {
        const made = values.map((value) => (isCount ? count(value) : ok(value / 5000, 50)));
        const scale = heatScale(made, isCount ? 'people' : 'percent');
        const sorted = made.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
        const shades = sorted.map((one) => scale.shadeOf(one) ?? -1);
        expect(shades).toEqual(shades.toSorted((a, b) => a - b));
        for (const [index, one] of sorted.entries()) {
          const range = scale.ranges[shades[index] ?? -1];
          if (shades[index] === -1) expect(one.value).toBe(0);
          else {
            expect(one.value).toBeGreaterThanOrEqual((range?.from ?? 2) - 1e-9);
            expect(one.value).toBeLessThanOrEqual((range?.to ?? -1) + 1e-9);
          }
        }
      }),
    );
  });
});

describe('the numbers of a heat map', () => {
  const figures: Readonly<Record<string, Figure>> = {
    'a|x': ok(0.5, 20),
    'a|y': ok(0.9, 4),
    'b|x': ok(0.7, 12),
    'b|y': none,
    [`${REST}|x`]: ok(0.8, 90),
  };
  const grid: HeatGrid = {
    rows: [
      { id: 'a', label: 'A' },
      { id: 'b', label: 'B' },
      { id: REST, label: 'Other' },
    ],
    columns: [
      { id: 'x', label: 'X' },
      { id: 'y', label: 'Y' },
    ],
    figure: (one, other) => figures[`${one}|${other}`] ?? none,
  };

  const explainOf = (school: string, year: string) => explained('yield', {}, { school, year });

  it('are exported with the people that each rate speaks of', () => {
    const table = heatTable(grid, 'School', 'percent', 'n', explainOf);
    expect(table.columns.map(({ label }) => label)).toEqual(['School', 'X', 'X, n', 'Y', 'Y, n']);
    expect(table.rows[0]?.cells.slice(1)).toMatchObject([
      {
        figure: { value: 0.5 },
        explain: { metric: 'yield', selected: { school: ['a'], year: ['x'] } },
      },
      { count: 20 },
      { figure: { value: 0.9 } },
      { count: 4 },
    ]);
    expect(heatTable(grid, 'School', 'people', 'n', explainOf).columns).toHaveLength(3);
  });

  it('are told by the largest count, which is never the rest; not below 10, nor where two are', () => {
    const columns = [{ id: 'x', label: 'X' }];
    const counts = (a: number, b: number) => ({
      ...grid,
      columns,
      figure: (one: string) => count(one === 'a' ? a : one === 'b' ? b : 90),
    });
    expect(largestCell(counts(30, 12))).toEqual({ row: 'A', column: 'X', count: 30, total: 132 });
    expect(largestCell(counts(9, 8))).toBeNull();
    expect(largestCell(counts(30, 30))).toBeNull();
  });
});
