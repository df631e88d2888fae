import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedDay } from '../../../domain/dates.ts';
import type { Filters } from '../../../domain/filters.ts';
import type { RecordFieldId } from '../../../domain/records/record-fields.ts';
import { scopeOfEverything } from '../../../server/auth/scope.ts';
import { openForReading, queries } from '../../../server/store/sqlite/open.ts';
import { placesStatement } from '../../../server/store/sqlite/records.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../support/temporary-database.ts';

let database: TemporaryDatabase;
beforeAll(async () => {
  database = await temporaryDatabase();
});
afterAll(() => database.remove());

const EVERYBODY = {
  where: {},
  asOf: fixedDay(2026, 9, 30),
  scope: scopeOfEverything(),
  search: [],
  behind: null,
  listed: null,
  id: null,
};

/** A statement's text, and the steps of SQLite's plan of it. */
function explained(statement: ReturnType<typeof placesStatement>): {
  text: string;
  plan: string[];
} {
  const connection = openForReading(database.path);
  try {
    const { sql: text, parameters } = statement.compile(queries(connection));
    const rows = connection
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
      .all(...parameters);
    return { text, plan: rows.map(({ detail }) => detail) };
  } finally {
    connection.close();
  }
}

const planOf = (statement: ReturnType<typeof placesStatement>) => explained(statement).plan;

const page = (sort: RecordFieldId, where: Filters = {}, search: string[] = []) =>
  planOf(placesStatement({ ...EVERYBODY, where, search, sort, descending: false, limit: 51 }));

describe('a page of records', () => {
  it('in the order of the table reads no further than it has to, and sorts nothing', () => {
    const from = { value: null, id: 700_000, back: false };
    const later = placesStatement({
      ...EVERYBODY,
      sort: 'id',
      descending: false,
      limit: 51,
      from: { ...from, value: 700_000 },
    });
    for (const plan of [page('id'), planOf(later)]) {
      expect(plan.join('\n')).not.toContain('TEMP B-TREE');
      expect(plan.length).toBe(1);
    }
  });

  it('finds the rows of a filter by an index', () => {
    expect(page('hired_on', { school: [3], year: [{ from: 2024, to: 2024 }] })[0]).toContain(
      'USING INDEX hires_by_school',
    );
    expect(page('hired_on', { department: ['Quality'] }).join('\n')).toContain(
      'hires_by_department',
    );
  });

  it('sorts by another field without reading whole records', () => {
    const { text } = explained(
      placesStatement({ ...EVERYBODY, sort: 'salary', descending: true, limit: 51 }),
    );
    expect(text).not.toContain('leave_reason');
    expect(page('salary')).toContain('USE TEMP B-TREE FOR ORDER BY');
  });

  it('looks names up once for a search, not once for a record', () => {
    const plan = page('id', {}, ['lanqi']).join('\n');
    expect(plan).toContain('LIST SUBQUERY');
    expect(plan).not.toContain('CORRELATED');
  });
});
