import { describe, expect, it } from 'vitest';
import { chiSquareUpperTail } from '../../../domain/statistics/chi-square.ts';
import { logRank } from '../../../domain/statistics/log-rank.ts';
import { permutedLogRank } from '../../../domain/statistics/permuted-log-rank.ts';
import { histogramOf, PLACEBO, seen, SIX_MP, type Seen } from '../../support/survival.ts';

type Groups = readonly (readonly Seen[])[];

const strataOf = (people: readonly Groups[]) => people.map((groups) => groups.map(histogramOf));

function pOf(people: readonly Groups[], permutations = 9999, seed = 7): number {
  return (permutedLogRank(strataOf(people), seed)(permutations) + 1) / (permutations + 1);
}

/** All ways to deal the groups of one stratum out among its people, each as often as it comes about. */
function deals(groups: Groups): Groups[] {
  const people = groups.flat();
  const sizes = groups.map(({ length }) => length);
  const place = (index: number, dealt: Groups): Groups[] => {
    const person = people[index];
    if (person === undefined) return [dealt];
    return dealt.flatMap((group, chosen) =>
      group.length === sizes[chosen]
        ? []
        : place(
            index + 1,
            dealt.map((one, position) => (position === chosen ? [...one, person] : one)),
          ),
    );
  };
  return place(
    0,
    groups.map(() => []),
  );
}

/** The share of all ways that are at least as far from equality as the people as they are. */
function exactP(people: readonly Groups[]): number {
  const observed = logRank(strataOf(people)).chiSquare;
  const ways = people
    .map(deals)
    .reduce<Groups[][]>(
      (chosen, next) => chosen.flatMap((before) => next.map((one) => [...before, one])),
      [[]],
    );
  const extreme = ways.filter((way) => logRank(strataOf(way)).chiSquare >= observed - 1e-9);
  return extreme.length / ways.length;
}

/** A small generator for simulations, independent of the one under test. */
function simulation(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('permutedLogRank', () => {
  it.each<[string, Groups[]]>([
    ['two groups', [[seen('1 2 4 9+'), seen('3 6 7+ 8 10+')]]],
    [
      'two strata',
      [
        [seen('1 2 4+'), seen('3 5 6+')],
        [seen('1 1 7'), seen('2+ 8 9 9+')],
      ],
    ],
    ['three groups, two of them alike', [[seen('1 1 2'), seen('4 6+ 7'), seen('5 8')]]],
    [
      'a group missing from a stratum',
      [
        [seen('1 3 3+'), seen('2 4 6'), []],
        [seen('2 5'), [], seen('4 5+ 6')],
      ],
    ],
    ['somebody gone before anybody left', [[seen('1+ 1+ 3 4'), seen('2+ 5 6 7+')]]],
  ])('comes close to counting out every way: %s', (_name, people) => {
    const exact = exactP(people);
    expect(exact).toBeGreaterThan(0);
    const found = pOf(people, 19_999);
    expect(Math.abs(found - exact)).toBeLessThan(
      4 * Math.sqrt((exact * (1 - exact)) / 20_000) + 1e-4,
    );
  });

  it('is (b + 1) / (m + 1): never 0, and 1 where everything is alike', () => {
    const alike = [[seen('5 5 5'), seen('5 5 5')]];
    expect(pOf(alike, 99)).toBe(1);
    const apart = [[PLACEBO.map(({ time }) => ({ time: time + 900, event: true })), SIX_MP]];
    expect(pOf(apart, 99)).toBe(0.01);
  });

  it('gives the same p every time, whether counted at once or in parts, and another for another seed', () => {
    const strata = strataOf([[SIX_MP.slice(0, 9), PLACEBO.slice(9)]]);
    const once = permutedLogRank(strata, 3)(3000);
    const parts = permutedLogRank(strata, 3);
    expect(parts(1) + parts(999) + parts(2000)).toBe(once);
    expect(permutedLogRank(strata, 4)(3000)).not.toBe(once);
  });

  it('is nearly the chi-square distribution’s for Freireich’s arms', () => {
    const asymptotic = chiSquareUpperTail(16.79294, 1);
    expect(asymptotic).toBeCloseTo(0.0000417, 6);
    expect(pOf([[SIX_MP, PLACEBO]])).toBeLessThan(0.0006);
    const mild = [[SIX_MP, [...SIX_MP.slice(0, 15), ...PLACEBO.slice(0, 5)]]];
    const tail = chiSquareUpperTail(logRank(strataOf(mild)).chiSquare, 1);
    expect(Math.abs(pOf(mild) - tail)).toBeLessThan(0.03);
  });

  it('rejects equal groups in about 5 % of samples, strata and censoring and all', () => {
    const random = simulation(20_261_125);
    const RUNS = 2000;
    let rejected = 0;
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let run = 0; run < RUNS; run += 1) {
      // Two years of hires: leaving is alike within a year, different between them; groups are of unlike size.
      const people = [200, 600].map((mean) =>
        [14, 9, 6].map((size) =>
          Array.from({ length: size }, () => {
            const leaves = Math.floor(-mean * Math.log(1 - random()));
            const end = Math.floor(1 + 700 * random());
            return { time: Math.min(leaves, end), event: leaves <= end };
          }),
        ),
      );
      const p = pOf(people, 199, run);
      if (p <= 0.05) rejected += 1;
      const tenth = Math.min(9, Math.ceil(p * 10 - 1e-9) - 1);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    expect(rejected / RUNS).toBeGreaterThan(0.035);
    expect(rejected / RUNS).toBeLessThan(0.065);
    for (const count of tenths) expect(Math.abs(count / RUNS - 0.1)).toBeLessThan(0.027);
  });

  it('finds a true difference', () => {
    const random = simulation(5);
    const group = (mean: number) =>
      Array.from({ length: 60 }, () => ({
        time: Math.floor(-mean * Math.log(1 - random())),
        event: true,
      }));
    expect(pOf([[group(200), group(500)]])).toBeLessThan(0.01);
  });

  it('refuses what cannot be compared', () => {
    expect(() => permutedLogRank([], 1)).toThrow(RangeError);
    const many = Array.from({ length: 256 }, () => histogramOf(seen('1')));
    expect(() => permutedLogRank([many], 1)).toThrow('at most 255');
  });
});
