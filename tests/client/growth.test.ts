import { describe, expect, it } from 'vitest';
import type { FiguresRow } from '../../client/api/figures.ts';
import { growthOf, lastWholeYear } from '../../client/panels/hires-by-year/growth.ts';

function row(school: number, year: number, hires: number): FiguresRow {
  return {
    key: { school: { id: school, name: `School ${school}`, nameZh: `学校${school}` }, year },
    values: { hires: { value: hires, n: hires, status: 'ok' } },
  };
}

describe('the growth of a selection', () => {
  it('compares the last whole class with the one before and names the school that moved most that way', () => {
    const rows = [row(1, 2023, 20), row(1, 2024, 18), row(2, 2023, 10), row(2, 2024, 24)];
    expect(growthOf([...rows, row(1, 2025, 1)], 2024, 'en')).toEqual({
      year: 2024,
      before: 30,
      after: 42,
      share: 42 / 30 - 1,
      school: { name: 'School 2', difference: 14 },
    });
  });

  it('names the school that fell most where hires fell, also one that sent nobody any more', () => {
    const rows = [row(1, 2023, 20), row(1, 2024, 25), row(2, 2023, 12)];
    expect(growthOf(rows, 2024, 'zh')?.school).toEqual({ name: '学校2', difference: -12 });
  });

  it('names no school where nothing changed', () => {
    const rows = [row(1, 2023, 12), row(2, 2024, 12)];
    expect(growthOf(rows, 2024, 'en')).toMatchObject({ share: 0, school: null });
  });

  it('names no school where there is but one', () => {
    const rows = [row(1, 2023, 12), row(1, 2024, 24)];
    expect(growthOf(rows, 2024, 'en')).toMatchObject({ share: 1, school: null });
  });

  it('says nothing of fewer than 10 people, of a single class, or of nobody', () => {
    expect(growthOf([row(1, 2023, 9), row(1, 2024, 40)], 2024, 'en')).toBeNull();
    expect(growthOf([row(1, 2023, 40), row(1, 2024, 9)], 2024, 'en')).toBeNull();
    expect(growthOf([row(1, 2024, 40)], 2024, 'en')).toBeNull();
    expect(growthOf([], 2024, 'en')).toBeNull();
  });

  it('takes a class for whole once its 31 December has passed', () => {
    expect(lastWholeYear('2026-06-30')).toBe(2025);
    expect(lastWholeYear('2026-12-31')).toBe(2026);
  });
});
