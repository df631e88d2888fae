import { describe, expect, it } from 'vitest';
import { chiSquareUpperTail } from '../../../domain/statistics/chi-square.ts';

describe('chiSquareUpperTail', () => {
  // Critical values as tables print them.
  it.each([
    [1, 0.05, 3.841458820694124],
    [1, 0.01, 6.634896601021213],
    [1, 0.95, 0.003932140000019522],
    [2, 0.05, 5.991464547107979],
    [3, 0.05, 7.814727903251179],
    [4, 0.5, 3.356694],
    [5, 0.05, 11.070497693516351],
    [5, 0.001, 20.515],
    [10, 0.05, 18.307],
    [100, 0.05, 124.342],
  ])('with %i degrees of freedom is %f at the critical value', (df, p, x) => {
    expect(Math.abs(chiSquareUpperTail(x, df) / p - 1)).toBeLessThan(1e-3 * (x < 12 ? 1e-3 : 1));
  });

  it('is exp(−x / 2) for two degrees of freedom, near and far', () => {
    for (const x of [1e-9, 0.3, 3.9, 4.1, 40, 600]) {
      expect(chiSquareUpperTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 12);
    }
  });

  it('falls from 1 to 0', () => {
    expect(chiSquareUpperTail(0, 3)).toBe(1);
    expect(chiSquareUpperTail(5000, 3)).toBe(0);
  });

  it.each([
    [-1, 1],
    [Number.NaN, 1],
    [1, 0],
    [1, 1.5],
  ])('refuses %f with %f degrees of freedom', (x, df) => {
    expect(() => chiSquareUpperTail(x, df)).toThrow(RangeError);
  });
});
