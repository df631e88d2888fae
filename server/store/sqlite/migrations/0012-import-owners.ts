import { sql, type Kysely, type Migration } from 'kysely';

/** The school, and the college of it, that an import of a dean may speak of; none for the company's own imports. */
export const importOwners: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    // No foreign keys: a school that is merged away is followed to where it went.
    await sql.raw('ALTER TABLE imports ADD COLUMN school_id INTEGER').execute(db);
    await sql.raw('ALTER TABLE imports ADD COLUMN college_id INTEGER').execute(db);
  },
};
