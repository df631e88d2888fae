import { AppError } from '../../domain/errors.ts';
import type { Place, TokenRecord } from '../store/account-ports.ts';
import type { AccountContext } from './accounts.ts';
import { checkPlace } from './check-place.ts';
import { hashOfSecret, newOpener } from './opener.ts';
import { principalAt, type Principal } from './principal.ts';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 366;

export interface NewTokenRequest extends Place {
  readonly name: string;
  /** Days until it expires. */
  readonly days: number;
}

/**
 * Makes a token for a script; its secret is in the answer and nowhere else.
 * @throws AppError `invalid_input` for a wrong place or too long a life.
 */
export async function createToken(
  { store, now }: AccountContext,
  { name, days, ...place }: NewTokenRequest,
  by: Principal,
): Promise<{ token: TokenRecord; secret: string }> {
  await checkPlace(store, place);
  if (days < 1 || days > LONGEST_DAYS) {
    throw new AppError('invalid_input', `A token lives 1 to ${LONGEST_DAYS} days.`);
  }
  const { secret, hash } = newOpener();
  const createdAt = now();
  const stored = {
    ...place,
    name,
    createdBy: by.email,
    createdAt,
    expiresAt: createdAt + days * DAY_MS,
  };
  const id = await store.addToken({ ...stored, secretHash: hash });
  return { token: { ...stored, id, lastUsedOn: null }, secret };
}

/** The script behind a token; null where it is unknown or has expired. A use is noted once a day. */
export function principalOfToken(
  { store, reader, now }: AccountContext,
  secret: string,
): Principal | null {
  const token = reader.tokenByHash(hashOfSecret(secret), now());
  if (token === null) return null;
  const today = Math.floor(now() / DAY_MS);
  if (token.lastUsedOn !== today) {
    // The answer does not wait for the note, and a note that fails is made at the next use.
    void store.touchToken(token.id, today).catch(() => {});
  }
  const { id, name, role, schoolId, collegeId } = token;
  return principalAt(
    reader,
    { role, schoolId, collegeId },
    { userId: null, email: `token:${id}`, name, session: null },
  );
}
