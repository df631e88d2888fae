import { z } from 'zod';
import { withSmallCache, type Connection } from './open.ts';

/** The setting that lists, as JSON, the statements of indexes that are still to be built. */
const SETTING = 'postponed_indexes';
const statements = z.array(z.string());
const columnNames = z.array(z.string());
const UNIQUE = /^CREATE UNIQUE /;

interface Index {
  readonly name: string;
  readonly sql: string;
  readonly unique: 0 | 1;
  /** The names of its columns, as JSON. */
  readonly columns: string;
}

/**
 * Takes all indexes off hires, in the transaction of the caller. The function it answers builds those again that keep
 * hires apart; the others, which only help to find hires, are noted for `settle`, and so are those of the former that
 * have one of the columns in `distinct`: they would find nothing, and `buildIdentities` has them ready for who relies
 * on them.
 */
export function postponeIndexes(connection: Connection, distinct: ReadonlySet<string>): () => void {
  const indexes = connection
    .prepare<[], Index>(
      `SELECT made.name, made.sql, listed."unique",
         (SELECT json_group_array(name) FROM pragma_index_info(made.name)) AS columns
       FROM pragma_index_list('hires') AS listed JOIN sqlite_schema AS made ON made.name = listed.name
       WHERE made.sql IS NOT NULL ORDER BY listed.seq DESC`,
    )
    .all();
  for (const { name } of indexes) connection.exec(`DROP INDEX "${name}"`);
  const mustBeBuilt = ({ unique, columns }: Index): boolean =>
    unique === 1 && !columnNames.parse(JSON.parse(columns)).some((name) => distinct.has(name));
  const [now, later] = partition(indexes, mustBeBuilt);
  later.sort((a, b) => b.unique - a.unique);
  note(connection, [...postponed(connection), ...later.map(({ sql }) => sql)]);
  return () => {
    for (const { sql } of now) connection.exec(sql);
  };
}

/**
 * Builds the indexes that keep hires apart where a commit left them for later: in the transaction of the caller, or
 * else in one of its own, which is none where there is nothing to do.
 */
export function buildIdentities(connection: Connection): void {
  const isIdentity = (sql: string): boolean => UNIQUE.test(sql);
  if (!postponed(connection).some(isIdentity)) return;
  const build = connection.transaction(() => {
    // Read again: somebody else may have built them before this transaction began.
    const [now, later] = partition(postponed(connection), isIdentity);
    for (const sql of now) connection.exec(sql);
    note(connection, later);
  });
  if (connection.inTransaction) build();
  else build.immediate();
}

/**
 * Folds the write-ahead log into the file where a commit with postponed indexes left a long one: whoever writes next
 * would have to, and on the main thread everybody waits for that.
 */
export function foldLongLog(connection: Connection): void {
  if (postponed(connection).length > 0) connection.pragma('wal_checkpoint(PASSIVE)');
}

/**
 * Does what a commit with postponed indexes left for later: folds the write-ahead log into the file and builds the
 * indexes, each in a transaction of its own, so that others write in between. What is interrupted is done the next
 * time.
 */
export function settle(connection: Connection): void {
  if (postponed(connection).length === 0) return;
  const build = connection.transaction(() => {
    const [sql, ...rest] = postponed(connection);
    if (sql !== undefined) connection.exec(sql);
    note(connection, rest);
  });
  const enlarge = withSmallCache(connection);
  try {
    foldLongLog(connection);
    while (postponed(connection).length > 0) build.immediate();
    connection.pragma('wal_checkpoint(PASSIVE)');
  } finally {
    enlarge();
  }
}

function partition<T>(all: readonly T[], test: (one: T) => boolean): [passed: T[], others: T[]] {
  return [all.filter(test), all.filter((one) => !test(one))];
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
