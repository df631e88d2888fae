import type { CohortPart, KeyedKind, KeyedRow, KeyedWriter, StoredKeyed } from '../import-ports.ts';
import { newId } from './entry-tables.ts';
import { KEYED_TABLES } from './keyed-tables.ts';
import type { Connection } from './open.ts';

function statementsOf(connection: Connection, kind: KeyedKind) {
  const { key, columns } = KEYED_TABLES[kind];
  const where = Object.entries(key).map(
    ([column, compared]) => `${compared(column)} = ${compared(`@${column}`)}`,
  );
  const places = columns.map((column) => `@${column}`);
  const settings = columns.map((column) => `${column} = @${column}`);
  return {
    find: connection.prepare<[KeyedRow], StoredKeyed>(
      `SELECT id, ${columns.join(', ')} FROM ${kind} WHERE ${where.join(' AND ')}`,
    ),
    insert: connection.prepare<[KeyedRow]>(
      `INSERT INTO ${kind} (id, ${columns.join(', ')}) VALUES (${newId(kind)}, ${places.join(', ')})`,
    ),
    update: connection.prepare<[KeyedRow]>(
      `UPDATE ${kind} SET ${settings.join(', ')} WHERE id = @id`,
    ),
  };
}

/** Reading and writing single records of the keyed kinds on a handle, by prepared statements. */
export function keyedWriter(connection: Connection): KeyedWriter {
  const of = {
    cohorts: statementsOf(connection, 'cohorts'),
    plans: statementsOf(connection, 'plans'),
    cooperation: statementsOf(connection, 'cooperation'),
  };
  const parts = connection.prepare<[KeyedRow], CohortPart>(
    `SELECT college_id AS collegeId, degree FROM cohorts
     WHERE school_id = @school_id AND major_id = @major_id AND graduation_year = @graduation_year
       AND counted_on IS @counted_on`,
  );
  return {
    find: (kind, row) => of[kind].find.get(row) ?? null,
    cohortParts: (row) => parts.all(row),
    insert: (kind, row) => Number(of[kind].insert.run(row).lastInsertRowid),
    update: (kind, id, row) => {
      of[kind].update.run({ ...row, id });
    },
  };
}
