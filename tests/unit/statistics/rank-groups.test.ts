import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../data/generator/random.ts';
import { mergeNodes, priorNodes } from '../../../domain/statistics/beta-binomial-nodes.ts';
import type { Counts } from '../../../domain/statistics/fisher-mid-p.ts';
import { rankGroups, SURE } from '../../../domain/statistics/rank-groups.ts';
import { binomialDraw } from '../../support/random-draws.ts';
import { rankByBruteForce } from './rank-by-brute-force.ts';

const counts = (...list: [x: number, n: number][]): Counts[] => list.map(([x, n]) => ({ x, n }));

const CASES: [string, Counts[]][] = [
  ['five small schools', counts([9, 10], [7, 12], [11, 15], [4, 11], [8, 10])],
  ['six of unlike sizes', counts([30, 40], [55, 60], [70, 100], [9, 10], [100, 160], [12, 12])],
  ['rates near 0', counts([0, 14], [1, 40], [0, 25], [3, 60], [2, 11])],
  ['the same rate everywhere', counts([8, 10], [16, 20], [24, 30], [40, 50], [80, 100])],
];

describe('rankGroups', () => {
  it.each(CASES)('is a plain evaluation of the whole grid: %s', (_, groups) => {
    const ranking = rankGroups(groups, 'highest');
    const slow = rankByBruteForce(groups, ranking.places);
    for (const [i, expected] of slow.groups.entries()) {
      const { mean, low, high, first } = ranking.groups[i] ?? expected;
      expect(Math.abs(mean - expected.mean), 'mean').toBeLessThan(1e-6);
      expect(Math.abs(low - expected.low), 'low').toBeLessThan(4e-3);
      expect(Math.abs(high - expected.high), 'high').toBeLessThan(4e-3);
      expect(Math.abs(first - expected.first), 'first').toBeLessThan(6e-3);
      for (const [j, p] of (slow.better[i] ?? []).entries()) {
        if (j !== i) expect(Math.abs((ranking.better[i]?.[j] ?? 0) - p)).toBeLessThan(6e-3);
      }
    }
  });

  it('answers the same again, and for the lowest what mirrored counts have for the highest', () => {
    const groups = counts([9, 10], [7, 12], [11, 15], [4, 11], [8, 10], [40, 90]);
    const lowest = rankGroups(groups, 'lowest');
    expect(rankGroups(groups, 'lowest')).toEqual(lowest);
    const mirrored = rankGroups(
      groups.map(({ x, n }) => ({ x: n - x, n })),
      'highest',
    );
    for (const [i, { mean, low, high, first, rank }] of lowest.groups.entries()) {
      const other = mirrored.groups[i];
      expect(mean).toBeCloseTo(1 - (other?.mean ?? 0), 12);
      expect([low, high]).toEqual([1 - (other?.high ?? 0), 1 - (other?.low ?? 0)]);
      expect([first, rank]).toEqual([other?.first, other?.rank]);
      expect(low).toBeLessThan(mean);
      expect(high).toBeGreaterThan(mean);
    }
    const straight = rankGroups(groups, 'highest');
    for (const [i, row] of straight.better.entries()) {
      for (const [j, p] of row.entries()) {
        if (i !== j) expect(p + (straight.better[j]?.[i] ?? 0)).toBeCloseTo(1, 12);
        if (i !== j) expect(lowest.better[i]?.[j]).toBeCloseTo(1 - p, 2);
      }
    }
  });

  it('leaves as many among the best as there are places, and ties all but the sure', () => {
    const random = randomFrom('many schools');
    for (const size of [5, 13, 40, 41, 90]) {
      const groups = Array.from({ length: size }, (_, i) => {
        const n = 10 + ((i * 37) % 140);
        return { n, x: binomialDraw(random, n, 0.55 + 0.3 * random()) };
      });
      const { groups: ranked, places, better } = rankGroups(groups, 'highest');
      expect(places).toBe(Math.round(size / 3));
      const sum = ranked.reduce((all, { first }) => all + first, 0);
      expect(Math.abs(sum - places)).toBeLessThan(size > 40 ? 0.05 : 0.01);
      for (const [i, { rank }] of ranked.entries()) {
        const surely = better.filter((row, j) => j !== i && (row[i] ?? 0) >= SURE).length;
        const surelyNot = (better[i] ?? []).filter((p, j) => j !== i && p >= SURE).length;
        expect(rank).toEqual({ best: 1 + surely, worst: size - surelyNot });
        expect(rank.best).toBeLessThanOrEqual(rank.worst);
      }
    }
  });

  it('shrinks small schools towards the others, and hardly the large', () => {
    const groups = counts([10, 10], [700, 1000], [60, 100], [75, 100], [65, 100], [80, 100]);
    const [small, large] = rankGroups(groups, 'highest').groups;
    expect(small?.mean).toBeLessThan(0.9);
    expect(small?.mean).toBeGreaterThan(0.7);
    expect(Math.abs((large?.mean ?? 0) - 0.7)).toBeLessThan(0.01);
  });

  it('stays sound for a million people, for nobody who counts, and for everybody', () => {
    const million = counts([700_000, 1e6], [701_500, 1e6], [8, 12], [699_900, 1e6], [0, 10]);
    for (const groups of [
      million,
      counts([0, 10], [0, 20], [0, 12], [0, 500], [0, 15]),
      counts([10, 10], [20, 20], [12, 12], [500, 500], [15, 15]),
    ]) {
      const { groups: ranked, better, places } = rankGroups(groups, 'highest');
      for (const { mean, low, high, first } of ranked) {
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThan(high);
        expect(high).toBeLessThanOrEqual(1);
        expect(mean > 0 && mean < 1 && first >= 0 && first <= 1).toBe(true);
      }
      // Rates that all are 0 or 1 within rounding share a cell, where ahead and behind count half.
      const sum = ranked.reduce((all, { first }) => all + first, 0);
      expect(Math.abs(sum - places)).toBeLessThan(0.1);
      expect(better.flatMap((row) => [...row]).every((p) => p >= 0 && p <= 1)).toBe(true);
    }
    const { groups: ranked, better } = rankGroups(million, 'highest');
    // Two normal means 0.0015 apart with a joint standard error of 0.000648: P = Φ(2.315) = .9897.
    expect(better[1]?.[0]).toBeCloseTo(0.9897, 2);
    expect(ranked[0]?.mean).toBeCloseTo(0.7, 4);
  });

  it('does not depend on the order of the schools', () => {
    const anyCounts = fc
      .integer({ min: 10, max: 80 })
      .chain((n) => fc.record({ x: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));
    fc.assert(
      fc.property(fc.array(anyCounts, { minLength: 5, maxLength: 8 }), (groups) => {
        const there = rankGroups(groups, 'highest').groups;
        const back = rankGroups(groups.toReversed(), 'highest').groups.toReversed();
        for (const [i, { mean, low, high, first }] of there.entries()) {
          const other = back[i];
          expect(mean).toBeCloseTo(other?.mean ?? 0, 10);
          expect(low).toBeCloseTo(other?.low ?? 0, 5);
          expect(high).toBeCloseTo(other?.high ?? 0, 5);
          expect(first).toBeCloseTo(other?.first ?? 0, 6);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('refuses a single school and impossible counts', () => {
    expect(() => rankGroups(counts([1, 2]), 'highest')).toThrow(RangeError);
    expect(() => rankGroups(counts([1, 2], [3, 2]), 'lowest')).toThrow(RangeError);
  });
});

describe('priorNodes', () => {
  it('add up to 1, and keep their mean when they are merged', () => {
    for (const [, groups] of CASES) {
      const whole = priorNodes(groups);
      const merged = mergeNodes(whole, 100);
      expect(merged.length).toBeLessThanOrEqual(140);
      const mean = (nodes: typeof whole) =>
        nodes.reduce((sum, { mu, weight }) => sum + mu * weight, 0);
      expect(mean(merged)).toBeCloseTo(mean(whole), 2);
      for (const nodes of [whole, merged]) {
        expect(nodes.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
      }
    }
    expect(() => priorNodes([])).toThrow(RangeError);
  });
});
