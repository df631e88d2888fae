import type { BulkRows, BulkSource, HireValue } from '../hire-ports.ts';
import type { Connection } from './open.ts';

// Checks what foreign keys check row by row, once for a whole transaction in which they are switched off.

interface Reference {
  readonly column: string;
  readonly table: string;
  readonly to: string;
}

/** Tables beside hires that importing hires writes, and that refer to others. All are small. */
const SMALL_TABLES = ['colleges', 'school_aliases', 'major_aliases'] as const;

function referencesOf(connection: Connection): Reference[] {
  return connection
    .prepare<[], Reference>(
      `SELECT "from" AS "column", "table", "to" FROM pragma_foreign_key_list('hires')`,
    )
    .all();
}

function valuesOf(source: BulkSource | undefined): readonly HireValue[] {
  if (source === undefined) return [];
  if ('value' in source) return [source.value];
  if ('codes' in source) return source.values;
  throw new RangeError('A reference is given by codes');
}

/** Throws where rows would refer to a record that is not there. */
export function checkNamed(connection: Connection, sources: BulkRows['sources']): void {
  const byName = new Map<string, BulkSource>(sources);
  for (const { column, table, to } of referencesOf(connection)) {
    const missing = connection
      .prepare<[string], { value: number }>(
        `SELECT value FROM json_each(?) WHERE value IS NOT NULL AND value NOT IN (SELECT ${to} FROM ${table})`,
      )
      .get(JSON.stringify(valuesOf(byName.get(column))));
    if (missing !== undefined) throw new Error(`hires.${column} ${missing.value} does not exist`);
  }
}

/** Throws where a record that an import wrote one by one refers to one that is not there. */
export function checkWritten(connection: Connection, importId: number): void {
  const dangling = referencesOf(connection).map(
    ({ column, table, to }) =>
      `(hires.${column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${table} WHERE ${table}.${to} = hires.${column}))`,
  );
  const hire = connection
    .prepare<[number], { id: number }>(
      `SELECT hires.id FROM import_changes JOIN hires ON hires.id = record_id
       WHERE import_changes.import_id = ? AND entity = 'hires' AND (${dangling.join(' OR ')})`,
    )
    .get(importId);
  if (hire !== undefined) throw new Error(`Hire ${hire.id} refers to a record that does not exist`);
  for (const table of SMALL_TABLES) {
    const row = connection.prepare('SELECT 1 FROM pragma_foreign_key_check(?)').get(table);
    if (row !== undefined) throw new Error(`${table} refers to a record that does not exist`);
  }
}
