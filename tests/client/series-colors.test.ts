import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OTHER_COLOR, SERIES_COLORS, seriesColors } from '../../client/frame/series-colors.ts';

const all = Array.from({ length: 20 }, (_, index) => ({
  id: String(index + 1),
  hires: 100 - index,
}));
const shown = fc.uniqueArray(fc.constantFrom(...all.map(({ id }) => id)), { maxLength: 7 });

describe('the colors of series', () => {
  it('belong to the largest, whatever is shown', () => {
    fc.assert(
      fc.property(shown, (ids) => {
        const colors = seriesColors(ids, all);
        for (const [rank, { id }] of all.slice(0, SERIES_COLORS.length).entries()) {
          if (ids.includes(id)) expect(colors.get(id)).toBe(SERIES_COLORS[rank]);
        }
      }),
    );
  });

  it('are never given twice', () => {
    fc.assert(
      fc.property(shown, (ids) => {
        expect(new Set(seriesColors(ids, all).values()).size).toBe(ids.length);
      }),
    );
  });

  it('are gray where there are too many', () => {
    const ids = all.slice(0, 8).map(({ id }) => id);
    expect(seriesColors(ids, all).get('8')).toBe(OTHER_COLOR);
  });
});
