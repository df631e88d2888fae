import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  // No foreign keys to schools and colleges: one that is merged away is followed to where it went.
  `CREATE TABLE visit_proposals (
    id INTEGER PRIMARY KEY,
    school_id INTEGER NOT NULL,
    college_id INTEGER,
    starts_on INTEGER NOT NULL,
    ends_on INTEGER,
    topic TEXT NOT NULL,
    note TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'declined', 'withdrawn')),
    reason TEXT,
    proposed_at TEXT NOT NULL,
    proposed_by TEXT NOT NULL,
    answered_at TEXT,
    answered_by TEXT,
    entry_id INTEGER,
    revision INTEGER NOT NULL
  )`,
  // Which promise of an entry, in its words: the entry holds its promises as one text.
  `CREATE TABLE promise_confirmations (
    entry_id INTEGER NOT NULL,
    due_on TEXT,
    owner TEXT,
    text TEXT NOT NULL,
    confirmed_on TEXT NOT NULL
  )`,
  `CREATE UNIQUE INDEX promise_confirmations_by_promise
    ON promise_confirmations (entry_id, text, ifnull(owner, ''), ifnull(due_on, ''))`,
];

/** What schools say to the company: visits they propose, and promises they confirm as kept. */
export const schoolsSay: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
