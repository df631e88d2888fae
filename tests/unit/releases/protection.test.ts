import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, isInBand } from '../../../domain/releases/bands.ts';
import { benchmarkFault } from '../../../domain/releases/benchmark.ts';
import { foldSmall } from '../../../domain/releases/fold-small.ts';
import { RELEASE_RULES } from '../../../domain/releases/rules.ts';
import { survivalAt } from '../../../domain/statistics/kaplan-meier.ts';
import { World } from '../../../server/releases/check/world.ts';
import { checkPay } from '../../../server/releases/check-pay.ts';
import type { PaidPerson } from '../../../server/releases/evidence.ts';

const { bands, partners } = RELEASE_RULES;

describe('bands', () => {
  it.each([
    [0.9, 9, null],
    [0.5, 10, [0.5, 1]],
    [0.499, 19, [0, 0.5]],
    [0.6, 20, [0.6, 0.8]],
    [1, 39, [0.8, 1]],
    [0.35, 40, [0.3, 0.4]],
    [0, 79, [0, 0.1]],
    [0.35, 80, [0.35, 0.4]],
    [0.99, 199, [0.95, 1]],
    [0.57, 200, [0.56, 0.58]],
    [0.57, 400, [0.57, 0.58]],
    [1, 5000, [0.99, 1]],
  ])('of %f among %i people are %j', (value, n, expected) => {
    const band = bandOf(value, n, bands);
    expect(band === null ? null : [band.low, band.high]).toEqual(expected);
  });

  it('hold their rate, leave at least four numerators possible, and divide all of them', () => {
    const wrong: number[] = [];
    for (let n = 10; n <= 1200; n += 1) {
      const sizes = new Map<number, number>();
      for (let x = 0; x <= n; x += 1) {
        const band = bandOf(x / n, n, bands);
        if (band === null || !isInBand(x / n, band)) wrong.push(n);
        else sizes.set(band.low, (sizes.get(band.low) ?? 0) + 1);
      }
      if (Math.min(...sizes.values()) < 4) wrong.push(n);
    }
    expect(wrong).toEqual([]);
  });

  it('are of rates only', () => {
    for (const value of [-0.1, 1.1, Number.NaN])
      expect(() => bandOf(value, 50, bands)).toThrow(RangeError);
  });
});

describe('benchmarks', () => {
  it.each([
    [[5, 5, 5], 'few_schools'],
    [[5, 5, 5, 0], 'few_schools'],
    [[3, 2, 2, 2], 'few_people'],
    [[3, 3, 2, 2], null],
    [[51, 20, 20, 9], 'dominated'],
    [[50, 20, 20, 10], null],
    [[45, 36, 10, 9], 'dominated'],
    [[45, 35, 10, 10], null],
    [[], 'few_schools'],
  ])('of %j people: %s', (people, expected) => {
    expect(benchmarkFault(people, partners)).toBe(expected);
  });
});

describe('folding small counts', () => {
  it.each([
    [[9, 4, 2, 1], [9, 4], 3],
    [[9, 4, 2], [9], 6],
    [[2, 2], [], 4],
    [[1], [], 1],
    [[5, 3], [5, 3], null],
    [[], [], null],
  ])('%j shows %j and %j', (counts, shown, other) => {
    const folded = foldSmall(
      counts.map((count) => ({ count })),
      3,
    );
    expect([folded.shown.map(({ count }) => count), folded.other]).toEqual([shown, other]);
  });
});

describe('a world', () => {
  it('has the share that Kaplan–Meier gives where sight is lost after the events of a bucket', () => {
    const bucket = fc.record({ events: fc.nat(4), lost: fc.nat(3) });
    const lives = fc.record({ buckets: fc.tuple(bucket, bucket, bucket), rest: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(lives, { minLength: 1, maxLength: 4 }), (all) => {
        const atoms = all.map(({ buckets, rest }) => ({
          people: rest + buckets.reduce((sum, { events, lost }) => sum + events + lost, 0),
          reach: 3,
          lostIn: 3,
          events: buckets.map(({ events }) => events),
          lost: buckets.map(({ lost }) => lost),
        }));
        const people = atoms.reduce((sum, atom) => sum + atom.people, 0);
        if (people === 0) return;
        const count = (of: 'events' | 'lost', index: number): number =>
          all.reduce((sum, { buckets }) => sum + (buckets[index]?.[of] ?? 0), 0);
        const times = [0, 1, 2].flatMap((index) => [
          { day: 10 * index + 1, events: count('events', index), people: count('events', index) },
          { day: 10 * index + 9, events: 0, people: count('lost', index) },
        ]);
        const kept = [
          ...times,
          { day: 100, events: 0, people: all.reduce((sum, one) => sum + one.rest, 0) },
        ].filter((one) => one.people > 0);
        for (const horizon of [0, 1, 2]) {
          const exact = survivalAt(
            {
              values: kept.map(({ day }) => day),
              events: kept.map(({ events }) => events),
              counts: kept.map((one) => one.people),
            },
            10 * horizon + 9,
          );
          if (exact === null) continue;
          const rowOf = (low: number, high: number) =>
            new World({
              horizons: 3,
              atoms,
              rows: [{ atoms: [...atoms.keys()], horizon, band: { low, high } }],
            });
          expect(
            rowOf(Math.max(0, exact.value - 1e-5), Math.min(1, exact.value + 1e-5)).breaks,
          ).toBe(0);
          if (exact.value > 0.01) expect(rowOf(0, exact.value - 1e-5).breaks).toBe(1);
          if (exact.value < 0.99) expect(rowOf(exact.value + 1e-5, 1).breaks).toBe(1);
        }
      }),
    );
  });
});

describe('pay', () => {
  const paid = (count: number, college: number | null, year: number, from: number): PaidPerson[] =>
    Array.from({ length: count }, (_, index) => ({
      identity: `${from + index}`,
      place: { school: 1, college, major: 1, year, degree: 'bachelor' },
      salary: 6_000_000 + index * 1000,
    }));
  const cell = (kind: 'school' | 'college', cut: 'all' | 'year', value: number | null = null) => ({
    holder: { kind, id: 1 },
    cut,
    value,
    years: null,
  });

  it('is withheld of the smaller of two groups that differ by one to four people', () => {
    for (const apart of [0, 1, 4, 5]) {
      const people = [...paid(12, 1, 2020, 0), ...paid(apart, 2, 2020, 100)];
      const out = checkPay(people, [cell('school', 'all'), cell('college', 'all')], [], 4);
      expect([apart, ...out]).toEqual(apart === 1 || apart === 4 ? [apart, 1] : [apart]);
    }
  });

  it('is withheld of a part where all parts together leave one to four people out', () => {
    for (const left of [1, 4, 5]) {
      const people = [
        ...paid(12, 1, 2019, 0),
        ...paid(11, 1, 2020, 100),
        ...paid(left, 1, 2021, 200),
      ];
      const cells = [
        cell('school', 'all'),
        cell('school', 'year', 2019),
        cell('school', 'year', 2020),
      ];
      expect([left, ...checkPay(people, cells, [], 4)]).toEqual(left > 4 ? [left] : [left, 2]);
    }
  });

  it('is withheld where it differs by few people from what was told before', () => {
    const before = paid(12, 1, 2019, 0);
    const evidence = {
      families: {},
      pay: {
        members: before,
        cells: [
          {
            id: 'before',
            people: cell('school', 'all'),
            horizon: 0,
            figure: { value: 66_000, n: 12, status: 'ok' as const },
          },
        ],
      },
      repeated: {},
    };
    const past = [{ id: 1, isWithdrawn: true, asOf: '2022-12-31', payStep: 1000, evidence }];
    const raised = before.map((one, index) => (index === 0 ? { ...one, salary: 1 } : one));
    expect([...checkPay(before, [cell('school', 'all')], past, 4)]).toEqual([]);
    expect([...checkPay(raised, [cell('school', 'all')], past, 4)]).toEqual([0]);
    expect([...checkPay(before.slice(5), [cell('school', 'all')], past, 4)]).toEqual([]);
  });
});
