import type { BulkRows, HireWriter } from '../hire-ports.ts';
import { insertByImage } from './image/insert-by-image.ts';
import { insertByStatements } from './insert-by-statements.ts';
import type { Connection } from './open.ts';

/** From so many rows on, building them as a file of their own is worth its while. */
export const MANY_ROWS = 20_000;

/**
 * Inserts many hires in the transaction of the caller: as one file of rows where they are the greater part of the
 * table and the caller checks references itself, else statement by statement.
 */
export function bulkInsert(connection: Connection, rows: BulkRows): ReturnType<HireWriter['bulk']> {
  const { length } = rows.order;
  if (length === 0) return null;
  const isChecked = connection.pragma('foreign_keys', { simple: true }) !== 0;
  if (isChecked || length < MANY_ROWS || length < storedRows(connection))
    return insertByStatements(connection, rows);
  return insertByImage(connection, rows);
}

function storedRows(connection: Connection): number {
  const stored = connection.prepare<[], { count: number }>('SELECT count(*) AS count FROM hires');
  return stored.get()?.count ?? 0;
}
