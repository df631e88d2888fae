import Sqlite from 'better-sqlite3';
import { Kysely, Migrator, SqliteDialect } from 'kysely';
import { initial } from './migrations/0001-initial.ts';
import { merges } from './migrations/0002-merges.ts';
import { views } from './migrations/0002-views.ts';
import { accounts } from './migrations/0009-accounts.ts';
import { releases } from './migrations/0010-releases.ts';
import { cooperation } from './migrations/0011-cooperation.ts';
import { importOwners } from './migrations/0012-import-owners.ts';
import { schoolsSay } from './migrations/0013-schools-say.ts';
import { calendarFeeds } from './migrations/0014-calendar-feeds.ts';
import { signedHere } from './migrations/0013-signed-here.ts';
import { keptStatements } from './kept-statements.ts';
import type { Database } from './schema.ts';

/** The raw handle of better-sqlite3, for prepared statements on hot paths. */
export type Connection = Sqlite.Database;

const SMALL_CACHE_KIB = 8192;

const MIGRATIONS = {
  '0001-initial': initial,
  '0002-merges': merges,
  '0002-views': views,
  '0009-accounts': accounts,
  '0010-releases': releases,
  '0011-cooperation': cooperation,
  '0012-import-owners': importOwners,
  '0013-schools-say': schoolsSay,
  '0014-calendar-feeds': calendarFeeds,
  '0013-signed-here': signedHere,
};

/** The names of all steps that a schema may have gone through. */
export function knownMigrations(): string[] {
  return Object.keys(MIGRATIONS);
}

/**
 * Opens a handle that may write, creating the file where there is none: WAL, foreign keys, full durability.
 * @param path a file path.
 * @param busyTimeout milliseconds to wait for another writer; 0 answers SQLITE_BUSY at once.
 * @throws where the file is no SQLite database.
 */
export function openForWriting(path: string, busyTimeout: number): Connection {
  const connection = new Sqlite(path, { timeout: busyTimeout });
  connection.pragma('journal_mode = WAL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('synchronous = FULL');
  return connection;
}

/**
 * Opens a read-only handle on an existing database. It keeps SQLite's own small cache: a larger one would make no scan
 * quicker, but grouping slower, since that sorts as much at a time as the cache holds.
 */
export function openForReading(path: string): Connection {
  return new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 5000 });
}

/**
 * Takes a small cache for work that touches no page twice; sorting an index keeps to the same memory. Answers the way
 * back.
 */
export function withSmallCache(connection: Connection): () => void {
  const before = Number(connection.pragma('cache_size', { simple: true }));
  connection.pragma(`cache_size = -${SMALL_CACHE_KIB}`);
  return () => {
    connection.pragma(`cache_size = ${before}`);
  };
}

/** The query builder over a handle. */
export function queries(connection: Connection): Kysely<Database> {
  return new Kysely<Database>({
    dialect: new SqliteDialect({ database: keptStatements(connection) }),
  });
}

/** Brings the schema up to date. Throws the first error of a migration, which leaves the schema as it was. */
export async function migrate(db: Kysely<Database>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(MIGRATIONS) },
    // Migrations of one number are of different capabilities: a database may have had either of them first.
    allowUnorderedMigrations: true,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/**
 * Folds the write-ahead log into the database file, so that the file is whole by itself. The last handle to close
 * does that on its own only where it may write.
 */
export function foldLog(path: string): void {
  const connection = openForWriting(path, 1000);
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.close();
}
