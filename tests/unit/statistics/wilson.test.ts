import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from '../../../domain/statistics/wilson.ts';

const proportion = fc
  .integer({ min: 1, max: 5000 })
  .chain((n) => fc.record({ n: fc.constant(n), successes: fc.integer({ min: 0, max: n }) }));

describe('wilson', () => {
  it.each([
    [8, 10, 0.4902, 0.9433, 4],
    [0, 5, 0, 0.4345, 4],
    [23, 30, 0.5907, 0.8821, 4],
    [18, 20, 0.698966354772, 0.972133518786, 12],
    [0, 30, 0, 0.11351339, 8],
  ])('of %i in %i is %d to %d', (successes, n, low, high, digits) => {
    const interval = wilson(successes, n);
    expect(interval.low).toBeCloseTo(low, digits);
    expect(interval.high).toBeCloseTo(high, digits);
  });

  it('ends exactly at 0 and 1', () => {
    expect(wilson(0, 7).low).toBe(0);
    expect(wilson(7, 7).high).toBe(1);
  });

  it('solves |p̂ − p| = z √(p (1 − p) / n) at both ends', () => {
    fc.assert(
      fc.property(proportion, ({ n, successes }) => {
        const { low, high } = wilson(successes, n);
        for (const p of [low, high]) {
          const distance = (successes / n - p) ** 2;
          expect(distance).toBeCloseTo((1.959963984540054 ** 2 * p * (1 - p)) / n, 10);
        }
      }),
    );
  });

  it('contains the observed share and stays in 0..1', () => {
    fc.assert(
      fc.property(proportion, ({ n, successes }) => {
        const { low, high } = wilson(successes, n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(successes / n);
        expect(high).toBeGreaterThanOrEqual(successes / n);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('rises with each success and mirrors failures', () => {
    fc.assert(
      fc.property(proportion, ({ n, successes }) => {
        fc.pre(successes < n);
        const here = wilson(successes, n);
        const next = wilson(successes + 1, n);
        expect(next.low).toBeGreaterThan(here.low);
        expect(next.high).toBeGreaterThan(here.high);
        expect(wilson(n - successes, n).high).toBeCloseTo(1 - here.low, 12);
      }),
    );
  });

  it('narrows with more people of the same share, and widens with z', () => {
    const width = ({ low, high }: { low: number; high: number }) => high - low;
    expect(width(wilson(80, 100))).toBeLessThan(width(wilson(8, 10)));
    expect(width(wilson(8, 10, 2.5758))).toBeGreaterThan(width(wilson(8, 10)));
  });

  it.each([
    [0, 0],
    [1, -1],
    [-1, 5],
    [6, 5],
    [Number.NaN, 5],
    [1, Number.NaN],
    [1, Number.POSITIVE_INFINITY],
  ])('refuses %d of %d', (successes, n) => {
    expect(() => wilson(successes, n)).toThrow(RangeError);
  });
});
