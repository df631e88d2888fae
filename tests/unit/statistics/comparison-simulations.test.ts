import { describe, expect, it } from 'vitest';
import { integer, randomFrom } from '../../../data/generator/random.ts';
import { againstOthers } from '../../../domain/statistics/against-others.ts';
import { rankGroups } from '../../../domain/statistics/rank-groups.ts';
import { wilson } from '../../../domain/statistics/wilson.ts';
import { betaDraw, binomialDraw } from '../../support/random-draws.ts';

describe('marking schools that differ', () => {
  it('marks any of them in at most 7 % of runs where all true rates are the same', () => {
    const runs = 1500;
    for (const schools of [5, 13, 30]) {
      for (const rate of [0.08, 0.3, 0.55, 0.85]) {
        const random = randomFrom(`${schools} schools of ${rate}`);
        let marked = 0;
        for (let run = 0; run < runs; run += 1) {
          const groups = Array.from({ length: schools }, () => {
            const n = integer(random, 4, 90);
            return { n, x: binomialDraw(random, n, rate) };
          });
          const found = againstOthers(groups, 10);
          expect(found.map((one) => one === null)).toEqual(groups.map(({ n }) => n < 10));
          if (found.some((one) => one?.differs === true)) marked += 1;
        }
        expect(marked / runs, `${schools} schools of ${rate}`).toBeLessThanOrEqual(0.07);
        expect(marked).toBeGreaterThan(0);
      }
    }
  });

  it('finds the one school that truly differs in most runs', () => {
    const random = randomFrom('one of thirteen');
    let found = 0;
    for (let run = 0; run < 300; run += 1) {
      const groups = Array.from({ length: 13 }, (_, index) => {
        const n = 60;
        return { n, x: binomialDraw(random, n, index === 4 ? 0.5 : 0.8) };
      });
      if (againstOthers(groups, 10)[4]?.differs === true) found += 1;
    }
    expect(found / 300).toBeGreaterThan(0.85);
  });
});

describe('intervals', () => {
  /** How often Wilson's interval holds the true rate: every possible outcome, weighted by its probability. */
  function wilsonCoverage(n: number, rate: number): number {
    let probability = (1 - rate) ** n;
    let covered = 0;
    for (let x = 0; x <= n; x += 1) {
      const { low, high } = wilson(x, n);
      if (low <= rate && rate <= high) covered += probability;
      probability *= ((n - x) / (x + 1)) * (rate / (1 - rate));
    }
    return covered;
  }

  it('of Wilson cover 94–97 % on average and at least 89 % for every n from 10, for rates of 5–95 %', () => {
    const sizes = [...Array.from({ length: 51 }, (_, index) => 10 + index), 80, 120, 200];
    for (const n of sizes) {
      const coverage = Array.from({ length: 181 }, (_, index) =>
        wilsonCoverage(n, 0.05 + 0.005 * index),
      );
      const mean = coverage.reduce((sum, one) => sum + one, 0) / coverage.length;
      expect(mean, `n = ${n}`).toBeGreaterThanOrEqual(0.94);
      expect(mean, `n = ${n}`).toBeLessThanOrEqual(0.97);
      expect(Math.min(...coverage), `n = ${n}`).toBeGreaterThanOrEqual(0.89);
    }
  });

  it('of the ranking cover 93–99 % of the true rates', () => {
    let covered = 0;
    let all = 0;
    for (const schools of [5, 13]) {
      for (const [mu, rho] of [
        [0.7, 0],
        [0.7, 0.02],
        [0.3, 0.1],
        [0.9, 0.05],
        [0.1, 0.03],
      ] as const) {
        const random = randomFrom(`ranking ${schools} ${mu} ${rho}`);
        const precision = 1 / rho - 1;
        let own = 0;
        const runs = 25;
        for (let run = 0; run < runs; run += 1) {
          const truth = Array.from({ length: schools }, () =>
            rho === 0 ? mu : betaDraw(random, mu * precision, (1 - mu) * precision),
          );
          const groups = truth.map((rate) => {
            const n = integer(random, 10, 120);
            return { n, x: binomialDraw(random, n, rate) };
          });
          for (const [index, { low, high }] of rankGroups(groups, 'highest').groups.entries()) {
            const rate = truth[index] ?? Number.NaN;
            if (low <= rate && rate <= high) own += 1;
          }
        }
        // Where all rates are the same the intervals may cover more than they promise.
        expect(own / runs / schools, `${schools} ${mu} ${rho}`).toBeGreaterThanOrEqual(0.92);
        covered += own;
        all += runs * schools;
      }
    }
    expect(covered / all).toBeGreaterThanOrEqual(0.93);
    expect(covered / all).toBeLessThanOrEqual(0.99);
  });
});
