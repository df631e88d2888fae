import { describe, expect, it } from 'vitest';
import { explained } from '../../client/frame/explanation.ts';
import type { Figure, FiguresRow } from '../../client/api/figures.ts';
import { chosenClass, classesOf } from '../../client/panels/majors/class-choice.ts';
import { largestGap, planMet, scarcest } from '../../client/panels/majors/demand-answers.ts';
import {
  demandByMajor,
  demandByYear,
  demandTable,
  pairedCounts,
} from '../../client/panels/majors/demand-rows.ts';
import { classesBefore, supplyLead, supplyRows } from '../../client/panels/majors/supply-rows.ts';

const ok = (value: number, n = value): Figure => ({ value, n, status: 'ok' });
const open: Figure = { value: null, n: 0, status: 'open', reason: 'not_mature' };
const noPlan: Figure = { value: null, n: 0, status: 'no_data', reason: 'no_plans' };

interface Demand {
  readonly planned?: number;
  readonly hires?: number;
  readonly gap?: number;
  readonly graduates?: number;
}

function values({ planned, hires = 0, gap, graduates }: Demand): FiguresRow['values'] {
  const places = planned ?? 0;
  return {
    planned: planned === undefined ? noPlan : ok(planned),
    campus_hires: ok(hires),
    gap: gap === undefined ? open : ok(gap, places),
    fill_rate: gap === undefined ? open : ok((places - gap) / places, places),
    graduates: graduates === undefined ? { ...noPlan, reason: 'no_cohorts' } : ok(graduates),
    supply_ratio:
      graduates === undefined || places === 0
        ? { ...noPlan, reason: 'no_shared' }
        : ok(graduates / places, places),
  };
}
const ofYear = (year: number, demand: Demand): FiguresRow => ({
  key: { year },
  values: values(demand),
});
const ofMajor = (id: number | null, demand: Demand): FiguresRow => ({
  key: { major: id === null ? null : { id, name: `Major ${id}`, nameZh: null } },
  values: values(demand),
});

describe('the demand by class', () => {
  const rows = demandByYear(
    [
      ofYear(2027, { planned: 40, graduates: 900 }),
      ofYear(2019, { hires: 9 }),
      ofYear(2025, { planned: 30, hires: 27, gap: 4, graduates: 800 }),
      ofYear(2026, { planned: 36, hires: 20 }),
    ],
    'en',
  );

  it('leaves out classes of which there are only hires, the earliest first', () => {
    expect(rows.map(({ id }) => id)).toEqual(['2025', '2026', '2027']);
  });

  it('says how the last whole class was met, by the places that the gap speaks of, and what comes', () => {
    expect(planMet(rows, 2025, 2027)).toEqual({
      year: 2025,
      planned: 30,
      filled: 26,
      gap: 4,
      next: { year: 2027, planned: 40 },
    });
    expect(planMet(rows, 2025, 2028)?.next).toBeNull();
    expect(planMet(rows, 2024, 2027)).toBeNull();
    const few = demandByYear([ofYear(2025, { planned: 9, hires: 5, gap: 4 })], 'en');
    expect(planMet(few, 2025, 2027)).toBeNull();
  });
});

describe('the demand by major', () => {
  const rows = demandByMajor(
    [
      ofMajor(null, { planned: 99 }),
      ofMajor(1, { planned: 12, hires: 5, gap: 7, graduates: 60 }),
      ofMajor(2, { hires: 3 }),
      ofMajor(3, { planned: 30, hires: 28, gap: 2, graduates: 90 }),
      ofMajor(4, {}),
      ofMajor(5, { planned: 9, hires: 0, gap: 9, graduates: 9 }),
    ],
    'en',
    'Any major',
  );

  it('puts the largest plan first, what is not planned behind, plans for any major last', () => {
    expect(rows.map(({ label }) => label)).toEqual([
      'Major 3',
      'Major 1',
      'Major 5',
      'Major 2',
      'Any major',
    ]);
  });

  it('as a table can be filtered by every major but any', () => {
    const table = demandTable('major', rows, 'Major', 'en', (id, key) =>
      explained(id, { degree: ['bachelor'] }, key),
    );
    expect(table.columns.map(({ id }) => id)).toEqual([
      'major',
      'planned',
      'campus_hires',
      'gap',
      'fill_rate',
      'graduates',
      'supply_ratio',
    ]);
    expect(table.rows[0]?.cells[0]).toMatchObject({ filter: { dimension: 'major', value: '3' } });
    expect(table.rows.at(-1)?.cells[0]).toMatchObject({ text: 'Any major', filter: undefined });
    expect(table.rows[0]?.cells[1]).toMatchObject({ kind: 'figure', figure: { value: 30 } });
  });

  it('as a chart keeps the sums: what is too much stands together, what is unknown stays unknown', () => {
    const pairs = pairedCounts(rows, 3, 'Other');
    expect(pairs).toEqual([
      { id: '3', label: 'Major 3', planned: 30, hired: 28, pickable: true },
      { id: '1', label: 'Major 1', planned: 12, hired: 5, pickable: true },
      { id: 'rest', label: 'Other', planned: 108, hired: 3, pickable: false },
    ]);
    expect(pairedCounts(rows, 5, 'Other').map(({ planned }) => planned)).toEqual([
      30,
      12,
      9,
      null,
      99,
    ]);
  });

  it('names the largest gap and the scarcest major among plans of 10 or more', () => {
    expect(largestGap(rows)).toEqual({ major: 'Major 1', gap: 7, planned: 12 });
    expect(scarcest(rows)).toEqual({ major: 'Major 3', ratio: 3, planned: 30 });
    expect(largestGap(rows.slice(2))).toBeNull();
    expect(scarcest(rows.slice(1))).toBeNull();
  });
});

describe('the classes to choose from', () => {
  const known = [2020, 2027, 2025, 2026, 2028, 2024];

  it('are the latest first, and begin with the last whole and the first to come', () => {
    const classes = classesOf(known, {}, 2025, 2026);
    expect(classes).toEqual({
      years: [2028, 2027, 2026, 2025, 2024, 2020],
      ended: 2025,
      coming: 2027,
    });
    expect(chosenClass(classes, '2024', classes.ended)).toBe(2024);
    expect(chosenClass(classes, '1999', classes.ended)).toBe(2025);
  });

  it('keep to the filter of years', () => {
    const classes = classesOf(known, { year: [{ from: 2024, to: 2025 }] }, 2025, 2026);
    expect(classes).toEqual({ years: [2025, 2024], ended: 2025, coming: 2025 });
    expect(classesOf(known, { year: [{ from: 2028, to: 2028 }] }, 2025, 2026).ended).toBe(2028);
    expect(classesOf([], {}, 2025, null)).toEqual({ years: [], ended: null, coming: null });
  });

  it('before one are the three latest that are over', () => {
    expect(classesBefore(known, 2027, 2025)).toEqual({ from: 2023, to: 2025 });
    expect(classesBefore(known, 2025, 2025)).toEqual({ from: 2022, to: 2024 });
    expect(classesBefore([2026, 2027], 2027, 2025)).toBeNull();
  });
});

describe('the schools that could fill a major', () => {
  const school = (id: number) => ({ school: { id, name: `School ${id}`, nameZh: null } });
  const coming = [
    { key: school(1), values: { graduates: ok(20) } },
    { key: school(2), values: { graduates: ok(50) } },
    { key: school(4), values: { graduates: ok(0) } },
  ];
  const past = (hires: readonly number[]) =>
    hires.map((count, index) => ({
      key: school(index + 1),
      values: { campus_hires: ok(count), yield: ok(0.1, 70), retention_12m: ok(0.9, count) },
    }));

  it('join graduates to come with what became of earlier ones, the most graduates first', () => {
    const rows = supplyRows(coming, past([9, 0, 3]), 'en');
    expect(rows.map(({ id }) => id)).toEqual(['2', '1', '3']);
    expect(rows[2]).toMatchObject({
      graduates: { value: null, reason: 'no_cohorts' },
      hires: { value: 3 },
    });
    expect(supplyRows(coming, [], 'en')[0]).toMatchObject({
      hires: { value: 0 },
      yield: { value: null },
      retention: { value: null },
    });
  });

  it('are told by the first of them, and the source where 10 hires or more have a clear one', () => {
    expect(supplyLead(supplyRows(coming, past([9, 0, 3]), 'en'))).toEqual({
      school: 'School 2',
      graduates: 50,
      total: 70,
      source: { school: 'School 1', hires: 9, all: 12 },
    });
    expect(supplyLead(supplyRows(coming, past([5, 0, 3]), 'en'))?.source).toBeNull();
    expect(supplyLead(supplyRows(coming, past([6, 6]), 'en'))?.source).toBeNull();
    const few = [6, 3].map((count, index) => ({
      key: school(index + 1),
      values: { graduates: ok(count) },
    }));
    expect(supplyLead(supplyRows(few, [], 'en'))).toBeNull();
    expect(supplyLead(supplyRows(coming.slice(1, 2), [], 'en'))).toBeNull();
    const tie = [1, 2].map((id) => ({ key: school(id), values: { graduates: ok(9) } }));
    expect(supplyLead(supplyRows(tie, [], 'en'))).toBeNull();
  });
});
