import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holm } from '../../../domain/statistics/holm.ts';

describe('holm', () => {
  it('is the procedure by hand', () => {
    // Ascending .005, .01, .03, .04 times 4, 3, 2, 1: .02, .03, .06, .04, the last raised to the one before it.
    const corrected = holm([0.01, 0.04, 0.03, 0.005]);
    for (const [index, expected] of [0.03, 0.06, 0.06, 0.02].entries()) {
      expect(corrected[index]).toBeCloseTo(expected, 14);
    }
    expect(holm([0.7, 0.6])).toEqual([1, 1]);
    expect(holm([0.2])).toEqual([0.2]);
    expect(holm([])).toEqual([]);
  });

  it('rejects what the step-down procedure rejects', () => {
    const anyP = fc.double({ min: 0, max: 1, noNaN: true });
    const level = fc.double({ min: 0.001, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(fc.array(anyP, { maxLength: 12 }), level, (ps, alpha) => {
        const ascending = ps.toSorted((a, b) => a - b);
        const stop = ascending.findIndex((p, index) => p * (ps.length - index) >= alpha);
        const rejected = stop < 0 ? ps.length : stop;
        const corrected = holm(ps);
        expect(corrected.filter((p) => p < alpha)).toHaveLength(rejected);
        for (const [index, p] of ps.entries()) expect(corrected[index]).toBeGreaterThanOrEqual(p);
      }),
    );
  });

  it('refuses what is no probability', () => {
    expect(() => holm([0.2, 1.2])).toThrow(RangeError);
    expect(() => holm([Number.NaN])).toThrow(RangeError);
  });
});
