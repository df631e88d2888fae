import { sql, type Kysely, type Migration } from 'kysely';
import { KEYED_STATEMENTS } from './0001-keyed.ts';

const STATEMENTS = [
  `CREATE TABLE version (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    value INTEGER NOT NULL
  )`,
  `INSERT INTO version (id, value) VALUES (1, 1)`,
  `CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID`,

  `CREATE TABLE schools (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    name_zh TEXT,
    code TEXT,
    province TEXT,
    city TEXT,
    partner_since TEXT
  )`,
  `CREATE TABLE school_aliases (
    school_id INTEGER NOT NULL REFERENCES schools (id) ON DELETE CASCADE,
    normalized TEXT NOT NULL,
    alias TEXT NOT NULL,
    PRIMARY KEY (normalized, school_id)
  ) WITHOUT ROWID`,
  `CREATE INDEX school_aliases_by_school ON school_aliases (school_id)`,
  `CREATE TABLE colleges (
    id INTEGER PRIMARY KEY,
    school_id INTEGER NOT NULL REFERENCES schools (id),
    name TEXT NOT NULL,
    name_zh TEXT,
    normalized TEXT NOT NULL,
    UNIQUE (school_id, normalized)
  )`,
  `CREATE TABLE majors (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    name_zh TEXT,
    code TEXT,
    family TEXT
  )`,
  `CREATE TABLE major_aliases (
    major_id INTEGER NOT NULL REFERENCES majors (id) ON DELETE CASCADE,
    normalized TEXT NOT NULL,
    alias TEXT NOT NULL,
    PRIMARY KEY (normalized, major_id)
  ) WITHOUT ROWID`,
  `CREATE INDEX major_aliases_by_major ON major_aliases (major_id)`,
  `CREATE TABLE terms (
    dimension TEXT NOT NULL,
    value TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    PRIMARY KEY (dimension, value)
  ) WITHOUT ROWID`,

  `CREATE TABLE imports (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_path TEXT NOT NULL,
    status TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT,
    committed_at TEXT,
    committed_version INTEGER,
    undone_at TEXT,
    reading TEXT NOT NULL,
    columns TEXT NOT NULL,
    rows INTEGER NOT NULL,
    mapping TEXT,
    names TEXT,
    summary TEXT,
    result TEXT,
    as_of INTEGER,
    error TEXT
  )`,
  `CREATE TABLE import_changes (
    import_id INTEGER NOT NULL REFERENCES imports (id),
    entity TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    before TEXT,
    PRIMARY KEY (import_id, entity, record_id)
  ) WITHOUT ROWID`,
  `CREATE INDEX import_changes_by_record ON import_changes (entity, record_id)`,
  `CREATE TABLE import_ranges (
    import_id INTEGER NOT NULL REFERENCES imports (id),
    entity TEXT NOT NULL,
    first_id INTEGER NOT NULL,
    last_id INTEGER NOT NULL,
    PRIMARY KEY (import_id, entity, first_id)
  ) WITHOUT ROWID`,

  // What the measures read stands first: SQLite has to step over every column before the one it wants.
  `CREATE TABLE hires (
    id INTEGER PRIMARY KEY,
    school_id INTEGER NOT NULL REFERENCES schools (id),
    major_id INTEGER NOT NULL REFERENCES majors (id),
    graduation_year INTEGER NOT NULL,
    known INTEGER NOT NULL,
    followed_to INTEGER NOT NULL,
    hired_on INTEGER,
    left_on INTEGER,
    offered_on INTEGER,
    accepted_on INTEGER,
    declined_on INTEGER,
    interned_from INTEGER,
    interned_to INTEGER,
    promoted_on INTEGER,
    salary INTEGER,
    major_match INTEGER,
    performance INTEGER,
    college_id INTEGER REFERENCES colleges (id),
    import_id INTEGER NOT NULL REFERENCES imports (id),
    hire_year INTEGER GENERATED ALWAYS AS
      (CAST(strftime('%Y', hired_on * 86400, 'unixepoch') AS INTEGER)) STORED,
    leave_type TEXT,
    stage TEXT,
    degree TEXT,
    channel TEXT,
    department TEXT,
    city TEXT,
    province TEXT,
    position TEXT,
    leave_reason TEXT,
    internship_base TEXT,
    company TEXT NOT NULL DEFAULT '',
    candidate_id TEXT,
    employee_id TEXT,
    row_key TEXT
  )`,
  `CREATE UNIQUE INDEX hires_by_candidate ON hires (company, candidate_id) WHERE candidate_id IS NOT NULL`,
  `CREATE UNIQUE INDEX hires_by_employee ON hires (company, employee_id) WHERE employee_id IS NOT NULL`,
  `CREATE UNIQUE INDEX hires_by_row_key ON hires (row_key) WHERE row_key IS NOT NULL`,
  `CREATE INDEX hires_by_school ON hires (school_id, graduation_year)`,
  `CREATE INDEX hires_by_year ON hires (graduation_year)`,
  `CREATE INDEX hires_by_major ON hires (major_id, graduation_year)`,
  `CREATE INDEX hires_by_college ON hires (college_id)`,
  `CREATE INDEX hires_by_department ON hires (department, graduation_year)`,
  ...KEYED_STATEMENTS,
];

/** The first schema. Dates are days since 1970-01-01, money minor units, ratings hundredths. */
export const initial: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
