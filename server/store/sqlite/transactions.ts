import type { ImportStore } from '../import-ports.ts';
import { MANY_ROWS } from './bulk-insert.ts';
import { checkWritten } from './check-references.ts';
import { removeImages } from './image/insert-by-image.ts';
import { withSmallCache, type Connection } from './open.ts';
import { buildIdentities } from './postponed-indexes.ts';

/** Pages in the write-ahead log from which a commit folds them into the file: SQLite's own default. */
const FOLD_PAGES = 1000;

/**
 * The transactions of an import on a handle. One that inserts many hires at once checks references at its end instead
 * of row by row, and leaves the folding of the write-ahead log to `settle`.
 */
export function transactions(
  connection: Connection,
): Pick<ImportStore, 'begin' | 'commit' | 'rollback'> {
  /** The import at work whose references are still to be checked. */
  let unchecked: number | null = null;
  let enlarge = (): void => {};

  const leaveBulk = (): void => {
    if (unchecked === null) return;
    unchecked = null;
    connection.pragma('foreign_keys = ON');
    connection.pragma(`wal_autocheckpoint = ${FOLD_PAGES}`);
    connection.pragma('threads = 0');
    enlarge();
  };

  const rollback = (): void => {
    const wasBulk = unchecked !== null && connection.inTransaction;
    if (connection.inTransaction) connection.exec('ROLLBACK');
    leaveBulk();
    // Without a transaction they are of somebody else, who has one.
    if (wasBulk) removeImages(connection);
  };

  return {
    begin: (bulk) => {
      if (bulk !== undefined && bulk.hires >= MANY_ROWS) {
        unchecked = bulk.importId;
        // Neither can be switched within a transaction.
        connection.pragma('foreign_keys = OFF');
        connection.pragma('wal_autocheckpoint = 0');
        enlarge = withSmallCache(connection);
        // Indexes are sorted beside, on another core.
        connection.pragma('threads = 1');
      }
      try {
        connection.exec('BEGIN IMMEDIATE');
        buildIdentities(connection);
      } catch (error) {
        rollback();
        throw error;
      }
    },
    commit: () => {
      if (unchecked !== null) checkWritten(connection, unchecked);
      const wasBulk = unchecked !== null;
      connection.exec('COMMIT');
      leaveBulk();
      if (wasBulk) removeImages(connection);
    },
    rollback,
  };
}
