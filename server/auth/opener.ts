import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** What opens a link or signs in a script. Only its hash is stored. */
export interface Opener {
  /** 43 characters of base64url, shown once. */
  readonly secret: string;
  readonly hash: string;
}

/** The hash under which a secret is stored: SHA-256, hexadecimal. A random 256-bit secret needs no slow one. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** A new random secret with its hash. */
export function newOpener(): Opener {
  const secret = randomBytes(BYTES).toString('base64url');
  return { secret, hash: hashOfSecret(secret) };
}
