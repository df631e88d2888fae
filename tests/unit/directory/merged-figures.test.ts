import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedDay } from '../../../domain/dates.ts';
import { HIRE_MEASURE_IDS } from '../../../domain/measures.ts';
import type { Hire } from '../../../domain/records/hire.ts';
import { scopeOfEverything } from '../../../server/auth/scope.ts';
import { openDirectory, type DirectoryKeeping } from '../../../server/directory/open-directory.ts';
import { ENTRY_TABLES } from '../../../server/store/sqlite/entry-tables.ts';
import { personOf, type Person } from '../../support/brute-force.ts';
import { anyHire } from '../../support/random-hires.ts';
import { storeHires } from '../../support/store-hires.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../support/temporary-database.ts';

const AS_OF = fixedDay(2022, 12, 31);
/** Where a school is may be filled in by a merge, which the plain rules do not know of. */
const MEASURES = HIRE_MEASURE_IDS.filter((id) => id !== 'local' && id !== 'local_known');

let database: TemporaryDatabase;
let keeping: DirectoryKeeping;
beforeAll(async () => {
  database = await temporaryDatabase();
  keeping = openDirectory(database.path);
});
afterAll(() => {
  keeping.close();
  database.remove();
});

/** Every measure of every group, by the loop over the records. */
function bruteForce(hires: readonly Hire[], by: 'school' | 'major'): Map<string, unknown> {
  const groups = new Map<string, Person[]>();
  for (const hire of hires) {
    const person = personOf(hire, AS_OF);
    if (person === null) continue;
    const key = JSON.stringify([person.dimensions[by], person.dimensions.year]);
    groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  return new Map(
    [...groups].map(([key, people]) => [
      key,
      Object.fromEntries(
        MEASURES.map((id) => [id, people.reduce((sum, { measures }) => sum + measures[id], 0)]),
      ),
    ]),
  );
}

async function answered(by: 'school' | 'major'): Promise<Map<string, unknown>> {
  const { cells } = await database.store.aggregator.aggregate({
    by: [by, 'year'],
    where: {},
    asOf: AS_OF,
    scope: scopeOfEverything(),
    measures: MEASURES,
  });
  return new Map(cells.map(({ key, measures }) => [JSON.stringify(key), measures]));
}

describe('the figures after a merge', () => {
  it('are those of both entries’ people, and after its undo those of each again', async () => {
    const anyWish = fc.record({
      hires: fc.array(anyHire, { minLength: 1, maxLength: 40 }),
      kind: fc.constantFrom('school' as const, 'major' as const),
      pair: fc.shuffledSubarray([1, 2, 3], { minLength: 2, maxLength: 2 }),
    });
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(anyWish, async ({ hires, kind, pair }) => {
        storeHires(database, hires, AS_OF);
        const [from = 1, into = 2] = kind === 'school' ? pair : pair.includes(1) ? [1, 2] : [2, 1];
        const merge = await keeping.merge({ kind, from, into, keep: null }, null);
        const together = hires.map((hire) => ({
          ...hire,
          ...(kind === 'school' && hire.schoolId === from ? { schoolId: into } : {}),
          ...(kind === 'major' && hire.majorId === from ? { majorId: into } : {}),
        }));
        expect(await answered(kind)).toEqual(bruteForce(together, kind));
        moved += merge.moved.hires;
        await keeping.undoMerge(merge.id, null);
        expect(await answered(kind)).toEqual(bruteForce(hires, kind));
      }),
      { numRuns: 60 },
    );
    expect(moved).toBeGreaterThan(100);
  });
});

describe('the tables that a merge moves', () => {
  it('are all that name a school, a major or a college', () => {
    const found: string[] = [];
    database.write((handle) => {
      const tables = handle
        .prepare<[], { name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table'`)
        .all();
      for (const { name } of tables) {
        const keys = handle.pragma(`foreign_key_list(${name})`) as {
          table: string;
          from: string;
        }[];
        found.push(...keys.map((key) => `${name}.${key.from} → ${key.table}`));
      }
    });
    const targets = ['schools', 'majors', 'colleges'];
    const moves = (['school', 'major'] as const).flatMap((kind) => {
      const { table, aliases, column, records } = ENTRY_TABLES[kind];
      return [aliases, ...records].map((record) => `${record}.${column} → ${table}`);
    });
    const colleges = ENTRY_TABLES.school.records.map((record) => `${record}.college_id → colleges`);
    expect(
      found.filter((key) => targets.some((table) => key.endsWith(`→ ${table}`))).toSorted(),
    ).toEqual([...moves, ...colleges, 'colleges.school_id → schools'].toSorted());
  });
});
