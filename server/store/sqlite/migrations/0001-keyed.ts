/** The tables of the kinds whose records are known by columns of theirs. A blank key column is a value too. */
export const KEYED_STATEMENTS = [
  `CREATE TABLE cohorts (
    id INTEGER PRIMARY KEY,
    school_id INTEGER NOT NULL REFERENCES schools (id),
    college_id INTEGER REFERENCES colleges (id),
    major_id INTEGER NOT NULL REFERENCES majors (id),
    degree TEXT,
    graduation_year INTEGER NOT NULL,
    counted_on INTEGER,
    graduates INTEGER NOT NULL,
    agreement_contract INTEGER,
    other_form INTEGER,
    flexible INTEGER,
    self_employed INTEGER,
    public_service INTEGER,
    further_study INTEGER,
    abroad INTEGER,
    seeking INTEGER,
    not_seeking INTEGER,
    unknown INTEGER,
    import_id INTEGER NOT NULL REFERENCES imports (id)
  )`,
  `CREATE UNIQUE INDEX cohorts_by_key ON cohorts
    (school_id, major_id, graduation_year, ifnull(college_id, 0), ifnull(degree, ''), ifnull(counted_on, -100000))`,
  `CREATE INDEX cohorts_by_year ON cohorts (graduation_year)`,
  `CREATE INDEX cohorts_by_major ON cohorts (major_id, graduation_year)`,
  `CREATE INDEX cohorts_by_college ON cohorts (college_id)`,

  `CREATE TABLE plans (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL,
    department TEXT,
    major_id INTEGER REFERENCES majors (id),
    degree TEXT,
    headcount INTEGER NOT NULL,
    shared INTEGER NOT NULL DEFAULT 0,
    import_id INTEGER NOT NULL REFERENCES imports (id)
  )`,
  `CREATE UNIQUE INDEX plans_by_key ON plans
    (year, ifnull(major_id, 0), ifnull(department, ''), ifnull(degree, ''))`,
  `CREATE INDEX plans_by_major ON plans (major_id, year)`,

  `CREATE TABLE cooperation (
    id INTEGER PRIMARY KEY,
    school_id INTEGER NOT NULL REFERENCES schools (id),
    college_id INTEGER REFERENCES colleges (id),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    starts_on INTEGER,
    ends_on INTEGER,
    status TEXT,
    people INTEGER,
    seats INTEGER,
    amount INTEGER,
    outcome TEXT,
    next_on INTEGER,
    contact_role TEXT,
    shared INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 1,
    import_id INTEGER REFERENCES imports (id)
  )`,
  `CREATE UNIQUE INDEX cooperation_by_key ON cooperation
    (school_id, kind, title, ifnull(starts_on, -100000))`,
  `CREATE INDEX cooperation_by_college ON cooperation (college_id)`,
  `CREATE INDEX cooperation_by_kind ON cooperation (kind, starts_on)`,
  `CREATE INDEX cooperation_by_next ON cooperation (next_on) WHERE next_on IS NOT NULL`,
];
