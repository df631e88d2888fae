import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fisherMidP } from '../../../domain/statistics/fisher-mid-p.ts';
import { fisherByTables } from './exact-probability.ts';

describe('fisherMidP', () => {
  // The oracle first: R's help page of fisher.test says p = 0.2429 (one-sided) for Fisher's tea tasting, 3 of 4
  // against 1 of 4; SciPy's page of fisher_exact says p = 0.0350 (two-sided) for 8 of 10 against 1 of 6.
  it('is held against an enumeration that agrees with R and SciPy', () => {
    expect(fisherByTables(3, 4, 1, 4).atLeast).toBeCloseTo(0.2429, 4);
    expect(fisherByTables(8, 10, 1, 6).twoSided).toBeCloseTo(0.035, 3);
  });

  // 17/35 of all 70 tables are as unlikely; half of the observed one's 16/70 is taken off: 34/70 − 8/70.
  it('is 13/35 for the tea tasting, by hand', () => {
    expect(fisherMidP({ x: 3, n: 4 }, { x: 1, n: 4 })).toBeCloseTo(13 / 35, 14);
  });

  it('is the enumeration of all tables', () => {
    const counts = fc
      .integer({ min: 0, max: 90 })
      .chain((n) => fc.record({ x: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));
    fc.assert(
      fc.property(counts, counts, (one, others) => {
        const expected = fisherByTables(one.x, one.n, others.x, others.n);
        const single = expected.twoSided === 1 && expected.mid === 0.5;
        expect(fisherMidP(one, others)).toBeCloseTo(single ? 1 : expected.mid, 11);
      }),
      { numRuns: 400 },
    );
  });

  it('does not depend on which side is which, nor on what counts', () => {
    const [one, others] = [
      { x: 7, n: 31 },
      { x: 120, n: 300 },
    ];
    const p = fisherMidP(one, others);
    expect(fisherMidP(others, one)).toBeCloseTo(p, 13);
    const flipped = { x: one.n - one.x, n: one.n };
    expect(fisherMidP(flipped, { x: others.n - others.x, n: others.n })).toBeCloseTo(p, 13);
  });

  it('nears the test of two normal shares for a million people', () => {
    const one = { x: 150_400, n: 500_000 };
    const others = { x: 149_600, n: 500_000 };
    // z = (.3008 − .2992) / √(.3 · .7 · 2 / 500000) = 1.7457; the two-sided normal p is .0809.
    expect(fisherMidP(one, others)).toBeCloseTo(0.0809, 3);
    expect(fisherMidP({ x: 0, n: 500_000 }, { x: 400_000, n: 500_000 })).toBe(1e-30);
  });

  it('is 1 where nothing can be told', () => {
    expect(fisherMidP({ x: 3, n: 9 }, { x: 0, n: 0 })).toBe(1);
    expect(fisherMidP({ x: 0, n: 0 }, { x: 2, n: 5 })).toBe(1);
    expect(fisherMidP({ x: 0, n: 9 }, { x: 0, n: 50 })).toBe(1);
    expect(fisherMidP({ x: 9, n: 9 }, { x: 50, n: 50 })).toBe(1);
  });

  it.each([
    [-1, 5],
    [6, 5],
    [1.5, 5],
    [1, Number.NaN],
  ])('refuses %d of %d', (x, n) => {
    expect(() => fisherMidP({ x, n }, { x: 1, n: 2 })).toThrow(RangeError);
    expect(() => fisherMidP({ x: 1, n: 2 }, { x, n })).toThrow(RangeError);
  });
});
