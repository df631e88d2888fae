import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  `CREATE TABLE releases (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    published_at TEXT NOT NULL,
    published_by TEXT,
    withdrawn_at TEXT,
    withdrawn_by TEXT,
    version INTEGER NOT NULL,
    as_of INTEGER NOT NULL,
    head TEXT NOT NULL,
    evidence BLOB NOT NULL
  )`,
  // Not references to schools and colleges: what was published stays as it was whatever becomes of them.
  `CREATE TABLE release_parts (
    release_id INTEGER NOT NULL REFERENCES releases (id),
    school INTEGER NOT NULL,
    college INTEGER,
    content TEXT NOT NULL
  )`,
  `CREATE UNIQUE INDEX release_parts_by_key ON release_parts (release_id, school, ifnull(college, 0))`,
  `CREATE TRIGGER releases_stay BEFORE DELETE ON releases
    BEGIN SELECT RAISE(ABORT, 'a release is never deleted'); END`,
  `CREATE TRIGGER releases_frozen BEFORE UPDATE ON releases
    WHEN OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL OR NEW.id <> OLD.id
      OR NEW.published_at <> OLD.published_at OR NEW.published_by IS NOT OLD.published_by
      OR NEW.version <> OLD.version OR NEW.as_of <> OLD.as_of OR NEW.head <> OLD.head
      OR NEW.evidence <> OLD.evidence
    BEGIN SELECT RAISE(ABORT, 'a release is never changed'); END`,
  `CREATE TRIGGER release_parts_stay BEFORE DELETE ON release_parts
    BEGIN SELECT RAISE(ABORT, 'a release is never deleted'); END`,
  `CREATE TRIGGER release_parts_frozen BEFORE UPDATE ON release_parts
    BEGIN SELECT RAISE(ABORT, 'a release is never changed'); END`,
];

/** Releases to deans: frozen when published, and withdrawn at most. The database itself refuses anything else. */
export const releases: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
