import { z } from 'zod';
import { withSmallCache, type Connection } from './open.ts';

/** The setting that lists, as JSON, the statements of indexes that are still to be built. */
const SETTING = 'postponed_indexes';
const statements = z.array(z.string());

interface Index {
  readonly name: string;
  readonly sql: string;
  readonly unique: 0 | 1;
}

/**
 * Takes all indexes off hires, in the transaction of the caller. The function it answers builds those again that keep
 * hires apart; the others, which only help to find hires, are noted for `settle`.
 */
export function postponeIndexes(connection: Connection): () => void {
  const indexes = connection
    .prepare<[], Index>(
      `SELECT made.name, made.sql, listed."unique" FROM pragma_index_list('hires') AS listed
       JOIN sqlite_schema AS made ON made.name = listed.name
       WHERE made.sql IS NOT NULL ORDER BY listed.seq DESC`,
    )
    .all();
  for (const { name } of indexes) connection.exec(`DROP INDEX "${name}"`);
  const finding = indexes.filter(({ unique }) => unique === 0).map(({ sql }) => sql);
  note(connection, [...postponed(connection), ...finding]);
  return () => {
    for (const { unique, sql } of indexes) if (unique === 1) connection.exec(sql);
  };
}

/**
 * Does what a commit with postponed indexes left for later: folds the write-ahead log into the file and builds the
 * indexes, each in a transaction of its own, so that others write in between. What is interrupted is done the next
 * time.
 */
export function settle(connection: Connection): void {
  if (postponed(connection).length === 0) return;
  const fold = (): unknown => connection.pragma('wal_checkpoint(PASSIVE)');
  const build = connection.transaction(() => {
    const [sql, ...rest] = postponed(connection);
    if (sql !== undefined) connection.exec(sql);
    note(connection, rest);
  });
  const enlarge = withSmallCache(connection);
  try {
    fold();
    while (postponed(connection).length > 0) build.immediate();
    fold();
  } finally {
    enlarge();
  }
}

function postponed(connection: Connection): string[] {
  const found = connection
    .prepare<[string], { value: string }>('SELECT value FROM settings WHERE key = ?')
    .get(SETTING);
  return found === undefined ? [] : statements.parse(JSON.parse(found.value));
}

function note(connection: Connection, waiting: readonly string[]): void {
  if (waiting.length === 0) {
    connection.prepare('DELETE FROM settings WHERE key = ?').run(SETTING);
    return;
  }
  connection
    .prepare('INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)')
    .run(SETTING, JSON.stringify(waiting));
}
