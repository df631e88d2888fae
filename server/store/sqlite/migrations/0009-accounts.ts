import { sql, type Kysely, type Migration } from 'kysely';

const STATEMENTS = [
  // The tables of the sign-in library as it wants them; a test holds that it would change nothing.
  `CREATE TABLE users (
    "id" text NOT NULL PRIMARY KEY,
    "name" text NOT NULL,
    "email" text NOT NULL UNIQUE,
    "emailVerified" integer NOT NULL,
    "image" text,
    "createdAt" date NOT NULL,
    "updatedAt" date NOT NULL,
    "role" text NOT NULL CHECK ("role" IN ('admin', 'hr', 'dean')),
    "school_id" integer,
    "college_id" integer,
    "disabled" integer NOT NULL DEFAULT 0,
    CHECK (("role" = 'dean') = ("school_id" IS NOT NULL)),
    CHECK ("college_id" IS NULL OR "school_id" IS NOT NULL)
  )`,
  `CREATE TABLE sessions (
    "id" text NOT NULL PRIMARY KEY,
    "expiresAt" date NOT NULL,
    "token" text NOT NULL UNIQUE,
    "createdAt" date NOT NULL,
    "updatedAt" date NOT NULL,
    "ipAddress" text,
    "userAgent" text,
    "userId" text NOT NULL REFERENCES users ("id") ON DELETE CASCADE
  )`,
  `CREATE TABLE accounts (
    "id" text NOT NULL PRIMARY KEY,
    "accountId" text NOT NULL,
    "providerId" text NOT NULL,
    "userId" text NOT NULL REFERENCES users ("id") ON DELETE CASCADE,
    "accessToken" text,
    "refreshToken" text,
    "idToken" text,
    "accessTokenExpiresAt" date,
    "refreshTokenExpiresAt" date,
    "scope" text,
    "password" text,
    "createdAt" date NOT NULL,
    "updatedAt" date NOT NULL
  )`,
  `CREATE TABLE verifications (
    "id" text NOT NULL PRIMARY KEY,
    "identifier" text NOT NULL,
    "value" text NOT NULL,
    "expiresAt" date NOT NULL,
    "createdAt" date NOT NULL,
    "updatedAt" date NOT NULL
  )`,
  `CREATE INDEX "sessions_userId_idx" ON sessions ("userId")`,
  `CREATE INDEX "accounts_userId_idx" ON accounts ("userId")`,
  `CREATE INDEX "verifications_identifier_idx" ON verifications ("identifier")`,

  // Ours: a link is an invitation or a new password; only hashes of what opens something are kept.
  `CREATE TABLE links (
    id INTEGER PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('first_administrator', 'invitation', 'password')),
    secret_hash TEXT NOT NULL UNIQUE,
    email TEXT,
    name TEXT,
    role TEXT NOT NULL,
    school_id INTEGER,
    college_id INTEGER,
    user_id TEXT REFERENCES users ("id") ON DELETE CASCADE,
    created_by TEXT,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
  )`,
  `CREATE TABLE tokens (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    secret_hash TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    school_id INTEGER,
    college_id INTEGER,
    created_by TEXT,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    last_used_on INTEGER
  )`,
];

/**
 * Users with their sessions and passwords, links that let somebody in, and tokens of scripts. Times in ms. Where a
 * dean belongs is no foreign key: a school that is merged or taken back must not be held by its dean, who follows the
 * merge, or may see nothing any more.
 */
export const accounts: Migration = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
