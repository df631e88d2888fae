import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedDay, yearOfDay } from '../../../domain/dates.ts';
import { DIMENSION_IDS, type DimensionId } from '../../../domain/dimensions.ts';
import { EVENT_IDS } from '../../../domain/events.ts';
import type { Filters } from '../../../domain/filters.ts';
import {
  COHORT_MEASURE_IDS,
  HIRE_MEASURE_IDS,
  MEASURE_IDS,
  type HireMeasureId,
} from '../../../domain/measures.ts';
import { scopeOfEverything, scopeOfSchool } from '../../../server/auth/scope.ts';
import type { KeyValue, Selection } from '../../../server/store/ports.ts';
import { personOf, type Person } from '../../support/brute-force.ts';
import { anyHire } from '../../support/random-hires.ts';
import { latestCohorts, planFacts } from '../../support/plain-supply.ts';
import { anySupply } from '../../support/random-supply.ts';
import { anySelection } from '../../support/random-queries.ts';
import { storeHires } from '../../support/store-hires.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../support/temporary-database.ts';

let database: TemporaryDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.remove());

/** What filters and groups look at. */
interface Dimensioned {
  readonly dimensions: Readonly<Partial<Record<DimensionId, KeyValue>>>;
}

function passes(person: Dimensioned, where: Filters): boolean {
  return DIMENSION_IDS.every((id) => {
    const wanted = where[id];
    const value = person.dimensions[id];
    return (
      wanted === undefined ||
      wanted.some((item) =>
        item !== null && typeof item === 'object'
          ? typeof value === 'number' && value >= item.from && value <= item.to
          : item === value,
      )
    );
  });
}

function bruteForce<Fact extends Dimensioned>(
  people: readonly Fact[],
  { by, where, scope }: Selection,
): Map<string, Fact[]> {
  const groups = new Map<string, Fact[]>(by.length === 0 ? [['[]', []]] : []);
  for (const person of people) {
    if (!passes(person, where)) continue;
    if (scope.kind === 'school' && person.dimensions.school !== scope.schoolId) continue;
    const key = JSON.stringify(by.map((id) => person.dimensions[id]));
    groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  return groups;
}

const sum = (people: readonly Person[], id: HireMeasureId): number =>
  people.reduce((total, person) => total + person.measures[id], 0);

/** What the two other facts cannot be asked by. */
const PEOPLE_ONLY: DimensionId[] = [
  'hire_year',
  'channel',
  'city',
  'intern',
  'leave_type',
  'leave_year',
  'outcome',
  'steps',
];
const COHORTS_LACK: DimensionId[] = [...PEOPLE_ONLY, 'department'];
const PLANS_LACK: DimensionId[] = [...PEOPLE_ONLY, 'school', 'college'];

const anyCase = fc.record({
  hires: fc.array(anyHire, { minLength: 1, maxLength: 40 }),
  selections: fc.array(anySelection, { minLength: 8, maxLength: 8 }),
  scope: fc.constantFrom(scopeOfEverything(), scopeOfEverything(), scopeOfSchool(2)),
});

describe('the SQLite engine', () => {
  it('answers every measure like a brute-force loop over the records', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ hires, selections, scope }) => {
        storeHires(database, hires, fixedDay(2022, 12, 31));
        for (const random of selections) {
          const selection = { ...random, scope };
          const people = hires
            .map((hire) => personOf(hire, selection.asOf))
            .filter((person) => person !== null);
          const expected = bruteForce(people, selection);
          const { cells } = await database.store.aggregator.aggregate({
            ...selection,
            measures: HIRE_MEASURE_IDS,
          });
          expect(cells.map((cell) => JSON.stringify(cell.key)).toSorted()).toEqual(
            [...expected.keys()].toSorted(),
          );
          for (const cell of cells) {
            const group = expected.get(JSON.stringify(cell.key)) ?? [];
            const plain = Object.fromEntries(HIRE_MEASURE_IDS.map((id) => [id, sum(group, id)]));
            expect(cell.measures).toEqual(plain);
            compared += group.length;
          }
        }
      }),
      { numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(1000);
  });

  it('answers measures of several facts together, each by the dimensions that all have', async () => {
    const shared: DimensionId[] = ['major', 'family', 'year', 'degree'];
    const only = (where: Filters): Filters =>
      Object.fromEntries(Object.entries(where).filter(([id]) => shared.some((one) => one === id)));
    const seen = { cohorts: 0, plans: 0, superseded: 0, apart: 0 };
    await fc.assert(
      fc.asyncProperty(anyCase, anySupply, async ({ hires, selections }, supply) => {
        const knownTo = fixedDay(2022, 12, 31);
        storeHires(database, hires, knownTo, supply);
        for (const random of selections) {
          const { asOf } = random;
          const selection: Selection = {
            by: random.by.filter((id) => shared.includes(id)),
            where: only(random.where),
            asOf,
            scope: scopeOfEverything(),
          };
          const people = hires.map((hire) => personOf(hire, asOf)).filter((one) => one !== null);
          const cohorts = latestCohorts(supply.cohorts, asOf < knownTo ? asOf : null);
          const hired = bruteForce(people, selection);
          const counted = bruteForce(cohorts, selection);
          const planned = bruteForce(planFacts(supply.plans), selection);
          const { cells } = await database.store.aggregator.aggregate({
            ...selection,
            measures: MEASURE_IDS,
          });
          const keys = new Set([...hired.keys(), ...counted.keys(), ...planned.keys()]);
          expect(cells.map((cell) => JSON.stringify(cell.key)).toSorted()).toEqual(
            [...keys].toSorted(),
          );
          for (const { key, measures } of cells) {
            const id = JSON.stringify(key);
            const graduates = counted.get(id) ?? [];
            const plans = planned.get(id) ?? [];
            expect(measures).toEqual({
              ...Object.fromEntries(
                HIRE_MEASURE_IDS.map((one) => [one, sum(hired.get(id) ?? [], one)]),
              ),
              ...(graduates.length === 0
                ? {}
                : Object.fromEntries(
                    COHORT_MEASURE_IDS.map((one) => [
                      one,
                      graduates.reduce((all, { measures: own }) => all + own[one], 0),
                    ]),
                  )),
              ...(plans.length === 0
                ? {}
                : { planned: plans.reduce((all, one) => all + one.planned, 0) }),
            });
            seen.cohorts += graduates.length;
            seen.plans += plans.length;
            seen.apart += Number(!hired.has(id));
          }
          seen.superseded += Number(cohorts.length < supply.cohorts.length);
        }
      }),
      { numRuns: 100 },
    );
    for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(100);
  });

  it('answers of each fact by all of its dimensions, and by no other', async () => {
    const engine = database.store.aggregator;
    await fc.assert(
      fc.asyncProperty(anyCase, anySupply, async ({ selections, scope }, supply) => {
        storeHires(database, [], fixedDay(2022, 12, 31), supply);
        for (const random of selections) {
          const selection: Selection = { ...random, asOf: fixedDay(2022, 12, 31), scope };
          const asked = [...random.by, ...Object.keys(random.where)];
          const facts = [
            { lacks: COHORTS_LACK, measure: 'graduates' as const },
            { lacks: PLANS_LACK, measure: 'planned' as const },
          ];
          for (const { lacks, measure } of facts) {
            const answer = engine.aggregate({ ...selection, measures: [measure] });
            if (asked.some((id) => lacks.some((one) => one === id))) {
              await expect(answer).rejects.toThrow('This fact has no');
              continue;
            }
            const { cells } = await answer;
            const graduates = latestCohorts(supply.cohorts, null).map((one) => ({
              dimensions: one.dimensions,
              value: one.measures.graduates,
            }));
            const plans = planFacts(supply.plans).map(({ dimensions, planned: value }) => ({
              dimensions,
              value,
            }));
            const expected = bruteForce(measure === 'graduates' ? graduates : plans, selection);
            const wanted = [...expected].map(([key, group]): [string, number | undefined] => [
              key,
              group.length === 0 ? undefined : group.reduce((all, { value }) => all + value, 0),
            ]);
            const got = cells.map((cell): [string, number | undefined] => [
              JSON.stringify(cell.key),
              cell.measures[measure],
            ]);
            expect(new Map(got)).toEqual(new Map(wanted));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('answers the distributions of pay and tenure like a brute-force loop', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ hires, selections, scope }) => {
        storeHires(database, hires, fixedDay(2022, 12, 31));
        for (const random of selections) {
          const selection = { ...random, scope };
          const people = hires
            .map((hire) => personOf(hire, selection.asOf))
            .filter((person) => person !== null);
          for (const id of ['salary', 'tenure'] as const) {
            const expected = new Map<string, number[][]>();
            for (const [key, group] of bruteForce(people, selection)) {
              const values = group.flatMap((person) => {
                if (id === 'salary') return person.salary === null ? [] : [[person.salary, 0]];
                return person.tenure === null
                  ? []
                  : [[person.tenure.days, person.tenure.left ? 1 : 0]];
              });
              if (values.length > 0) expected.set(key, values);
            }
            const { groups } = await database.store.aggregator.distribution(selection, id);
            const answered = new Map(
              groups.map(({ key, histogram }) => [
                JSON.stringify(key),
                [...histogram.values].flatMap((value, index) => {
                  const events = histogram.events[index] ?? 0;
                  const count = histogram.counts[index] ?? 0;
                  return Array.from({ length: count }, (_, person) => [
                    value,
                    person < events ? 1 : 0,
                  ]);
                }),
              ]),
            );
            const ordered = (pairs: Map<string, number[][]>) =>
              new Map([...pairs].map(([key, values]) => [key, values.map(String).toSorted()]));
            expect(ordered(answered)).toEqual(ordered(expected));
            compared += groups.length;
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(compared).toBeGreaterThan(500);
  });

  it('answers the days and years of every event like a brute-force loop', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(anyCase, async ({ hires, selections, scope }) => {
        storeHires(database, hires, fixedDay(2022, 12, 31));
        for (const [index, random] of selections.entries()) {
          const selection = { ...random, scope };
          const grain = index % 2 === 0 ? 'day' : 'year';
          const people = hires
            .map((hire) => personOf(hire, selection.asOf))
            .filter((person) => person !== null);
          for (const event of EVENT_IDS) {
            const expected = new Map<string, number[]>();
            for (const [key, group] of bruteForce(people, selection)) {
              const days = group.flatMap(({ events }) => events[event] ?? []);
              const values = grain === 'day' ? days : days.map(yearOfDay);
              if (values.length > 0)
                expected.set(
                  key,
                  values.toSorted((a, b) => a - b),
                );
            }
            const { groups } = await database.store.aggregator.distribution(selection, {
              event,
              grain,
            });
            const answered = groups.map(({ key, histogram }): [string, number[]] => [
              JSON.stringify(key),
              [...histogram.values].flatMap((value, position) =>
                Array.from({ length: histogram.counts[position] ?? 0 }, () => value),
              ),
            ]);
            expect(new Map(answered)).toEqual(expected);
            compared += groups.length;
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(1000);
  });

  it('answers a version that grows with each change, and the as-of of the latest import', async () => {
    storeHires(database, [], fixedDay(2021, 3, 4));
    const first = await database.store.aggregator.snapshot();
    storeHires(database, [], fixedDay(2021, 3, 5));
    const second = await database.store.aggregator.snapshot();
    expect(second.version).toBeGreaterThan(first.version);
    expect([first.asOf, second.asOf]).toEqual([fixedDay(2021, 3, 4), fixedDay(2021, 3, 5)]);
  });
});
