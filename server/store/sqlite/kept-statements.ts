import type { Statement } from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';
import type { Connection } from './open.ts';

/** Panels ask alike: a page has a few dozen statements. */
const MOST_STATEMENTS = 256;

/**
 * A handle that prepares a statement once for all who ask for the same text, for a query builder that would prepare it
 * each time; the one unused for longest goes first. SQLite prepares a kept one again by itself where the schema changed.
 */
export function keptStatements(connection: Connection): SqliteDatabase {
  const kept = new Map<string, Statement>();
  return {
    close: () => {
      kept.clear();
      connection.close();
    },
    prepare: (text) => {
      const known = kept.get(text);
      // One that is still being walked through cannot be begun again.
      if (known?.busy === true) return connection.prepare(text);
      const statement = known ?? connection.prepare(text);
      kept.delete(text);
      kept.set(text, statement);
      for (const oldest of kept.keys()) {
        if (kept.size <= MOST_STATEMENTS) break;
        kept.delete(oldest);
      }
      return statement;
    },
  };
}
