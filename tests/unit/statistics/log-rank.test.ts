import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logRank, quadraticForm } from '../../../domain/statistics/log-rank.ts';
import { histogramOf, PLACEBO, seen, SIX_MP, type Seen } from '../../support/survival.ts';

/** Strata of groups of people. */
type People = readonly (readonly (readonly Seen[])[])[];

const test = (people: People) => logRank(people.map((groups) => groups.map(histogramOf)));

/** Observed, expected and covariance, looking at every person on every day. */
function bruteForce(people: People) {
  const groups = people[0]?.length ?? 0;
  const observed = Array.from({ length: groups }, () => 0);
  const expected = [...observed];
  const covariance = observed.map(() => [...observed]);
  for (const stratum of people) {
    const all = stratum.flatMap((group, index) => group.map((one) => ({ ...one, group: index })));
    for (const day of new Set(all.filter(({ event }) => event).map(({ time }) => time))) {
      const risk = all.filter(({ time }) => time >= day);
      const left = risk.filter(({ time, event }) => time === day && event);
      const [n, d] = [risk.length, left.length];
      const share = (group: number) => risk.filter((one) => one.group === group).length / n;
      for (let i = 0; i < groups; i += 1) {
        observed[i] = (observed[i] ?? 0) + left.filter(({ group }) => group === i).length;
        expected[i] = (expected[i] ?? 0) + d * share(i);
        for (let j = 0; j < groups; j += 1) {
          const row = covariance[i] ?? [];
          const part = share(i) * ((i === j ? 1 : 0) - share(j));
          row[j] = (row[j] ?? 0) + (n === 1 ? 0 : (part * d * (n - d)) / (n - 1));
        }
      }
    }
  }
  return { observed, expected, covariance };
}

const anyone = fc.record({ time: fc.integer({ min: 0, max: 12 }), event: fc.boolean() });
const anyGroups = (groups: number) =>
  fc.array(fc.array(anyone, { maxLength: 12 }), { minLength: groups, maxLength: groups });
const anyPeople = fc
  .integer({ min: 2, max: 5 })
  .chain((groups) => fc.array(anyGroups(groups), { minLength: 1, maxLength: 4 }));

const close = (found: readonly number[], wanted: readonly number[]) => {
  expect(found).toHaveLength(wanted.length);
  for (const [index, value] of wanted.entries()) expect(found[index]).toBeCloseTo(value, 9);
};

describe('logRank', () => {
  it('gives the published values of Freireich’s two arms', () => {
    const result = test([[SIX_MP, PLACEBO]]);
    expect(result.observed).toEqual([9, 21]);
    expect(result.expected[0]).toBeCloseTo(19.2505, 4);
    expect(result.expected[1]).toBeCloseTo(10.7495, 4);
    expect(result.covariance[0]?.[0]).toBeCloseTo(6.25696, 5);
    expect(result.chiSquare).toBeCloseTo(16.79294, 5);
    expect(result.df).toBe(1);
  });

  it('does not change where strata or groups change places, and adds strata up', () => {
    const [early, late] = [seen('1 4 6+ 9'), seen('2 2+ 7 8+ 11')];
    const [men, women] = [seen('3 3 5+'), seen('1+ 2 10 12+')];
    const result = test([
      [early, men],
      [late, women],
    ]);
    const turned = test([
      [women, late],
      [men, early],
    ]);
    expect(turned.chiSquare).toBeCloseTo(result.chiSquare, 12);
    close(turned.observed, result.observed.toReversed());
    const parts = [test([[early, men]]), test([[late, women]])];
    close(
      result.expected,
      [0, 1].map((i) => parts.reduce((sum, part) => sum + (part.expected[i] ?? 0), 0)),
    );
  });

  it('agrees with a loop over persons, for any number of groups and strata', () => {
    fc.assert(
      fc.property(anyPeople, (people) => {
        const result = test(people);
        const wanted = bruteForce(people);
        close(result.observed, wanted.observed);
        close(result.expected, wanted.expected);
        close(result.covariance.flat(), wanted.covariance.flat());
        const total = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0);
        expect(total(result.expected)).toBeCloseTo(total(result.observed), 9);
        expect(result.chiSquare).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('has the chi-square that the inverse of the covariance gives, whichever group is left out', () => {
    fc.assert(
      fc.property(anyPeople, fc.nat(), (people, turn) => {
        const result = test(people);
        const shift = turn % (people[0]?.length ?? 1);
        const turned = test(people.map((all) => [...all.slice(shift), ...all.slice(0, shift)]));
        expect(turned.df).toBe(result.df);
        expect(turned.chiSquare).toBeCloseTo(result.chiSquare, 6);
      }),
    );
  });

  it('splits nothing off where a group never meets another, or is empty', () => {
    const apart = test([
      [SIX_MP, PLACEBO, [], []],
      [[], [], [], seen('1 2 3')],
    ]);
    expect(apart.df).toBe(1);
    expect(apart.chiSquare).toBeCloseTo(16.79294, 5);
    expect(apart.observed).toEqual([9, 21, 0, 3]);
    expect(apart.expected[3]).toBeCloseTo(3, 12);
    const never = test([
      [SIX_MP, []],
      [[], PLACEBO],
    ]);
    expect([never.df, never.chiSquare]).toEqual([0, 0]);
  });

  it('refuses one group alone and strata with different groups', () => {
    expect(() => test([[SIX_MP]])).toThrow(RangeError);
    expect(() => test([])).toThrow(RangeError);
    expect(() => test([[SIX_MP, PLACEBO], [SIX_MP]])).toThrow(RangeError);
  });
});

describe('quadraticForm', () => {
  it('solves a system by hand', () => {
    // x = (1, 2), A = ((2, 1), (1, 3)): A⁻¹ = ((3, −1), (−1, 2)) / 5, so xᵀA⁻¹x = 7 / 5.
    const matrix = Float64Array.of(2, 1, 0, 1, 3, 0, 0, 0, 0);
    const { chiSquare, rank } = quadraticForm(Float64Array.of(1, 2, -3), matrix, 3);
    expect(chiSquare).toBeCloseTo(1.4, 12);
    expect(rank).toBe(2);
  });
});
