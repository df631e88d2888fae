import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialLimit } from '../../../domain/statistics/binomial-limit.ts';
import { limitByFractions } from './exact-probability.ts';

const MILLS = [1, 25, 975, 999] as const;

describe('binomialLimit', () => {
  // By hand: n = 2, theta = 1/2 has F = 1/4, 3/4, 1 and f = 1/4, 1/2, 1/4. For p = .025 r = 0 and the limit
  // (0 − (.25 − .025) / .25) / 2 = −.45, cut to 0. For p = .3 r = 1: (1 − (.75 − .3) / .5) / 2 = .05.
  // For p = .975 r = 2: (2 − (1 − .975) / .25) / 2 = .95.
  it.each([
    [0.5, 2, 0.025, 0],
    [0.5, 2, 0.3, 0.05],
    [0.5, 2, 0.975, 0.95],
    [0.5, 1, 0.75, 0.5],
  ])('of %d, n = %i at p = %d is %d, as by hand', (theta, n, p, limit) => {
    expect(binomialLimit(theta, n, p)).toBeCloseTo(limit, 14);
  });

  it('is the formula in exact fractions, for any share, size and level', () => {
    const share = fc
      .integer({ min: 2, max: 40 })
      .chain((whole) => fc.tuple(fc.integer({ min: 1, max: whole - 1 }), fc.constant(whole)));
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 150 }), ([part, whole], n) => {
        for (const mills of MILLS) {
          const limit = binomialLimit(part / whole, n, mills / 1000);
          expect(Math.abs(limit - limitByFractions(part, whole, n, mills))).toBeLessThan(1e-11);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('lies on both sides of the share, the wider the surer and the fewer people', () => {
    for (const theta of [0.1, 0.5, 0.83]) {
      for (const n of [40, 200, 1000]) {
        const [a, b, c, d] = MILLS.map((mills) => binomialLimit(theta, n, mills / 1000));
        const order = [a, b, theta, c, d].map((value) => value ?? Number.NaN);
        expect(order).toEqual(order.toSorted((x, y) => x - y));
        expect((d ?? 0) - (a ?? 0)).toBeGreaterThan(
          binomialLimit(theta, 2 * n, 0.999) - binomialLimit(theta, 2 * n, 0.001),
        );
      }
    }
  });

  it('nears the normal limits for a million people', () => {
    const [theta, n] = [0.3, 1_000_000];
    const error = Math.sqrt((theta * (1 - theta)) / n);
    const z = 1.959963984540054;
    expect(binomialLimit(theta, n, 0.975)).toBeCloseTo(theta + z * error, 5);
    expect(binomialLimit(theta, n, 0.025)).toBeCloseTo(theta - z * error, 5);
    expect(binomialLimit(1e-6, n, 0.999) * n).toBeCloseTo(
      limitByFractions(1, 1000, 1000, 999) * 1000,
      1,
    );
  });

  it('is the share itself where nothing varies', () => {
    for (const p of [0.001, 0.5, 0.999]) {
      expect(binomialLimit(0, 7, p)).toBe(0);
      expect(binomialLimit(1, 7, p)).toBe(1);
    }
  });

  it.each([
    [-0.1, 5, 0.5],
    [1.1, 5, 0.5],
    [Number.NaN, 5, 0.5],
    [0.5, 0, 0.5],
    [0.5, 2.5, 0.5],
    [0.5, 5, 0],
    [0.5, 5, 1],
  ])('refuses theta %d, n %d, p %d', (theta, n, p) => {
    expect(() => binomialLimit(theta, n, p)).toThrow(RangeError);
  });
});
