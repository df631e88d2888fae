// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Figure, Figures } from '../../client/api/figures.ts';
import { FilterBar } from '../../client/frame/filter-bar.tsx';
import { yearsBefore } from '../../client/frame/use-comparison.ts';
import { comparedFigures, ratesApart } from '../../client/panels/comparison/compared-figures.ts';
import { comparedYears } from '../../client/panels/comparison/compared-years.ts';
import { renderInApp } from './render-in-app.tsx';

afterEach(cleanup);

function rate(value: number, low: number, high: number, n = 50): Figure {
  return { value, low, high, n, status: n < 10 ? 'small' : 'ok' };
}

function hires(byYear: Readonly<Record<string, number>>): Figures {
  return {
    asOf: '2026-06-30',
    version: 1,
    rows: Object.entries(byYear).map(([year, value]) => ({
      key: { year: Number(year) },
      values: { hires: { value, n: value, status: 'ok' } },
    })),
    total: {},
    truncated: false,
  };
}

describe('two selections side by side', () => {
  it('differ by own less other, and are apart only where their intervals have nothing in common', () => {
    const [apart, close] = comparedFigures(
      ['retention_12m', 'acceptance_rate'],
      { retention_12m: rate(0.9, 0.8, 0.95), acceptance_rate: rate(0.7, 0.6, 0.8) },
      { retention_12m: rate(0.6, 0.5, 0.7), acceptance_rate: rate(0.6, 0.5, 0.7) },
    );
    expect(apart?.difference).toBeCloseTo(0.3, 12);
    expect(apart?.apart).toBe(true);
    expect(close?.apart).toBe(false);
    expect(ratesApart([apart, close].filter((one) => one !== undefined))).toEqual([apart]);
  });

  it('say nothing of a difference where one speaks of fewer than 10 people or is missing', () => {
    const few = comparedFigures(
      ['retention_12m', 'major_match_rate'],
      { retention_12m: rate(0.9, 0.5, 1, 9), major_match_rate: rate(0.5, 0.4, 0.6) },
      { retention_12m: rate(0.2, 0.1, 0.3) },
    );
    expect(few.map(({ difference, apart }) => [difference, apart])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(ratesApart(few)).toBeNull();
  });

  it('share an axis of years; a year without a hire is 0 within a selection and empty outside it', () => {
    expect(comparedYears(hires({ 2022: 5, 2024: 7 }), hires({ 2020: 3, 2021: 4 }))).toEqual([
      { name: '2020', own: null, other: 3 },
      { name: '2021', own: null, other: 4 },
      { name: '2022', own: 5, other: null },
      { name: '2023', own: 0, other: null },
      { name: '2024', own: 7, other: null },
    ]);
    expect(comparedYears(hires({}), hires({}))).toEqual([]);
    expect(comparedYears(hires({}), hires({ 2020: 3 }))).toEqual([
      { name: '2020', own: null, other: 3 },
    ]);
  });

  it('the years before are as many as are selected', () => {
    const selection = { school: [3], year: [{ from: 2022, to: 2024 }] };
    expect(yearsBefore(selection, 2026)).toEqual({ school: [3], year: [{ from: 2019, to: 2021 }] });
    expect(yearsBefore({ school: [3] }, 2026)).toEqual({
      school: [3],
      year: [{ from: 2025, to: 2025 }],
    });
  });
});

describe('the filter bar', () => {
  it('keeps the second selection in the address, apart from the first', async () => {
    const view = await renderInApp(<FilterBar />, '/?school=3&year=2022..2024');
    fireEvent.click(screen.getByRole('button', { name: 'Compare with …' }));
    fireEvent.click(
      await screen.findByRole('menuitem', { name: 'The same selection in the years before' }),
    );
    await waitFor(() =>
      expect(view.address()).toBe(
        '/?school=3&year=2022..2024&vs=on&vs.school=3&vs.year=2019..2021',
      ),
    );
    const chips = screen.getAllByRole('button', { name: /Remove the filter School/ });
    fireEvent.click(chips[1] ?? document.body);
    await waitFor(() =>
      expect(view.address()).toBe('/?school=3&year=2022..2024&vs=on&vs.year=2019..2021'),
    );
  });

  it('turns the selections round, and stops comparing without touching the first', async () => {
    const view = await renderInApp(<FilterBar />, '/?school=3&vs=on&vs.school=5&sort=-hires');
    fireEvent.click(screen.getByRole('button', { name: 'Compare with …' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Turn the two round' }));
    await waitFor(() => expect(view.address()).toBe('/?school=5&vs=on&vs.school=3&sort=-hires'));
    fireEvent.click(screen.getByRole('button', { name: 'Compare with …' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Stop comparing' }));
    await waitFor(() => expect(view.address()).toBe('/?school=5&sort=-hires'));
  });
});
