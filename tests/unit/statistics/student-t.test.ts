import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studentTQuantile, studentTUpperTail } from '../../../domain/statistics/student-t.ts';

describe('Student’s t', () => {
  // Abramowitz and Stegun (1964), table 26.10: t exceeded with .025 and .10.
  it.each([
    [1, 12.706, 3.078],
    [2, 4.303, 1.886],
    [4, 2.776, 1.533],
    [5, 2.571, 1.476],
    [10, 2.228, 1.372],
    [30, 2.042, 1.31],
    [120, 1.98, 1.289],
  ])('has the quantiles of the tables with %i degrees of freedom', (df, upper025, upper10) => {
    expect(studentTQuantile(0.025, df)).toBeCloseTo(upper025, 3);
    expect(studentTQuantile(0.1, df)).toBeCloseTo(upper10, 3);
  });

  it('is Cauchy with 1 degree of freedom, and has a closed form with 2', () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (t) => {
        expect(studentTUpperTail(t, 1)).toBeCloseTo(0.5 - Math.atan(t) / Math.PI, 12);
        expect(studentTUpperTail(t, 2)).toBeCloseTo(0.5 - t / (2 * Math.sqrt(2 + t * t)), 12);
      }),
    );
  });

  it('quantile and tail undo one another, and the tails add up to 1', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.0005, max: 0.5, noNaN: true }),
        fc.integer({ min: 1, max: 300 }),
        (upper, df) => {
          const t = studentTQuantile(upper, df);
          expect(studentTUpperTail(t, df)).toBeCloseTo(upper, 10);
          expect(studentTUpperTail(-t, df)).toBeCloseTo(1 - upper, 10);
        },
      ),
    );
  });

  it('refuses what it cannot answer', () => {
    expect(() => studentTUpperTail(1, 0)).toThrow('df must be above 0');
    expect(() => studentTUpperTail(Number.NaN, 3)).toThrow('t must be a number');
    expect(() => studentTQuantile(0.7, 3)).toThrow('up to .5');
  });
});
