import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';

const BYTES = 32;

/** Where the secret of a database lies. */
export function secretPathOf(databasePath: string): string {
  return `${databasePath}.secret`;
}

/**
 * The secret that session cookies are signed with, from a file beside the database that only its owner may read;
 * made where there is none.
 * @returns 43 characters of base64url.
 */
export function secretBeside(databasePath: string): string {
  const path = secretPathOf(databasePath);
  if (existsSync(path)) {
    chmodSync(path, 0o600);
    return readFileSync(path, 'utf8').trim();
  }
  const secret = randomBytes(BYTES).toString('base64url');
  // Of two processes that start at once, one makes it and the other reads it.
  try {
    writeFileSync(path, `${secret}\n`, { mode: 0o600, flag: 'wx' });
    return secret;
  } catch (error) {
    if (existsSync(path)) return readFileSync(path, 'utf8').trim();
    throw error;
  }
}
