import { describe, expect, it } from 'vitest';
import { explained } from '../../client/frame/explanation.ts';
import type { Figure, Figures, FiguresRow } from '../../client/api/figures.ts';
import { rateMarks, type RateColumn } from '../../client/charts/rate-columns.tsx';
import {
  horizonAnswer,
  horizonRows,
  horizonTable,
} from '../../client/panels/horizons/horizon-rows.ts';
import {
  leavingAnswer,
  leavingBy,
  leavingTable,
} from '../../client/panels/leaving/leaving-shape.ts';
import {
  turnoverAnswer,
  turnoverColumns,
  turnoverTable,
  turnoverYears,
} from '../../client/panels/turnover/turnover-shape.ts';

const rate = (value: number, n: number): Figure => ({
  value,
  n,
  low: value - 0.05,
  high: value + 0.05,
  status: n < 10 ? 'small' : 'ok',
});

const answer = (rows: FiguresRow[], total: Figures['total']): Figures => ({
  asOf: '2026-09-30',
  version: 1,
  truncated: false,
  rows,
  total,
});

const explainOf = (key: Readonly<Record<string, string>>) => explained('leavers', {}, key);

describe('people who left', () => {
  const left = (
    leave_type: string | null,
    leave_year: string | null,
    count: number,
  ): FiguresRow => ({
    key: { leave_type, leave_year },
    values: { leavers: { value: count, n: count, status: 'ok' } },
  });
  const rows = [
    left('unknown', null, 2),
    left('resigned', 'later', 3),
    left('contract_end', 'third', 4),
    left('resigned', 'first', 8),
    left(null, null, 0),
    left('transfer', 'first', 1),
  ];

  it('stand by year of employment in its order, without a date last, by type in the order of types', () => {
    const leaving = leavingBy('leave_year', rows, 'en');
    expect(leaving.types.map(({ id }) => id)).toEqual([
      'resigned',
      'contract_end',
      'transfer',
      'unknown',
    ]);
    expect(leaving.columns.map(({ name }) => name)).toEqual([
      'First year',
      'Third year',
      'Later',
      'Not given',
    ]);
    expect(leaving.columns[0]?.values).toEqual({ resigned: 8, transfer: 1 });
    expect(leaving.total).toBe(18);
    const table = leavingTable(
      'leave_year',
      leaving,
      { column: 'Year', total: 'Total' },
      explainOf,
    );
    expect(table.rows.map(({ cells }) => cells.at(-1))).toMatchObject(
      [9, 4, 3, 2].map((count) => ({ kind: 'count', count })),
    );
    expect(table.rows.at(-1)?.cells.slice(1, 2)).toMatchObject([
      { explain: { selected: { leave_year: [''], leave_type: ['resigned'] } } },
    ]);
  });

  it('keep the color of their type, whichever others are there', () => {
    const [all] = leavingBy('leave_year', rows, 'en').types.slice(1);
    const [alone] = leavingBy('leave_year', rows.slice(2, 3), 'zh').types;
    expect(alone?.color).toBe(all?.color);
    expect(alone?.label).toBe('合同到期');
  });

  it('are summed up in a sentence, unless they are fewer than ten', () => {
    expect(leavingAnswer(leavingBy('leave_year', rows, 'en'))).toEqual({
      n: 18,
      part: 9 / 18,
      type: 'Resigned',
      typePart: 11 / 18,
    });
    expect(leavingAnswer(leavingBy('leave_year', rows.slice(0, 3), 'en'))).toBeNull();
    expect(leavingAnswer(leavingBy('leave_year', [], 'en'))).toBeNull();
  });

  it('by year hired stand in the order of years, and filter by them', () => {
    const years = [2024, 2019, null].map((hire_year): FiguresRow => ({
      key: { leave_type: 'resigned', hire_year },
      values: { leavers: { value: 5, n: 5, status: 'ok' } },
    }));
    const leaving = leavingBy('hire_year', years, 'en');
    expect(leaving.columns.map(({ name }) => name)).toEqual(['2019', '2024', 'Not given']);
    const table = leavingTable('hire_year', leaving, { column: 'Year', total: 'Total' }, explainOf);
    expect(table.rows[0]?.cells[0]).toMatchObject({
      filter: { dimension: 'hire_year', value: '2019' },
    });
  });
});

describe('first-year turnover', () => {
  const year = (hire_year: number | null, figure: Figure): FiguresRow => ({
    key: { hire_year },
    values: { first_year_turnover: figure },
  });
  const open: Figure = { value: null, n: 3, status: 'no_denominator', reason: 'nobody' };
  const rows = [
    year(2023, rate(0.2, 40)),
    year(2024, rate(0.1, 50)),
    year(2025, rate(0.5, 4)),
    year(2026, open),
    year(null, open),
  ];

  it('has a column and a row for each year hired, small ones marked, open ones empty', () => {
    const years = turnoverYears(rows, 'en');
    const columns = turnoverColumns(years, ({ n }) => `n ${n}`);
    expect(columns.map(({ name, value, isSmall, words }) => [name, value, isSmall, words])).toEqual(
      [
        ['2023', 0.2, false, 'n 40'],
        ['2024', 0.1, false, 'n 50'],
        ['2025', 0.5, true, 'n 4'],
        ['2026', null, false, 'n 3'],
      ],
    );
    const labels = { year: 'y', rate: 'r', interval: 'i', n: 'n' };
    const table = turnoverTable(
      years,
      labels,
      ({ low }) => String(low),
      (hiredIn) => explained('first_year_turnover', {}, { hire_year: hiredIn }),
    );
    expect(table.rows[1]?.cells).toEqual([
      { kind: 'text', text: '2024', filter: { dimension: 'hire_year', value: '2024' } },
      {
        kind: 'figure',
        figure: rate(0.1, 50),
        unit: 'percent',
        explain: {
          metric: 'first_year_turnover',
          selected: { hire_year: ['2024'] },
          asOf: undefined,
        },
      },
      { kind: 'text', text: '0.05' },
      { kind: 'count', count: 50 },
    ]);
  });

  it('is said of all and of the latest whole year against the one before', () => {
    const total = { first_year_turnover: rate(0.15, 94) };
    expect(turnoverAnswer(answer(rows, total))).toMatchObject({
      all: { value: 0.15, n: 94 },
      latest: { now: { year: 2024, value: 0.1 }, before: { year: 2023, value: 0.2 } },
    });
    expect(turnoverAnswer({ ...answer(rows, total), asOf: '2026-12-31' })?.latest).toBeNull();
    expect(turnoverAnswer(answer(rows.slice(1), total))?.latest).toBeNull();
    expect(turnoverAnswer(answer(rows, { first_year_turnover: rate(0.5, 9) }))).toBeNull();
    expect(turnoverAnswer(answer([], {}))).toBeNull();
  });

  it('stands on an axis from zero with round marks', () => {
    const column = (high: number): RateColumn => ({
      id: '1',
      name: '1',
      value: 0.1,
      low: 0,
      high,
      isSmall: false,
      words: '',
    });
    expect(rateMarks([column(0.27)])).toEqual([0, 0.1, 0.2, 0.3]);
    expect(rateMarks([column(0.3)])).toEqual([0, 0.1, 0.2, 0.3]);
    expect(rateMarks([column(0.97)])).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(rateMarks([])).toEqual([0, 0.1]);
  });
});

describe('retention by group', () => {
  const school = (id: number, hires: number): FiguresRow => ({
    key: { school: { id, name: `School ${id}`, nameZh: null } },
    values: {
      hires: { value: hires, n: hires, status: 'ok' },
      retention_12m: rate(0.9, hires),
    },
  });

  it('lists groups with a hire, the largest first, each a filter', () => {
    const rows = horizonRows('school', [school(1, 5), school(2, 0), school(3, 50)], 'en');
    expect(rows.map(({ id }) => id)).toEqual(['3', '1']);
    const table = horizonTable('school', rows, (id) => id);
    expect(table.columns.map(({ id }) => id)).toEqual([
      'school',
      'hires',
      'retention_6m',
      'retention_12m',
      'retention_24m',
      'retention_36m',
      'first_year_turnover',
    ]);
    expect(table.rows[0]?.cells[0]).toMatchObject({ filter: { dimension: 'school', value: '3' } });
    expect(table.rows[1]?.cells[3]).toMatchObject({ figure: { status: 'small' } });
    expect(table.rows[1]?.cells[4]).toMatchObject({ figure: { status: 'no_data' } });
  });

  it('is said of the whole selection, as far as the sample allows', () => {
    const total = { retention_12m: rate(0.9, 50), retention_36m: rate(0.6, 50) };
    expect(horizonAnswer(answer([], total))).toMatchObject({
      year: { value: 0.9 },
      three: { value: 0.6 },
    });
    const small: Figure = { ...rate(0.6, 50), status: 'small' };
    expect(horizonAnswer(answer([], { ...total, retention_36m: small }))?.three).toBeNull();
    expect(horizonAnswer(answer([], { retention_12m: rate(0.9, 9) }))).toBeNull();
  });
});
