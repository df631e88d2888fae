import { AppError } from '../../domain/errors.ts';
import type { LinkRecord, NewLink } from '../store/account-ports.ts';
import type { AccountContext, Opened } from './accounts.ts';
import { hashOfSecret, newOpener } from './opener.ts';

const DAY_MS = 86_400_000;
/** How long a link can be used. */
const LIFETIME_MS = 7 * DAY_MS;

/** The error for an entry that is not there. */
export function noSuch(what: string, id: number | string): AppError {
  return new AppError('not_found', `There is no ${what} ${id}.`);
}

/** The error for a link that lets nobody in; the same whether it never was, was used, or is too old. */
export function cannotBeUsed(): AppError {
  return new AppError(
    'not_found',
    'This link cannot be used: it was used already, or is too old. Ask an administrator for a new one.',
  );
}

/** Makes a link that can be used once within a week. */
export async function makeLink(
  { store, now }: AccountContext,
  link: Omit<NewLink, 'secretHash' | 'createdAt' | 'expiresAt'>,
): Promise<Opened> {
  const { secret, hash } = newOpener();
  const createdAt = now();
  const stored = { ...link, createdAt, expiresAt: createdAt + LIFETIME_MS };
  const id = await store.addLink({ ...stored, secretHash: hash });
  return { link: { ...stored, id, usedAt: null }, secret };
}

/**
 * The link that a secret opens.
 * @throws AppError `not_found`.
 */
export async function findLink(
  { store, now }: AccountContext,
  secret: string,
): Promise<LinkRecord> {
  const link = await store.linkByHash(hashOfSecret(secret));
  if (link === null || link.usedAt !== null || link.expiresAt <= now()) throw cannotBeUsed();
  const isShutOut = link.userId !== null && (await store.user(link.userId))?.disabled !== false;
  if (isShutOut) throw cannotBeUsed();
  return link;
}
