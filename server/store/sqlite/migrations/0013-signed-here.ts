import { sql, type Kysely, type Migration } from 'kysely';

/** How many graduates of a count signed with the company, as the school counts them; null where it does not say. */
export const signedHere: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw('ALTER TABLE cohorts ADD COLUMN signed_here INTEGER').execute(db);
  },
};
