import { describe, expect, it } from 'vitest';
import { markedMonths } from '../../client/charts/survival-curves.tsx';
import { stepBand, stepLine, stepsBetween } from '../../client/charts/survival-series.ts';
import {
  canBeAgainst,
  filteredValues,
  survivalQuestion,
} from '../../client/panels/survival/survival-question.ts';
import {
  survivalSeries,
  survivalTable,
  valueOfGroup,
} from '../../client/panels/survival/survival-shape.ts';
import { dayOfMonths } from '../../domain/metrics/months.ts';
import { curve, groupsOf, NONE, OTHERS } from './retention-curve.ts';

describe('the question of the curves', () => {
  it('is about the six largest groups of the selection', () => {
    const filters = { degree: ['bachelor'] } as const;
    expect(survivalQuestion('school', filters, false)).toEqual({
      by: 'school',
      filters,
      groups: { top: 6 },
    });
    // Nobody to be set against: it stays the same.
    expect(survivalQuestion('school', filters, true).groups).toEqual({ top: 6 });
  });

  it('sets the filtered values against everybody else of the other filters', () => {
    const filters = { school: [3, null], degree: ['bachelor'] } as const;
    expect(survivalQuestion('school', filters, true)).toEqual({
      by: 'school',
      filters: { degree: ['bachelor'] },
      groups: { named: ['3', ''] },
      against: 'others',
    });
  });

  it('takes ranges of years apart', () => {
    const filters = {
      hire_year: [
        { from: 2021, to: 2023 },
        { from: 2019, to: 2019 },
        { from: 2022, to: 2022 },
      ],
    };
    expect(filteredValues('hire_year', filters)).toEqual(['2019', '2021', '2022', '2023']);
    expect(canBeAgainst('hire_year', filters)).toBe(true);
    expect(canBeAgainst('hire_year', { hire_year: [{ from: 2015, to: 2023 }] })).toBe(false);
    expect(canBeAgainst('hire_year', {})).toBe(false);
  });
});

describe('the curves', () => {
  it('stand at 1 with their interval until somebody leaves, and end with the follow-up', () => {
    const [series] = survivalSeries(groupsOf(curve(3, 12)), () => 'red');
    expect(series).toMatchObject({ id: '=3', label: 'School 3', color: 'red', pickable: true });
    expect(series?.steps.map(({ day }) => day)).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map(dayOfMonths),
    );
    expect(series?.lastDay).toBe(dayOfMonths(12) + 5);
    expect(series?.steps[0]).toMatchObject({ survival: 1, high: 1 });
  });

  it('are left out where there is none, and everybody else cannot be picked', () => {
    const series = survivalSeries(groupsOf(NONE, OTHERS), () => 'gray');
    expect(series.map(({ id, label, pickable }) => [id, label, pickable])).toEqual([
      ['others', 'Everybody else', false],
    ]);
    expect(valueOfGroup('others')).toBeNull();
    expect(valueOfGroup('=')).toBe('');
  });

  it('are steps: flat to the next day, then down', () => {
    const scales = { x: (day: number) => day, y: (proportion: number) => 10 * (1 - proportion) };
    const steps = [
      { day: 0, survival: 1, low: 0.75, high: 1 },
      { day: 4, survival: 0.5, low: 0.25, high: 0.75 },
    ];
    expect(stepLine(steps, 6, scales)).toBe('M0,0L4,0L4,5L6,5');
    expect(stepBand(steps, 6, scales)).toBe('M0,0L4,0L4,2.5L6,2.5L6,7.5L4,7.5L4,2.5L0,2.5Z');
    expect(stepLine([], 6, scales)).toBe('');
    expect(stepsBetween(steps, 5, 9)).toEqual([{ ...steps[1], day: 5 }]);
    expect(stepsBetween(steps, 0, 3)).toEqual([steps[0]]);
  });

  it('are marked at as many months as there is room for', () => {
    expect(markedMonths(60, 1200, 40)).toEqual([0, 6, 12, 18, 24, 30, 36, 42, 48, 54, 60]);
    expect(markedMonths(60, 270, 40)).toEqual([0, 12, 24, 36, 48, 60]);
    expect(markedMonths(140, 270, 40)).toEqual([0, 24, 48, 72, 96, 120]);
    expect(markedMonths(6, 270, 40)).toEqual([0, 3, 6]);
  });

  it('have a table of every half year and, after three, every year, with everything a curve shows', () => {
    const labels = { group: 'g', months: 'm', staying: 's', interval: 'i', atRisk: 'r' };
    const table = survivalTable(
      groupsOf(curve(3, 60), NONE),
      'school',
      labels,
      ({ low }) => `${low}`,
    );
    const months = table.rows.flatMap(({ cells }) =>
      cells[1]?.kind === 'count' ? [cells[1].count] : [],
    );
    expect(months).toEqual([6, 12, 18, 24, 30, 36, 48, 60]);
    expect(table.rows[1]?.cells).toEqual([
      { kind: 'text', text: 'School 3', filter: { dimension: 'school', value: '3' } },
      { kind: 'count', count: 12 },
      {
        kind: 'figure',
        unit: 'percent',
        figure: { value: 0.88, n: 100, low: 0.83, high: 0.93, status: 'ok' },
      },
      { kind: 'text', text: '0.83' },
      { kind: 'count', count: 76 },
    ]);
    expect(table.rows[6]?.cells[2]).toMatchObject({ figure: { status: 'small' } });
    expect(table.rows.at(-1)?.cells[2]).toMatchObject({
      figure: { value: null, status: 'no_data', reason: 'undated' },
    });
  });
});
