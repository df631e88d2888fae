import { describe, expect, it } from 'vitest';
import { logGamma } from '../../../domain/statistics/log-gamma.ts';

describe('logGamma', () => {
  it('is the logarithm of factorials', () => {
    let sum = 0;
    for (let n = 1; n <= 3000; n += 1) {
      expect(Math.abs(logGamma(n) - sum)).toBeLessThan(1e-13 * Math.max(1, sum));
      sum += Math.log(n);
    }
  });

  it('has √π at one half, and its recurrence everywhere', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
    for (const z of [1e-4, 0.3, 1.7, 9.9, 10.1, 1234.5, 1e6]) {
      const difference = logGamma(z + 1) - logGamma(z) - Math.log(z);
      expect(Math.abs(difference)).toBeLessThan(1e-14 * Math.max(10, logGamma(z + 1)));
    }
  });

  it('refuses 0, negative and missing numbers', () => {
    for (const z of [0, -1, Number.NaN]) expect(() => logGamma(z)).toThrow(RangeError);
  });
});
