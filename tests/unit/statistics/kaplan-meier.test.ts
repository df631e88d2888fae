import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  kaplanMeier,
  medianSurvival,
  survivalAt,
} from '../../../domain/statistics/kaplan-meier.ts';
import { histogramOf, PLACEBO, seen, SIX_MP, type Seen } from '../../support/survival.ts';

/** S(day) and Greenwood's standard error, person by person: O(people × days), no histogram. */
function bruteForce(group: readonly Seen[], day: number) {
  let survival = 1;
  let greenwood = 0;
  for (let t = 0; t <= day; t++) {
    let atRisk = 0;
    let events = 0;
    for (const person of group) {
      if (person.time >= t) atRisk++;
      if (person.time === t && person.event) events++;
    }
    if (events === 0) continue;
    survival *= 1 - events / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
  }
  return {
    survival,
    standardError: survival === 0 ? 0 : survival * Math.sqrt(greenwood),
    atRisk: group.filter((person) => person.time >= day).length,
  };
}

/** The log-log interval as textbooks write it. */
function logLog(survival: number, standardError: number) {
  const center = Math.log(-Math.log(survival));
  const half = (1.959963984540054 * standardError) / (survival * Math.abs(Math.log(survival)));
  return { low: Math.exp(-Math.exp(center + half)), high: Math.exp(-Math.exp(center - half)) };
}

const SMALL = histogramOf(seen('3 6 6+ 9+ 12 14+ 18 24+ 30+ 36+'));
const FREIREICH = histogramOf(SIX_MP);

const anyGroup = fc.array(
  fc.record({ time: fc.integer({ min: 0, max: 40 }), event: fc.boolean() }),
  { minLength: 1, maxLength: 60 },
);

describe('kaplanMeier', () => {
  it('steps as the small example does, events before censorings', () => {
    const curve = kaplanMeier(SMALL);
    expect(curve.n).toBe(10);
    expect(curve.events).toBe(4);
    expect(curve.points.map(({ day, atRisk, events }) => [day, atRisk, events])).toEqual([
      [3, 10, 1],
      [6, 9, 1],
      [12, 6, 1],
      [18, 4, 1],
    ]);
    const survival = curve.points.map((point) => point.survival);
    [0.9, 0.8, 2 / 3, 0.5].forEach((s, i) => expect(survival[i]).toBeCloseTo(s, 12));
  });

  it('gives the published curve of Freireich’s 6-MP arm', () => {
    const published = [
      [6, 0.857142857, 0.0763604],
      [7, 0.806722689, 0.0869353],
      [10, 0.752941176, 0.0963497],
      [13, 0.690196078, 0.1068147],
      [16, 0.62745098, 0.1140539],
      [22, 0.537815126, 0.1282338],
      [23, 0.448179272, 0.1345915],
    ] as const;
    const curve = kaplanMeier(FREIREICH);
    expect(curve.n).toBe(21);
    expect(curve.events).toBe(9);
    expect(curve.points).toHaveLength(published.length);
    published.forEach(([day, survival, standardError], i) => {
      const point = curve.points[i];
      expect(point?.day).toBe(day);
      expect(point?.survival).toBeCloseTo(survival, 9);
      expect(point?.standardError).toBeCloseTo(standardError, 7);
    });
  });

  it('gives the share of those left of Freireich’s placebo arm, where nobody is censored', () => {
    const curve = kaplanMeier(histogramOf(PLACEBO));
    expect([curve.n, curve.events]).toEqual([21, 21]);
    const left = [19, 17, 16, 14, 12, 8, 6, 4, 3, 2, 1, 0];
    expect(curve.points.map(({ survival }) => Math.round(survival * 21 * 1e9) / 1e9)).toEqual(left);
    expect(curve.points.map(({ day }) => day)).toEqual([1, 2, 3, 4, 5, 8, 11, 12, 15, 17, 22, 23]);
    expect(medianSurvival(curve)).toBe(8);
  });

  it('agrees with a loop over persons', () => {
    fc.assert(
      fc.property(anyGroup, (group) => {
        const curve = kaplanMeier(histogramOf(group));
        expect(curve.n).toBe(group.length);
        expect(curve.events).toBe(group.filter((person) => person.event).length);
        for (const point of curve.points) {
          const expected = bruteForce(group, point.day);
          expect(point.atRisk).toBe(expected.atRisk);
          expect(point.survival).toBeCloseTo(expected.survival, 12);
          expect(point.standardError).toBeCloseTo(expected.standardError, 12);
          if (point.survival === 0) {
            expect(point.low).toBe(0);
            expect(point.high).toBeCloseTo(3.841458820694124 / (curve.n + 3.841458820694124), 12);
          } else {
            const { low, high } = logLog(expected.survival, expected.standardError);
            expect(point.low).toBeCloseTo(low, 10);
            expect(point.high).toBeCloseTo(high, 10);
          }
        }
      }),
    );
  });

  it('is the share of those left where nobody is censored, and never rises', () => {
    fc.assert(
      fc.property(anyGroup, (group) => {
        const leavers = group.map(({ time }) => ({ time, event: true }));
        let previous = 1;
        for (const point of kaplanMeier(histogramOf(leavers)).points) {
          const left = leavers.filter(({ time }) => time > point.day).length;
          expect(point.survival).toBeCloseTo(left / leavers.length, 12);
          expect(point.survival).toBeLessThan(previous);
          expect(point.low).toBeLessThanOrEqual(point.survival);
          expect(point.high).toBeGreaterThanOrEqual(point.survival);
          previous = point.survival;
        }
      }),
    );
  });

  it('has no points for nobody', () => {
    expect(kaplanMeier({ values: [], events: [], counts: [] })).toEqual({
      n: 0,
      events: 0,
      points: [],
    });
  });

  it.each([
    ['unequal lengths', [1, 2], [1], [1, 1]],
    ['missing counts', [1, 2], [1, 1], [1]],
    ['days out of order', [2, 1], [1, 1], [1, 1]],
    ['a day twice', [1, 1], [1, 1], [1, 1]],
    ['more events than people', [1], [2], [1]],
    ['negative events', [1], [-1], [1]],
    ['broken counts', [1], [1], [1.5]],
  ])('refuses %s', (_, values, events, counts) => {
    expect(() => kaplanMeier({ values, events, counts })).toThrow(RangeError);
    expect(() => survivalAt({ values, events, counts }, 1)).toThrow(RangeError);
  });
});

describe('survivalAt', () => {
  it('reads the step at or before the day, and who is at risk on it', () => {
    const atTwelve = survivalAt(SMALL, 12);
    expect(atTwelve?.value).toBeCloseTo(2 / 3, 12);
    expect(atTwelve?.atRisk).toBe(6);
    const atFifteen = survivalAt(SMALL, 15);
    expect(atFifteen?.value).toBeCloseTo(2 / 3, 12);
    expect(atFifteen?.atRisk).toBe(4);
    expect(atFifteen?.low).toBe(atTwelve?.low);
  });

  it('has high 1 and low a / (a + 3.8415) before any event', () => {
    expect(survivalAt({ values: [100, 400], events: [0, 1], counts: [3, 7] }, 365)).toEqual({
      value: 1,
      low: 7 / (7 + 3.841458820694124),
      high: 1,
      atRisk: 7,
    });
  });

  it('has low 0 and high 3.8415 / (n + 3.8415) once all are gone', () => {
    expect(survivalAt({ values: [5, 10], events: [0, 4], counts: [6, 4] }, 365)).toEqual({
      value: 0,
      low: 0,
      high: 3.841458820694124 / (10 + 3.841458820694124),
      atRisk: 0,
    });
  });

  it('is null where nobody is followed that far', () => {
    expect(survivalAt(SMALL, 36)?.atRisk).toBe(1);
    expect(survivalAt(SMALL, 37)).toBeNull();
    expect(survivalAt({ values: [10], events: [0], counts: [5] }, 11)).toBeNull();
    expect(survivalAt({ values: [], events: [], counts: [] }, 0)).toBeNull();
  });

  it('agrees with a loop over persons on every day', () => {
    fc.assert(
      fc.property(anyGroup, fc.integer({ min: 0, max: 45 }), (group, day) => {
        const expected = bruteForce(group, day);
        const found = survivalAt(histogramOf(group), day);
        if (expected.atRisk === 0 && expected.survival > 0) {
          expect(found).toBeNull();
          return;
        }
        expect(found?.value).toBeCloseTo(expected.survival, 12);
        expect(found?.atRisk).toBe(expected.atRisk);
        expect(found?.low).toBeLessThanOrEqual(expected.survival + 1e-12);
        expect(found?.high).toBeGreaterThanOrEqual(expected.survival - 1e-12);
      }),
    );
  });

  it('refuses a day that is no number', () => {
    expect(() => survivalAt(SMALL, Number.NaN)).toThrow(RangeError);
  });
});

describe('medianSurvival', () => {
  it('is the first day at or below one half', () => {
    expect(medianSurvival(kaplanMeier(SMALL))).toBe(18);
    expect(medianSurvival(kaplanMeier(FREIREICH))).toBe(23);
  });

  it('is null where the curve stays above one half', () => {
    expect(medianSurvival(kaplanMeier(histogramOf(seen('5 9+ 9+'))))).toBeNull();
  });

  it('does not miss one half by a rounding error', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (half) => {
        const days = Array.from({ length: 2 * half }, (_, i) => i + 1);
        const ones = days.map(() => 1);
        const curve = kaplanMeier({ values: days, events: ones, counts: ones });
        expect(medianSurvival(curve)).toBe(half);
      }),
    );
  });
});
