import { describe, expect, it } from 'vitest';
import { randomFrom, type Random } from '../../../data/generator/random.ts';
import { expectedStarts } from '../../../domain/statistics/expected-starts.ts';
import { smoothedLevels } from '../../../domain/statistics/exponential-smoothing.ts';
import { trySmoothing } from '../../../domain/statistics/smoothing-trial.ts';
import { binomialDraw, normalDraw } from '../../support/random-draws.ts';

describe('exponential smoothing', () => {
  it('halves the weight of each earlier value', () => {
    // 10; (14+10)/2 = 12; (8+12)/2 = 10; (20+10)/2 = 15.
    expect(smoothedLevels([10, 14, 8, 20])).toEqual([10, 12, 10, 15]);
    expect(smoothedLevels([10, 20], 0.25)).toEqual([10, 12.5]);
    expect(smoothedLevels([])).toEqual([]);
  });
});

describe('the trial of smoothing', () => {
  it('is worked out by hand for five schools and four origins', () => {
    // Up and down by 4: after 10 14 10 14 10 the levels are 10 12 11 12.5 11.25, then 12.625 11.3125 12.65625.
    // Foretold 11.25 12.625 11.3125 12.65625 of 14 10 14 10: missed by 2.75 2.625 2.6875 2.65625; as last year by 4.
    const one = [10, 14, 10, 14, 10, 14, 10, 14, 10];
    const trial = trySmoothing([one, one, one, one, one]);
    expect(trial).toMatchObject({ verdict: 'shown', origins: 4, series: 5 });
    expect(trial.tried?.error).toBeCloseTo(2.6796875, 10);
    expect(trial.tried?.naiveError).toBe(4);
    // Advantages 1.25 1.375 1.3125 1.34375: mean 1.3203125, s .0533696, t = mean / (s / 2).
    expect(trial.tried?.t).toBeCloseTo(49.478, 3);
    expect(trial.tried?.p).toBeLessThan(0.0001);
  });

  it('is lost where values only grow, and not held with too little to try', () => {
    const growing = Array.from({ length: 11 }, (_, year) => 10 + 5 * year);
    const all = Array.from({ length: 5 }, () => growing);
    expect(trySmoothing(all).verdict).toBe('no_better');
    expect(trySmoothing(all.map((one) => one.slice(0, 8)))).toEqual({
      verdict: 'too_few_years',
      origins: 3,
      series: 5,
      tried: null,
    });
    expect(trySmoothing(all.slice(1)).verdict).toBe('too_few_series');
    expect(trySmoothing([])).toMatchObject({ verdict: 'too_few_series', origins: 0 });
    expect(() => trySmoothing([[1, 2], [1]])).toThrow('one length');
  });

  /** Hires of schools by year: a steady level with noise, or a walk; `common` is how much of it all schools share. */
  function schools(random: Random, count: number, years: number, common: number, walks: boolean) {
    const shared = Array.from({ length: years }, () => normalDraw(random));
    return Array.from({ length: count }, () => {
      const base = 20 + 60 * random();
      let level = base;
      return shared.map((shock) => {
        const own = normalDraw(random);
        const move = 0.15 * base * (Math.sqrt(common) * shock + Math.sqrt(1 - common) * own);
        if (walks) level = Math.max(0, level + move);
        return Math.max(0, Math.round(walks ? level : base + move));
      });
    });
  }

  function shownRate(walks: boolean, count: number, years: number, common: number): number {
    const random = randomFrom(`${walks} ${count} ${years} ${common}`);
    const runs = 1500;
    let shown = 0;
    for (let run = 0; run < runs; run += 1) {
      if (trySmoothing(schools(random, count, years, common, walks)).verdict === 'shown')
        shown += 1;
    }
    return shown / runs;
  }

  it.each([
    [5, 9, 0],
    [5, 9, 0.7],
    [5, 11, 0.7],
    [13, 9, 0.7],
    [13, 11, 0],
    [13, 11, 0.7],
    [30, 16, 0.7],
  ])(
    'hides it on random walks of %i schools over %i years (shared: %f) in 97 of 100 runs',
    (count, years, common) => {
      expect(shownRate(true, count, years, common)).toBeLessThanOrEqual(0.03);
    },
  );

  it('shows it on steady levels with noise in most runs', () => {
    expect(shownRate(false, 13, 11, 0)).toBeGreaterThanOrEqual(0.95);
    expect(shownRate(false, 13, 9, 0)).toBeGreaterThanOrEqual(0.8);
    expect(shownRate(false, 13, 16, 0.7)).toBeGreaterThanOrEqual(0.7);
  });
});

describe('starts to expect', () => {
  it('is accepted × show-up + pending × acceptance × show-up', () => {
    // 40 × .9 + 20 × .75 × .9 = 36 + 13.5.
    const answer = expectedStarts({
      accepted: 40,
      pending: 20,
      showUp: { x: 90, n: 100 },
      acceptance: { x: 75, n: 100 },
    });
    expect(answer.expected).toBeCloseTo(49.5, 12);
    // Cautious shares 91/102 and 76/102: mean 35.686275 + 13.294887; variance 3.848520 + 4.457186 + 2.815608 + 0.587073
    // = 11.708387; size 60² × 0.816353 × 0.183647 / 11.708387 = 46.096489; Wilson of 49.5/60 of so many.
    expect(answer.low).toBeCloseTo(41.501379, 5);
    expect(answer.high).toBeCloseTo(54.49856, 5);
  });

  it('is certain of nobody, and needs earlier people for anybody', () => {
    const none = { x: 0, n: 0 };
    expect(expectedStarts({ accepted: 0, pending: 0, showUp: none, acceptance: none })).toEqual({
      expected: 0,
      low: 0,
      high: 0,
    });
    const showUp = { x: 9, n: 10 };
    expect(expectedStarts({ accepted: 5, pending: 0, showUp, acceptance: none }).expected).toBe(
      4.5,
    );
    expect(() => expectedStarts({ accepted: 5, pending: 1, showUp, acceptance: none })).toThrow();
    expect(() =>
      expectedStarts({ accepted: 1, pending: 0, showUp: none, acceptance: none }),
    ).toThrow();
  });

  it('covers about 95 % where people decide as before, and 88 % at least with ten of them', () => {
    let all = 0;
    let cases = 0;
    for (const [accepted, pending] of [
      [10, 0],
      [20, 10],
      [5, 30],
      [380, 10],
      [150, 150],
    ] as const) {
      for (const n of [10, 30, 100, 600]) {
        for (const [shows, accepts] of [
          [0.93, 0.75],
          [0.8, 0.5],
          [0.6, 0.9],
        ] as const) {
          const random = randomFrom(`starts ${accepted} ${pending} ${n} ${shows}`);
          const runs = 500;
          let covered = 0;
          for (let run = 0; run < runs; run += 1) {
            const { low, high } = expectedStarts({
              accepted,
              pending,
              showUp: { x: binomialDraw(random, n, shows), n },
              acceptance: { x: binomialDraw(random, n, accepts), n },
            });
            const came =
              binomialDraw(random, accepted, shows) +
              binomialDraw(random, pending, accepts * shows);
            if (Math.floor(low) <= came && came <= Math.ceil(high)) covered += 1;
          }
          expect(covered / runs, `${accepted} ${pending} ${n} ${shows}`).toBeGreaterThan(0.88);
          all += covered / runs;
          cases += 1;
        }
      }
    }
    expect(all / cases).toBeGreaterThanOrEqual(0.94);
    expect(all / cases).toBeLessThanOrEqual(0.98);
  });
});
