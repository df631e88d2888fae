import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileType7 } from '../../../domain/statistics/quantile.ts';

function histogramOf(observations: readonly number[]) {
  const counted = new Map<number, number>();
  for (const value of observations) counted.set(value, (counted.get(value) ?? 0) + 1);
  const rows = [...counted].sort(([a], [b]) => a - b);
  return {
    values: Int32Array.from(rows, ([value]) => value),
    counts: Int32Array.from(rows, ([, count]) => count),
  };
}

/** The definition, over every single observation. */
function bruteForce(observations: readonly number[], p: number): number {
  const sorted = [...observations].sort((a, b) => a - b);
  const rank = (sorted.length - 1) * p;
  const lower = sorted[Math.floor(rank)] ?? Number.NaN;
  const upper = sorted[Math.ceil(rank)] ?? Number.NaN;
  return lower + (rank - Math.floor(rank)) * (upper - lower);
}

describe('quantileType7', () => {
  it('is 29 at .4 of 15, 20, 35, 40, 50 (types 5, 6 and 8 give 27.5, 26 and 27)', () => {
    expect(quantileType7(histogramOf([15, 20, 35, 40, 50]), 0.4)).toBeCloseTo(29, 12);
  });

  it('takes one observation for every quantile', () => {
    expect(quantileType7({ values: [7], counts: [1] }, 0.25)).toBe(7);
  });

  it('skips values nobody has', () => {
    expect(quantileType7({ values: [1, 2, 3], counts: [1, 0, 1] }, 0.5)).toBe(2);
    expect(quantileType7({ values: [0, 10, 20, 90], counts: [0, 1, 1, 0] }, 1)).toBe(20);
  });

  it('equals the quantile of the expanded, sorted observations', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 200 }),
        fc.oneof(
          fc.constantFrom(0, 0.25, 0.5, 0.75, 1),
          fc.double({ min: 0, max: 1, noNaN: true }),
        ),
        (observations, p) => {
          expect(quantileType7(histogramOf(observations), p)).toBeCloseTo(
            bruteForce(observations, p),
            9,
          );
        },
      ),
    );
  });

  it.each([-0.01, 1.01, Number.NaN])('refuses p = %d', (p) => {
    expect(() => quantileType7({ values: [1], counts: [1] }, p)).toThrow(RangeError);
  });

  it.each([
    ['nothing', [], []],
    ['only empty counts', [1, 2], [0, 0]],
    ['unequal lengths', [1, 2], [1]],
    ['values out of order', [2, 1], [1, 1]],
    ['a value twice', [1, 1], [1, 1]],
    ['a negative count', [1, 2], [3, -1]],
    ['a broken count', [1, 2], [1, 0.5]],
  ])('refuses %s', (_, values, counts) => {
    expect(() => quantileType7({ values, counts }, 0.5)).toThrow(RangeError);
  });
});
