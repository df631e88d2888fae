import { describe, expect, it } from 'vitest';
import type { Cohorts, Release } from '../../client/api/release.ts';
import { reconciled } from '../../client/panels/cohorts/reconcile.ts';

type Figure = Release['tables'][number]['rows'][number]['own'];

const class_ = (year: number, graduates: number, signed?: { of: number; n: number }) => ({
  year,
  values: {
    graduates: { value: graduates, n: graduates, status: 'ok' as const },
    signed_rate:
      signed === undefined
        ? { value: null, n: 0, of: 0, status: 'no_denominator' as const }
        : { value: signed.of / signed.n, ...signed, status: 'ok' as const },
  },
});

function released(own: Readonly<Record<number, Partial<Figure>>>): Pick<Release, 'tables'> {
  const none = { value: null, n: null, status: 'not_applicable' as const };
  const rows = Object.entries(own).map(([year, figure]) => ({
    key: { year: Number(year) },
    own: { value: null, n: null, status: 'ok' as const, ...figure },
    partners: none,
  }));
  return { tables: [{ metric: 'hires', by: ['year'], rows }] };
}

const years: Cohorts['years'] = [
  class_(2025, 200, { of: 14, n: 200 }),
  class_(2024, 200, { of: 9, n: 120 }),
  class_(2023, 100, { of: 5, n: 100 }),
  class_(2022, 100),
];

describe('two counts of a class', () => {
  it('are held against each other where both are of all of it, and told as they were published', () => {
    const release = released({
      2025: { value: 11, n: 11 },
      2024: { value: 9, n: 9 },
      2023: { status: 'banded', low: 0.1, high: 0.2, n: 20 },
      2022: { value: 4, n: 4 },
      2021: { value: 3, n: 3, asOf: '2024-01-01' },
      2020: { value: 0, n: 0 },
    });
    const rows = reconciled({ years }, release);
    expect(rows.map(({ year, difference }) => [year, difference])).toEqual([
      [2025, 3],
      // Of 80 graduates it is not said whether they signed.
      [2024, null],
      // A band stays a band.
      [2023, null],
      [2022, null],
      [2021, null],
    ]);
    expect(rows[0]?.signed).toEqual({ people: 14, among: 200 });
    expect(rows[2]?.hires).toMatchObject({ status: 'banded', value: null });
    expect(rows[3]?.signed).toBeNull();
    expect(rows[4]?.hires?.asOf).toBe('2024-01-01');
  });

  it('stand alone where nothing was published', () => {
    const rows = reconciled({ years }, null);
    expect(rows.map(({ year }) => year)).toEqual([2025, 2024, 2023]);
    expect(rows.every(({ hires, difference }) => hires === null && difference === null)).toBe(true);
  });

  it('nobody who signed is a count too', () => {
    const [row] = reconciled(
      { years: [class_(2025, 50, { of: 0, n: 50 })] },
      released({ 2025: { value: 2, n: 2 } }),
    );
    expect(row?.difference).toBe(-2);
  });
});
