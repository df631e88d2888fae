import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedDay } from '../../../domain/dates.ts';
import { DIMENSION_IDS } from '../../../domain/dimensions.ts';
import type { Filters } from '../../../domain/filters.ts';
import { MEASURE_IDS, type MeasureId } from '../../../domain/measures.ts';
import { scopeOfEverything, scopeOfSchool } from '../../../server/auth/scope.ts';
import type { Selection } from '../../../server/store/ports.ts';
import { personOf, type Person } from '../../support/brute-force.ts';
import { anyHire } from '../../support/random-hires.ts';
import { anySelection } from '../../support/random-queries.ts';
import { storeHires } from '../../support/store-hires.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../support/temporary-database.ts';

let database: TemporaryDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.remove());

function passes(person: Person, where: Filters): boolean {
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

function bruteForce(
  people: readonly Person[],
  { by, where, scope }: Selection,
): Map<string, Person[]> {
  const groups = new Map<string, Person[]>(by.length === 0 ? [['[]', []]] : []);
  for (const person of people) {
    if (!passes(person, where)) continue;
    if (scope.kind === 'school' && person.dimensions.school !== scope.schoolId) continue;
    const key = JSON.stringify(by.map((id) => person.dimensions[id]));
    groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  return groups;
}

const sum = (people: readonly Person[], id: MeasureId): number =>
  people.reduce((total, person) => total + person.measures[id], 0);

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
            measures: MEASURE_IDS,
          });
          expect(cells.map((cell) => JSON.stringify(cell.key)).toSorted()).toEqual(
            [...expected.keys()].toSorted(),
          );
          for (const cell of cells) {
            const group = expected.get(JSON.stringify(cell.key)) ?? [];
            const plain = Object.fromEntries(MEASURE_IDS.map((id) => [id, sum(group, id)]));
            expect(cell.measures).toEqual(plain);
            compared += group.length;
          }
        }
      }),
      { numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(1000);
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

  it('answers a version that grows with each change, and the as-of of the latest import', async () => {
    storeHires(database, [], fixedDay(2021, 3, 4));
    const first = await database.store.aggregator.snapshot();
    storeHires(database, [], fixedDay(2021, 3, 5));
    const second = await database.store.aggregator.snapshot();
    expect(second.version).toBeGreaterThan(first.version);
    expect([first.asOf, second.asOf]).toEqual([fixedDay(2021, 3, 4), fixedDay(2021, 3, 5)]);
  });
});
