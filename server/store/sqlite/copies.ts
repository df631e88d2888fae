import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { AppError } from '../../../domain/errors.ts';
import { knownMigrations, type Connection } from './open.ts';

const PAGES_AT_A_TIME = 2000;

/** What a copy holds, for people. */
export interface CopyFacts {
  /** The version of its data. */
  readonly version: number;
  readonly hires: number;
}

/** The files that SQLite keeps beside a database. */
function besideOf(path: string): string[] {
  return [`${path}-wal`, `${path}-shm`];
}

function removeDatabase(path: string): void {
  for (const file of [path, ...besideOf(path)]) rmSync(file, { force: true });
}

function refuse(sentence: string): never {
  throw new AppError('unusable', sentence);
}

function numberOf(connection: Connection, sql: string): number {
  return Number(connection.prepare(sql).pluck().get());
}

/** Reads all of a database and throws where anything in it is damaged, foreign, or of a later release. */
function check(connection: Connection, path: string): CopyFacts {
  try {
    const found = connection.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') refuse(`${path} is damaged: ${String(found)}`);
    const dangling = connection.pragma('foreign_key_check') as unknown[];
    if (dangling.length > 0)
      refuse(`${path} is damaged: ${dangling.length} references lead nowhere.`);
  } catch (error) {
    if (error instanceof Sqlite.SqliteError) refuse(`${path} is damaged: ${error.message}`);
    throw error;
  }
  const isOurs =
    numberOf(
      connection,
      "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('version', 'hires', 'kysely_migration')",
    ) === 3;
  if (!isOurs) refuse(`${path} is a database of another program.`);
  const known = new Set(knownMigrations());
  const unknown = (
    connection.prepare('SELECT name FROM kysely_migration').pluck().all() as string[]
  ).filter((name) => !known.has(name));
  if (unknown.length > 0) {
    refuse(
      `${path} was written by a later version of Talentbridge (${unknown.join(', ')}): update first.`,
    );
  }
  return {
    version: numberOf(connection, 'SELECT value FROM version'),
    hires: numberOf(connection, 'SELECT count(*) FROM hires'),
  };
}

/** Opens an existing file, and only reads it; a database whose log was lost on the way is read without it. */
function openExisting(path: string): Connection {
  if (!existsSync(path)) throw new AppError('invalid_input', `There is no file ${path}.`);
  try {
    return new Sqlite(path, { readonly: true, fileMustExist: true });
  } catch (error) {
    return refuse(
      `${path} cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Copies what a handle reads to a path that nothing is at, and checks the copy. */
async function copyTo(connection: Connection, to: string): Promise<CopyFacts> {
  const making = `${to}.making`;
  removeDatabase(making);
  try {
    await connection.backup(making, { progress: () => PAGES_AT_A_TIME });
    const copy = new Sqlite(making, { fileMustExist: true });
    try {
      // One file, whatever the source had beside it.
      copy.pragma('journal_mode = DELETE');
      const facts = check(copy, making);
      copy.close();
      renameSync(making, to);
      return facts;
    } finally {
      copy.close();
    }
  } catch (error) {
    removeDatabase(making);
    throw error;
  }
}

/**
 * Copies a database that may be in use, as of one moment, and checks the copy from end to end.
 * @param to a path at which there is nothing yet.
 * @throws AppError `invalid_input` where a path makes no sense, `unusable` where the copy would be damaged.
 */
export async function backUp(from: string, to: string): Promise<CopyFacts> {
  if (existsSync(to)) {
    throw new AppError('invalid_input', `${to} exists already. Give a name that is free.`);
  }
  if (!existsSync(dirname(to))) {
    throw new AppError('invalid_input', `There is no folder ${dirname(to)}.`);
  }
  const connection = openExisting(from);
  try {
    return await copyTo(connection, to);
  } finally {
    connection.close();
  }
}

/** Throws where another program has a database open; folds its log into it otherwise. */
function refuseInUse(path: string): void {
  const connection = new Sqlite(path, { fileMustExist: true, timeout: 0 });
  try {
    // Leaving the log is possible for the only one that has the database open.
    connection.pragma('journal_mode = DELETE');
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      throw new AppError('conflict', `${path} is in use. Stop the server first.`);
    if (!(error instanceof Sqlite.SqliteError)) throw error;
    // What is there is no database any more: it is kept aside as it is.
  } finally {
    connection.close();
  }
}

/**
 * Puts a checked copy in the place of a database that nobody has open. What was there is kept beside it.
 * @param now names what is kept.
 * @returns what the copy holds, and where the database that was there lies now; null where there was none.
 * @throws AppError `unusable` where the copy is damaged or foreign, `conflict` where the database is in use.
 */
export async function restore(
  from: string,
  to: string,
  now: Date,
): Promise<CopyFacts & { readonly kept: string | null }> {
  const source = openExisting(from);
  const coming = `${to}.restored`;
  try {
    check(source, from);
    if (existsSync(to)) refuseInUse(to);
    removeDatabase(coming);
    const facts = await copyTo(source, coming);
    const kept = existsSync(to)
      ? `${to}.before-${now.toISOString().replaceAll(/[:.]/g, '-')}`
      : null;
    // Copied and not moved: whenever the machine stops, there is a whole database in its place.
    if (kept !== null) copyFileSync(to, kept);
    for (const file of besideOf(to)) rmSync(file, { force: true });
    renameSync(coming, to);
    return { ...facts, kept };
  } finally {
    source.close();
  }
}
