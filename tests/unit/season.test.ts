import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graduationDay } from '../../domain/action-lists.ts';
import { fixedDay, isoFromDay } from '../../domain/dates.ts';
import {
  latestSeasonBegun,
  sameDay,
  seasonEnd,
  seasonStart,
  seasonWeeks,
  weeksBegun,
} from '../../domain/season.ts';
import { day } from '../support/plain-hire.ts';

describe('the season of a class', () => {
  it('begins on 1 September before its graduation, ends with its year, and graduates on 30 June', () => {
    expect(isoFromDay(seasonStart(2026))).toBe('2025-09-01');
    expect(isoFromDay(seasonEnd(2026))).toBe('2026-12-31');
    expect(isoFromDay(graduationDay(2026))).toBe('2026-06-30');
    expect(isoFromDay(graduationDay(2024))).toBe('2024-06-30');
    expect(latestSeasonBegun(day('2026-08-31'))).toBe(2026);
    expect(latestSeasonBegun(day('2026-09-01'))).toBe(2027);
    expect(latestSeasonBegun(day('2026-12-31'))).toBe(2027);
    expect(latestSeasonBegun(day('2027-01-01'))).toBe(2027);
  });

  it('is compared on the same calendar day, and not beyond its end', () => {
    expect(isoFromDay(sameDay(2026, day('2025-11-24'), 0))).toBe('2025-11-24');
    expect(isoFromDay(sameDay(2026, day('2025-11-24'), 2))).toBe('2023-11-24');
    expect(isoFromDay(sameDay(2024, day('2024-02-29'), 1))).toBe('2023-02-28');
    expect(isoFromDay(sameDay(2020, day('2026-05-05'), 1))).toBe('2019-12-31');
  });

  it('has weeks that follow one another and end on the day, in every season alike', () => {
    const anyDay = fc.integer({ min: fixedDay(2019, 9, 1), max: fixedDay(2030, 12, 31) });
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 2 }), (asOf, before) => {
        const year = latestSeasonBegun(asOf);
        const end = sameDay(year, asOf, 0);
        const count = weeksBegun(year, end);
        const last = sameDay(year, asOf, before);
        const weeks = seasonWeeks(year - before, last, count);
        expect(weeks.map(({ week }) => week)).toEqual(
          Array.from({ length: count + 1 }, (_, week) => week),
        );
        expect(weeks.at(-1)?.day).toBe(last);
        for (const [index, { day: at }] of weeks.entries()) {
          const previous = weeks[index - 1]?.day;
          if (previous === undefined) continue;
          expect(at - previous).toBeGreaterThanOrEqual(index === count ? 0 : 7);
          // A leap day may make the same calendar day one later in the week.
          expect(at - previous).toBeLessThanOrEqual(index === count ? 8 : 7);
        }
      }),
    );
    expect(weeksBegun(2026, day('2025-09-01'))).toBe(1);
    expect(weeksBegun(2026, day('2025-09-07'))).toBe(1);
    expect(weeksBegun(2026, day('2025-09-08'))).toBe(2);
  });
});
