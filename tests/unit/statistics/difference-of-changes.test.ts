import { describe, expect, it } from 'vitest';
import { randomFrom, type Random } from '../../../data/generator/random.ts';
import {
  differenceOfChanges,
  type ChangesTogether,
} from '../../../domain/statistics/difference-of-changes.ts';
import { binomialDraw, normalDraw } from '../../support/random-draws.ts';

describe('the difference of changes', () => {
  it('is the pooled t interval with one start year', () => {
    // Means .15 and .01; squares .005 and .002; s² = .007 / 4; √(1/2 + 1/4) = .8660254; t(4, .975) = 2.776445.
    const found = differenceOfChanges([{ treated: [0.1, 0.2], controls: [0, 0.02, -0.02, 0.04] }]);
    expect(found.difference).toBeCloseTo(0.14, 12);
    expect(found.spread).toBeCloseTo(Math.sqrt(0.00175), 12);
    expect(found.half).toBeCloseTo(0.100587, 5);
    expect(found.low).toBeCloseTo(0.039413, 5);
    expect(found.high).toBeCloseTo(0.240587, 5);
    expect(found).toMatchObject({ treated: 2, controls: 4, df: 4 });
    expect(found.treatedChange).toBeCloseTo(0.15, 12);
    expect(found.controlChange).toBeCloseTo(0.01, 12);
  });

  it('holds each change against the same years where starts are staggered', () => {
    // Beside their controls: .3 − .1 = .2 and .1 − (−.1) = .2; a plain mean of all controls would not know the years.
    // Controls’ variances: years one .1 ± .02 (squares .0016), years two −.1 ± .01 (squares .0004):
    // (.0016/3 + .0004/3) / 2 = .0003333; treated squares 0; s² = 3 × .0003333 / 4 = .00025.
    const found = differenceOfChanges([
      { treated: [0.3], controls: [0.12, 0.08, 0.12, 0.08] },
      { treated: [0.1], controls: [-0.11, -0.09, -0.11, -0.09] },
      { treated: [], controls: [9, 9] },
    ]);
    expect(found.difference).toBeCloseTo(0.2, 12);
    expect(found.spread).toBeCloseTo(Math.sqrt(0.00025), 12);
    expect(found).toMatchObject({ treated: 2, controls: 4, df: 4 });
  });

  it('refuses where a spread cannot be told', () => {
    expect(() => differenceOfChanges([{ treated: [1], controls: [0, 0, 0, 0] }])).toThrow();
    expect(() => differenceOfChanges([{ treated: [1, 2], controls: [0] }])).toThrow();
  });

  const EFFECT = 0.12;

  /** How often the interval holds the true effect, and the mean estimate. */
  function coverage(seed: string, draw: (random: Random) => ChangesTogether[]) {
    const random = randomFrom(seed);
    const runs = 4000;
    let covered = 0;
    let estimates = 0;
    for (let run = 0; run < runs; run += 1) {
      const { difference, low, high } = differenceOfChanges(draw(random));
      if (low <= EFFECT && EFFECT <= high) covered += 1;
      estimates += difference;
    }
    return { covered: covered / runs, estimate: estimates / runs };
  }

  it.each([
    [2, 4],
    [3, 6],
    [6, 5],
    [8, 20],
  ])('finds a known effect and covers it in 93–97 of 100 runs: %i treated, %i controls', (m, c) => {
    const { covered, estimate } = coverage(`${m} ${c}`, (random) => {
      const trend = 0.2 * normalDraw(random);
      const change = () => trend + 0.08 * normalDraw(random);
      return [
        {
          treated: Array.from({ length: m }, () => EFFECT + change()),
          controls: Array.from({ length: c }, change),
        },
      ];
    });
    expect(estimate).toBeCloseTo(EFFECT, 2);
    expect(covered).toBeGreaterThanOrEqual(0.93);
    expect(covered).toBeLessThanOrEqual(0.97);
  });

  it('covers it at least as often with staggered starts, where windows overlap and controls drop out', () => {
    const { covered, estimate } = coverage('staggered', (random) => {
      const years = 12;
      const trend = Array.from({ length: years }, () => 0.1 * normalDraw(random));
      /** Rates by year: what all share, a slope and a level of the school's own, noise, and the effect from a start on. */
      const school = (start: number) => {
        const slope = 0.015 * normalDraw(random);
        return trend.map(
          (shared, year) =>
            shared + slope * year + 0.06 * normalDraw(random) + (year > start ? EFFECT : 0),
        );
      };
      const mean = (values: readonly number[]) => values.reduce((all, one) => all + one, 0) / 3;
      const change = (rates: readonly number[], start: number) =>
        mean(rates.slice(start + 1, start + 4)) - mean(rates.slice(start - 3, start));
      const never = Array.from({ length: 5 }, () => school(Infinity));
      const late = school(9);
      return [3, 5, 6].map((start, index) => ({
        treated: Array.from({ length: index + 1 }, () => change(school(start), start)),
        controls: [...never, ...(start + 3 < 9 ? [late] : [])].map((one) => change(one, start)),
      }));
    });
    expect(estimate).toBeCloseTo(EFFECT, 2);
    expect(covered).toBeGreaterThanOrEqual(0.93);
    expect(covered).toBeLessThanOrEqual(0.98);
  });

  it('covers it as often with rates of schools of very different sizes', () => {
    const { covered, estimate } = coverage('rates', (random) => {
      const change = (effect: number) => {
        const base = 0.55 + 0.05 * normalDraw(random);
        const [before, after] = [base, base + 0.03 + effect].map((rate) => {
          const n = 12 + Math.floor(90 * random());
          return binomialDraw(random, n, Math.min(1, Math.max(0, rate))) / n;
        });
        return (after ?? 0) - (before ?? 0);
      };
      return [
        {
          treated: Array.from({ length: 4 }, () => change(EFFECT)),
          controls: Array.from({ length: 7 }, () => change(0)),
        },
      ];
    });
    expect(estimate).toBeCloseTo(EFFECT, 2);
    expect(covered).toBeGreaterThanOrEqual(0.93);
    expect(covered).toBeLessThanOrEqual(0.97);
  });
});
