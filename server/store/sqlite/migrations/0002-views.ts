import { sql, type Kysely, type Migration } from 'kysely';

/** Saved views: a name for a page with its query. `folded` is what makes two names the same one. */
export const views: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(
        `CREATE TABLE views (
          id INTEGER PRIMARY KEY,
          name TEXT NOT NULL,
          folded TEXT NOT NULL UNIQUE,
          path TEXT NOT NULL,
          query TEXT NOT NULL,
          created_at TEXT NOT NULL,
          created_by TEXT
        )`,
      )
      .execute(db);
  },
};
