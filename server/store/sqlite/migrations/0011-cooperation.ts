import { sql, type Kysely, type Migration } from 'kysely';

const COLUMNS = [
  'used TEXT',
  'courses INTEGER',
  'hours INTEGER',
  'mentors INTEGER',
  'results_stage TEXT',
  'minutes TEXT',
  'promises TEXT',
  'links TEXT',
];

const STATEMENTS = [
  ...COLUMNS.map((column) => `ALTER TABLE cooperation ADD COLUMN ${column}`),
  `CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    by_email TEXT,
    by_name TEXT,
    action TEXT NOT NULL,
    entity TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    label TEXT NOT NULL,
    before TEXT,
    after TEXT
  )`,
  `CREATE INDEX audit_by_record ON audit (entity, record_id)`,
  `CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END`,
  `CREATE TRIGGER audit_kept BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END`,
];

/**
 * What entries of the ledger of cooperation hold besides, and the audit trail: who did what to what, with the record
 * before and after it as JSON. A deleted record lives on there and can be restored from it.
 */
export const cooperation: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
