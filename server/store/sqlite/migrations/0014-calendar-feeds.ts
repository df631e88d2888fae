import { sql, type Kysely, type Migration } from 'kysely';

/** Addresses by which calendar programs of people follow the dates of the ledger. Times in ms. */
export const calendarFeeds: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(
        `CREATE TABLE calendar_feeds (
          id INTEGER PRIMARY KEY,
          user_id TEXT NOT NULL REFERENCES users ("id") ON DELETE CASCADE,
          name TEXT NOT NULL,
          secret_hash TEXT NOT NULL UNIQUE,
          created_at INTEGER NOT NULL,
          expires_at INTEGER NOT NULL,
          last_used_on INTEGER
        )`,
      )
      .execute(db);
  },
};
