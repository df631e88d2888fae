import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTION_LISTS, type ActionListId } from '../../../domain/action-lists.ts';
import { fixedDay, yearOfDay, yearsBefore, type Day } from '../../../domain/dates.ts';
import { KNOWN, type Hire } from '../../../domain/records/hire.ts';
import { seasonActions } from '../../../server/analytics/season-actions.ts';
import { SEASON_EVENTS } from '../../../server/analytics/season-events.ts';
import { seasonProgress } from '../../../server/analytics/season-progress.ts';
import { queryMetrics } from '../../../server/analytics/query-metrics.ts';
import { scopeOfEverything, scopeOfSchool } from '../../../server/auth/scope.ts';
import type { ActionPlace, ActionRecord } from '../../../server/store/action-ports.ts';
import { personOf } from '../../support/brute-force.ts';
import { ALL_KNOWN, day, hire } from '../../support/plain-hire.ts';
import { anyHire } from '../../support/random-hires.ts';
import { anySelection } from '../../support/random-queries.ts';
import { storeHires } from '../../support/store-hires.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../support/temporary-database.ts';
import { peopleOf } from './selected-people.ts';

let database: TemporaryDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.remove());

const KNOWN_TO = fixedDay(2022, 12, 31);
const scope = scopeOfEverything();

const anyCase = fc.record({
  hires: fc.array(anyHire, { minLength: 1, maxLength: 60 }),
  selections: fc.array(
    anySelection.map(({ by, ...rest }) => ({ ...rest, by: by.slice(0, 1) })),
    { minLength: 4, maxLength: 4 },
  ),
  scope: fc.constantFrom(scopeOfEverything(), scopeOfSchool(2)),
});

describe('a season', () => {
  it('counts by week like a plain loop, each season as it stood on its own day', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ hires, selections, scope: seen }) => {
        storeHires(database, hires, KNOWN_TO);
        for (const random of selections) {
          const selection = { ...random, scope: seen };
          const answer = await seasonProgress(database.store.aggregator, selection);
          if (answer.season === null) {
            expect([answer.seasons, answer.rows]).toEqual([[], []]);
            continue;
          }
          expect(answer.seasons.map(({ year }) => year)).toEqual([
            answer.season,
            answer.season - 1,
            answer.season - 2,
          ]);
          for (const [before, { year, asOf, points }] of answer.seasons.entries()) {
            const end = Math.min(selection.asOf, fixedDay(answer.season, 12, 31));
            expect(asOf).toBe(yearsBefore(end, before));
            const where = { ...selection.where, year: [{ from: year, to: year }] };
            const people = peopleOf(hires, { ...selection, where, asOf });
            for (const { day: at, counts } of points) {
              expect(at).toBeLessThanOrEqual(asOf);
              for (const event of SEASON_EVENTS) {
                const plain = people.filter(({ events }) => (events[event] ?? at + 1) <= at);
                expect(counts[event]).toBe(plain.length);
                compared += plain.length;
              }
            }
            const { total } = await queryMetrics(database.store.aggregator, {
              ...selection,
              where,
              asOf,
              metrics: ['offers', 'acceptances'],
              limit: 1,
            });
            expect(points.at(-1)?.counts.offered).toBe(total['offers']?.value);
            expect(points.at(-1)?.counts.accepted).toBe(total['acceptances']?.value);
            for (const event of SEASON_EVENTS) {
              const sum = answer.rows.reduce(
                (all, { seasons }) => all + (seasons[before]?.[event] ?? 0),
                0,
              );
              expect(sum).toBe(points.at(-1)?.counts[event]);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(2000);
  });

  it('is the latest class that has begun and was offered something, whatever else is filtered', async () => {
    const offered = (graduationYear: number, offeredOn: string, schoolId = 1) =>
      hire({ graduationYear, schoolId }, { offeredOn });
    storeHires(
      database,
      [
        offered(2021, '2020-11-01'),
        offered(2022, '2021-11-01'),
        offered(2022, '2021-10-20', 3),
        offered(2029, '2021-11-01'),
        offered(2021, '2020-11-03', 2),
      ],
      KNOWN_TO,
    );
    const ask = (where: Parameters<typeof seasonProgress>[1]['where'], asOf: Day) =>
      seasonProgress(database.store.aggregator, { by: [], where, asOf, scope });
    expect((await ask({}, KNOWN_TO)).season).toBe(2022);
    const november = await ask({}, day('2021-11-24'));
    expect(november).toMatchObject({ season: 2022, running: true });
    expect(november.seasons.map(({ points }) => points.at(-1)?.counts.offered)).toEqual([2, 2, 0]);
    expect((await ask({}, day('2021-08-31'))).season).toBe(2021);
    const behind = await ask({ school: [2] }, day('2021-11-24'));
    expect(behind.season).toBe(2022);
    expect(behind.seasons.map(({ points }) => points.at(-1)?.counts.offered)).toEqual([0, 1, 0]);
    expect(await ask({ year: [{ from: 2019, to: 2021 }] }, KNOWN_TO)).toMatchObject({
      season: 2021,
      running: false,
      seasons: [{ asOf: day('2021-12-31') }, { asOf: day('2020-12-31') }, {}],
    });
    expect((await ask({ year: [{ from: 1990, to: 1991 }] }, KNOWN_TO)).season).toBeNull();
  });
});

/** The rules of the lists in plain words: the day that makes it urgent, or null for who is not on the list. */
const RULES: Record<ActionListId, (one: Hire, asOf: Day, knownTo: Day) => Day | null> = {
  internships: (one, asOf) => {
    const outcome = personOf(one, asOf)?.dimensions.outcome;
    const begun = one.internedFrom ?? one.internedTo;
    const undecided = outcome === 'not_offered' || outcome === 'pending';
    const applies =
      undecided &&
      one.graduationYear >= yearOfDay(asOf) &&
      begun !== null &&
      begun <= asOf &&
      one.internedTo !== null &&
      one.internedTo <= asOf + 30 &&
      one.internedTo >= asOf - 365;
    return applies ? one.internedTo : null;
  },
  reneging: (one, asOf, knownTo) => {
    const outcome = personOf(one, asOf)?.dimensions.outcome;
    const graduation = fixedDay(one.graduationYear, 6, 30);
    const planned = one.hiredOn !== null && one.hiredOn > knownTo;
    return outcome === 'waiting' && asOf >= graduation - 60 && !planned ? graduation : null;
  },
  contracts: (one, asOf) => {
    if (one.hiredOn === null) return null;
    const end = one.hiredOn + 1095;
    const gone = one.leftOn === null ? one.leaveType !== null : one.leftOn <= asOf;
    return end >= asOf && end <= asOf + 90 && !gone ? end : null;
  },
};

async function wholeList(
  list: ActionListId,
  selection: {
    where: Parameters<typeof seasonActions>[1]['where'];
    asOf: Day;
    scope: typeof scope;
  },
): Promise<{ rows: ActionRecord[]; total: number; sums: number[] }> {
  const rows: ActionRecord[] = [];
  let after: ActionPlace | null = null;
  let answer;
  do {
    answer = await seasonActions(database.store, { ...selection, list, limit: 2, after });
    rows.push(...answer.rows);
    after = answer.next;
  } while (after !== null);
  const sums = Object.values(answer.counts).map((counts) =>
    counts.reduce((sum, { count }) => sum + count, 0),
  );
  return { rows, total: answer.total, sums };
}

/** People near the borders of the lists: dates around the as-of of the question. */
const AS_OF = fixedDay(2021, 5, 15);
const near = (...offsets: number[]) =>
  fc.option(fc.constantFrom(...offsets.map((offset) => AS_OF + offset)), { freq: 2 });
const anyPerson: fc.Arbitrary<Hire> = fc
  .record({
    graduationYear: fc.constantFrom(2020, 2021, 2021, 2022),
    internedFrom: fc.constantFrom(-400, -100, -1, 0, 1).map((offset) => AS_OF + offset),
    internedTo: fc
      .constantFrom(-366, -365, -1, 0, 1, 10, 29, 30, 31)
      .map((offset) => AS_OF + offset),
    offeredOn: near(-200, -10, 0, 5),
    acceptedOn: near(-190, -5, 0, 5),
    declinedOn: fc.option(fc.constantFrom(AS_OF - 3, AS_OF + 3), { freq: 2 }),
    hiredOn: near(-1096, -1095, -1094, -1005, -1004, -1, 0, 40, 800),
    leftOn: fc.option(fc.constantFrom(AS_OF - 1, AS_OF, AS_OF + 1), { freq: 2 }),
    known: fc.constantFrom(ALL_KNOWN, ALL_KNOWN, ALL_KNOWN & ~KNOWN.offered, KNOWN.roster),
    schoolId: fc.constantFrom(1, 2, 3),
    department: fc.constantFrom('Quality', null),
  })
  .map((fields) => ({ ...hire({}), ...fields, followedTo: KNOWN_TO }));

describe('the lists of people to decide about', () => {
  it('name whom a plain loop names, most urgent first, page by page', async () => {
    const found = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(anyPerson, anyHire), { minLength: 30, maxLength: 60 }),
        fc.constantFrom(AS_OF, AS_OF, AS_OF - 20, AS_OF + 1, KNOWN_TO),
        async (hires, asOf) => {
          storeHires(database, hires, KNOWN_TO);
          for (const list of ACTION_LISTS) {
            const { rows, total, sums } = await wholeList(list, { where: {}, asOf, scope });
            const expected = hires.flatMap((one, index) => {
              const due = personOf(one, asOf) === null ? null : RULES[list](one, asOf, KNOWN_TO);
              return due === null ? [] : [`${index} ${due}`];
            });
            // Rows are stored in their order, the first of a run with any id.
            const ids = rows.map(({ id }) => id);
            expect(new Set(ids).size).toBe(ids.length);
            const first = firstId();
            const answered = rows.map(({ id, dueOn }) => `${id - first} ${dueOn}`);
            expect(answered.toSorted()).toEqual(expected.toSorted());
            expect(rows.map(({ urgency }) => urgency)).toEqual(
              rows.map(({ urgency }) => urgency).toSorted((a, b) => a - b),
            );
            expect([total, ...sums]).toEqual([1, 2, 3, 4].map(() => rows.length));
            found.set(list, (found.get(list) ?? 0) + rows.length);
          }
        },
      ),
      { numRuns: 60 },
    );
    for (const list of ACTION_LISTS) expect(found.get(list) ?? 0, list).toBeGreaterThan(30);
  });

  it('keep to filters but the one on years, and to the scope', async () => {
    const ends = (schoolId: number, graduationYear: number) =>
      hire({ schoolId, graduationYear }, { hiredOn: '2019-12-01' });
    storeHires(database, [ends(1, 2019), ends(2, 2018), ends(2, 2019)], KNOWN_TO);
    const asOf = day('2022-10-15');
    const year = [{ from: 2022, to: 2022 }];
    const total = async (where: object, seen = scope) =>
      (await wholeList('contracts', { where, asOf, scope: seen })).total;
    expect(await total({})).toBe(3);
    expect(await total({ year })).toBe(3);
    expect(await total({ school: [2], year })).toBe(2);
    expect(await total({}, scopeOfSchool(1))).toBe(1);
  });

  it('say how many of the five classes before reneged, by school', async () => {
    const accepted = { offeredOn: '2020-11-01', acceptedOn: '2020-11-10' };
    const past = (schoolId: number, dates: object) =>
      hire({ schoolId, graduationYear: 2021 }, { ...accepted, ...dates });
    const waiting = hire(
      { schoolId: 2, graduationYear: 2022 },
      { offeredOn: '2021-11-01', acceptedOn: '2021-11-10' },
    );
    storeHires(
      database,
      [
        past(1, { hiredOn: '2021-07-01' }),
        past(2, { hiredOn: '2021-07-01' }),
        past(2, {}),
        waiting,
      ],
      KNOWN_TO,
    );
    const answer = await seasonActions(database.store, {
      list: 'reneging',
      where: {},
      asOf: day('2022-07-01'),
      scope,
      limit: 10,
      after: null,
    });
    expect(answer.rows).toHaveLength(1);
    expect(answer.past.bySchool.get(2)).toMatchObject({ value: 0.5, n: 2, status: 'small' });
    expect(answer.past.bySchool.get(1)).toMatchObject({ value: 0, n: 1 });
    expect(answer.past.all).toMatchObject({ value: 1 / 3, n: 3 });
  });
});

function firstId(): number {
  let first = 0;
  database.write((handle) => {
    first = Number(handle.prepare('SELECT min(id) FROM hires').pluck().get());
  });
  return first;
}
