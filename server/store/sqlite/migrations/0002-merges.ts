import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  `CREATE TABLE merges (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    from_id INTEGER NOT NULL,
    from_name TEXT NOT NULL,
    from_name_zh TEXT,
    into_id INTEGER NOT NULL,
    into_name TEXT NOT NULL,
    into_name_zh TEXT,
    names TEXT NOT NULL,
    aliases TEXT NOT NULL,
    moved TEXT NOT NULL,
    version INTEGER NOT NULL,
    merged_at TEXT NOT NULL,
    merged_by TEXT,
    undone_at TEXT,
    undone_by TEXT
  )`,
  `CREATE INDEX merges_by_from ON merges (kind, from_id)`,
  `CREATE TABLE merge_changes (
    merge_id INTEGER NOT NULL REFERENCES merges (id),
    entity TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    what TEXT NOT NULL CHECK (what IN ('moved', 'removed', 'touched')),
    before TEXT,
    PRIMARY KEY (merge_id, entity, record_id)
  ) WITHOUT ROWID`,
  `CREATE INDEX merge_changes_by_record ON merge_changes (entity, record_id)`,
  `CREATE TABLE import_names (
    import_id INTEGER NOT NULL REFERENCES imports (id),
    kind TEXT NOT NULL,
    entry_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (kind, entry_id, name, import_id)
  ) WITHOUT ROWID`,
  `CREATE INDEX import_names_by_import ON import_names (import_id)`,
  `CREATE TABLE different_entries (
    kind TEXT NOT NULL,
    first TEXT NOT NULL,
    second TEXT NOT NULL,
    PRIMARY KEY (kind, first, second)
  ) WITHOUT ROWID`,
  `ALTER TABLE schools ADD COLUMN edited_version INTEGER`,
  `ALTER TABLE majors ADD COLUMN edited_version INTEGER`,
];

/**
 * Merges of entries of the directory with all that their undo needs, the names each import resolved, pairs that
 * a person said are different, and the version at which an entry was last edited by hand.
 */
export const merges: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
