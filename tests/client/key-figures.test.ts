import { describe, expect, it } from 'vitest';
import type { Figure, Figures } from '../../client/api/figures.ts';
import { keyFigures } from '../../client/panels/key-figures/key-figures.ts';
import { sameDayLastYear, seasonChange, seasonOf } from '../../client/panels/key-figures/season.ts';

const ok = (value: number): Figure => ({ value, n: 50, status: 'ok' });
const open: Figure = { value: null, n: 5, status: 'open', reason: 'not_mature' };

function figures(years: Record<number, Figure>, total = ok(100)): Figures {
  return {
    asOf: '2026-06-30',
    version: 1,
    truncated: false,
    total: { hires: total },
    rows: Object.entries(years).map(([year, hires]) => ({
      key: { year: Number(year) },
      values: { hires },
    })),
  };
}

describe('the season', () => {
  it('is the latest, or the latest of those filtered by', () => {
    expect(seasonOf({}, 2026)).toBe(2026);
    expect(
      seasonOf(
        {
          year: [
            { from: 2019, to: 2021 },
            { from: 2023, to: 2023 },
          ],
        },
        2026,
      ),
    ).toBe(2023);
    expect(seasonOf({ year: [{ from: 2024, to: 2040 }] }, 2026)).toBe(2026);
    expect(seasonOf({ year: [null] }, 2026)).toBe(2026);
    expect(seasonOf({}, null)).toBeNull();
  });

  it('is compared with the same day one year earlier', () => {
    expect(sameDayLastYear('2026-06-30')).toBe('2025-06-30');
    expect(sameDayLastYear('2024-02-29')).toBe('2023-02-28');
  });

  it('says what there is to compare', () => {
    expect(seasonChange(ok(12), ok(10))).toEqual({
      kind: 'change',
      value: 12,
      difference: 2,
      n: 50,
      nBefore: 50,
    });
    expect(seasonChange(ok(12), undefined)).toEqual({
      kind: 'no_comparison',
      value: 12,
      n: 50,
    });
    expect(seasonChange(ok(12), open)).toEqual({
      kind: 'no_comparison',
      value: 12,
      n: 50,
    });
    expect(seasonChange(open, ok(10))).toEqual({ kind: 'open' });
    expect(seasonChange(undefined, ok(10))).toEqual({ kind: 'missing' });
  });
});

describe('a key figure', () => {
  it('holds the total, the years in order, and the season against the one before', () => {
    const [hires] = keyFigures(
      ['hires'],
      figures({ 2026: ok(40), 2024: ok(30), 2025: ok(60) }),
      figures({ 2025: ok(35) }),
      2026,
    );
    expect(hires?.total).toEqual(ok(100));
    expect(hires?.years.map(({ name, figure }) => [name, figure?.value])).toEqual([
      ['2024', 30],
      ['2025', 60],
      ['2026', 40],
    ]);
    expect(hires?.change).toEqual({
      kind: 'change',
      value: 40,
      difference: 5,
      n: 50,
      nBefore: 50,
    });
  });

  it('has no season where there is none', () => {
    const [hires] = keyFigures(['hires'], figures({}), undefined, null);
    expect(hires?.change).toEqual({ kind: 'missing' });
  });
});
