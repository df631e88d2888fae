import type { Generated, GeneratedAlways } from 'kysely';

/** A row of `hires`; see `domain/records/hire.ts` for the meaning of each field. */
export interface HiresTable {
  id: Generated<number>;
  company: string;
  candidate_id: string | null;
  employee_id: string | null;
  /** Identity of rows from files without any id: a hash of their content and its running number. */
  row_key: string | null;
  school_id: number;
  college_id: number | null;
  major_id: number;
  degree: string | null;
  graduation_year: number;
  channel: string | null;
  interned_from: number | null;
  interned_to: number | null;
  internship_base: string | null;
  offered_on: number | null;
  accepted_on: number | null;
  declined_on: number | null;
  hired_on: number | null;
  left_on: number | null;
  leave_type: string | null;
  leave_reason: string | null;
  department: string | null;
  position: string | null;
  city: string | null;
  province: string | null;
  salary: number | null;
  major_match: number | null;
  performance: number | null;
  promoted_on: number | null;
  stage: string | null;
  known: number;
  followed_to: number;
  import_id: number;
  hire_year: GeneratedAlways<number | null>;
}

/** A row of `cohorts`: what a school graduates; counts of destinations are null where nobody said. */
export interface CohortsTable {
  id: Generated<number>;
  school_id: number;
  college_id: number | null;
  major_id: number;
  degree: string | null;
  graduation_year: number;
  counted_on: number | null;
  graduates: number;
  agreement_contract: number | null;
  other_form: number | null;
  flexible: number | null;
  self_employed: number | null;
  public_service: number | null;
  further_study: number | null;
  abroad: number | null;
  seeking: number | null;
  not_seeking: number | null;
  unknown: number | null;
  signed_here: number | null;
  import_id: number;
}

/** A row of `plans`: whom the company wants to hire. */
export interface PlansTable {
  id: Generated<number>;
  /** The graduating class. */
  year: number;
  department: string | null;
  /** Null for any major. */
  major_id: number | null;
  /** One degree, or a least one such as `bachelor+`; null for any. */
  degree: string | null;
  headcount: number;
  shared: number;
  import_id: number;
}

/** A row of `cooperation`: what the company and a school do together. */
export interface CooperationTable {
  id: Generated<number>;
  school_id: number;
  college_id: number | null;
  kind: string;
  title: string;
  starts_on: number | null;
  ends_on: number | null;
  status: string | null;
  people: number | null;
  seats: number | null;
  /** In minor units. */
  amount: number | null;
  outcome: string | null;
  next_on: number | null;
  contact_role: string | null;
  shared: number;
  /** People by year as text, see `domain/cooperation/yearly-use.ts`; promises and links in the same way. */
  used: string | null;
  courses: number | null;
  hours: number | null;
  mentors: number | null;
  results_stage: string | null;
  minutes: string | null;
  promises: string | null;
  links: string | null;
  /** 1, and one more with each change. */
  revision: number;
  /** Null for a record that was entered by hand, or last changed by hand. */
  import_id: number | null;
}

/** A row of `users`; the sign-in library writes times as ISO texts. */
export interface UsersTable {
  id: string;
  name: string;
  email: string;
  emailVerified: number;
  image: string | null;
  createdAt: string;
  updatedAt: string;
  role: string;
  school_id: number | null;
  college_id: number | null;
  disabled: number;
}

/** A row of `sessions`. */
export interface SessionsTable {
  id: string;
  expiresAt: string;
  token: string;
  createdAt: string;
  updatedAt: string;
  ipAddress: string | null;
  userAgent: string | null;
  userId: string;
}

/** A row of `accounts`: by what a user signs in. The sign-in library writes the rest of it. */
export interface AccountsTable {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
}

/** A row of `links`. Times in ms. */
export interface LinksTable {
  id: Generated<number>;
  purpose: string;
  secret_hash: string;
  email: string | null;
  name: string | null;
  role: string;
  school_id: number | null;
  college_id: number | null;
  user_id: string | null;
  created_by: string | null;
  created_at: number;
  expires_at: number;
  used_at: number | null;
}

/** A row of `tokens`. Times in ms. */
export interface TokensTable {
  id: Generated<number>;
  name: string;
  secret_hash: string;
  role: string;
  school_id: number | null;
  college_id: number | null;
  created_by: string | null;
  created_at: number;
  expires_at: number;
  /** Days. */
  last_used_on: number | null;
}

/** A row of `calendar_feeds`. Times in ms. */
export interface CalendarFeedsTable {
  id: Generated<number>;
  user_id: string;
  name: string;
  secret_hash: string;
  created_at: number;
  expires_at: number;
  /** Days. */
  last_used_on: number | null;
}

export interface Database {
  users: UsersTable;
  sessions: SessionsTable;
  accounts: AccountsTable;
  links: LinksTable;
  tokens: TokensTable;
  calendar_feeds: CalendarFeedsTable;
  version: { id: number; value: number };
  settings: { key: string; value: string };
  schools: {
    id: Generated<number>;
    name: string;
    name_zh: string | null;
    code: string | null;
    province: string | null;
    city: string | null;
    partner_since: string | null;
    /** The data's version after it was last edited by hand. */
    edited_version: number | null;
  };
  school_aliases: { school_id: number; normalized: string; alias: string };
  colleges: {
    id: Generated<number>;
    school_id: number;
    name: string;
    name_zh: string | null;
    normalized: string;
  };
  majors: {
    id: Generated<number>;
    name: string;
    name_zh: string | null;
    code: string | null;
    family: string | null;
    edited_version: number | null;
  };
  major_aliases: { major_id: number; normalized: string; alias: string };
  terms: { dimension: string; value: string; name_zh: string };
  imports: {
    id: Generated<number>;
    kind: string;
    file_name: string;
    file_path: string;
    status: string;
    created_at: string;
    created_by: string | null;
    /** Whose it is, where somebody of a school uploaded it. */
    school_id: number | null;
    college_id: number | null;
    committed_at: string | null;
    /** The data's version right after the commit: what orders commits. */
    committed_version: number | null;
    undone_at: string | null;
    /** JSON columns below: shapes in `domain/records/import-shapes.ts`. */
    reading: string;
    columns: string;
    rows: number;
    mapping: string | null;
    names: string | null;
    summary: string | null;
    result: string | null;
    /** As-of of the file, in days, once mapped. */
    as_of: number | null;
    error: string | null;
  };
  /** The record as it was before an import touched it (JSON of the whole row), or null where it did not exist. */
  import_changes: { import_id: number; entity: string; record_id: number; before: string | null };
  /** Records that an import inserted in bulk, by the first and the last of their ids. */
  import_ranges: { import_id: number; entity: string; first_id: number; last_id: number };
  hires: HiresTable;
  cohorts: CohortsTable;
  plans: PlansTable;
  cooperation: CooperationTable;
}
