import { AppError } from '../../domain/errors.ts';
import type { AccountContext } from './accounts.ts';
import { principalAt, type Principal } from './principal.ts';

/** The person behind a session's token; null where it has ended or the person is shut out. */
export function principalOfSession(
  { reader, now }: AccountContext,
  token: string,
): Principal | null {
  const user = reader.userOfSession(token, now());
  if (user === null) return null;
  const { id, email, name, role, schoolId, collegeId } = user;
  return principalAt(
    reader,
    { role, schoolId, collegeId },
    { userId: id, email, name, session: token },
  );
}

/** One place where somebody is signed in, and whether it is the one that asks. */
export interface OwnSession {
  readonly id: string;
  readonly current: boolean;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly address: string | null;
  readonly browser: string | null;
}

function personBehind({ userId, session }: Principal): { userId: string; session: string } {
  if (userId !== null && session !== null) return { userId, session };
  throw new AppError('conflict', 'A token has no sessions: this is for people who signed in.');
}

/** Where somebody is signed in, latest first; nowhere for a token. */
export async function sessionsOf(
  { store }: AccountContext,
  principal: Principal,
): Promise<OwnSession[]> {
  const { userId, session } = principal;
  if (userId === null) return [];
  return (await store.sessionsOf(userId)).map(({ token, ...rest }) => ({
    ...rest,
    current: token === session,
  }));
}

/** Ends one of the own sessions. Throws AppError `not_found`, the same for a foreign one. */
export async function endSession(
  { store }: AccountContext,
  principal: Principal,
  id: string,
): Promise<void> {
  if (await store.endSession(personBehind(principal).userId, id)) return;
  throw new AppError('not_found', 'There is no such session of yours.');
}

/** Ends all own sessions but this one. */
export async function endOtherSessions(
  { store }: AccountContext,
  principal: Principal,
): Promise<void> {
  const { userId, session } = personBehind(principal);
  await store.endOtherSessions(userId, session);
}
