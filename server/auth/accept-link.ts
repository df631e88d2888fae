import { AppError } from '../../domain/errors.ts';
import type { LinkRecord, Place } from '../store/account-ports.ts';
import type { AccountContext } from './accounts.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './library.ts';
import { cannotBeUsed, findLink } from './links.ts';
import { PROVIDER } from './provider-library.ts';

export interface Acceptance {
  readonly password: string;
  /** Only the first administrator says it; everybody else's stands in the link. */
  readonly email?: string | undefined;
  readonly name?: string | undefined;
}

/** Makes a user who signs in by email and password, and answers the id. */
export async function addUser(
  { library }: AccountContext,
  user: Place & { readonly email: string; readonly name: string; readonly password: string },
): Promise<string> {
  const { internalAdapter, password } = await library.$context;
  const { email, name, role, schoolId, collegeId } = user;
  const { id } = await internalAdapter.createUser(
    {
      email: email.toLowerCase(),
      name,
      emailVerified: true,
      role,
      schoolId,
      collegeId,
      disabled: false,
    },
    { method: 'admin' },
  );
  await internalAdapter.linkAccount({
    userId: id,
    providerId: 'credential',
    accountId: id,
    password: await password.hash(user.password),
  });
  return id;
}

/** Where a session begins, for its owner to recognize it by. */
export interface Origin {
  readonly address: string;
  /** What the browser says of itself. */
  readonly browser: string;
}

/** Begins a session and answers its token. */
export async function beginSession(
  { library }: AccountContext,
  userId: string,
  { address, browser }: Origin,
): Promise<{ sessionToken: string }> {
  const { internalAdapter } = await library.$context;
  const { token } = await internalAdapter.createSession(userId, false, {
    ipAddress: address,
    userAgent: browser,
  });
  return { sessionToken: token };
}

/**
 * Uses a link: an invited person gets an account, one who needed it a new password. Sessions begun with an old
 * password end.
 * @throws AppError `not_found` for a link that cannot be used, `invalid_input` for a password too short or long,
 * `conflict` where the address has an account meanwhile.
 */
export async function acceptLink(
  context: AccountContext,
  secret: string,
  acceptance: Acceptance,
  origin: Origin,
): Promise<{ sessionToken: string }> {
  const { store, now } = context;
  const link = await findLink(context, secret);
  const { length } = acceptance.password;
  if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD) {
    throw new AppError(
      'invalid_input',
      `A password has ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters; this one has ${length}.`,
    );
  }
  const email = link.email ?? acceptance.email ?? '';
  const name = acceptance.name ?? link.name ?? email;
  if (link.userId === null && (await store.userByEmail(email)) !== null) {
    throw new AppError('conflict', `${email} has an account already: sign in.`);
  }
  if (!(await store.useLink(link.id, now()))) throw cannotBeUsed();
  const userId = await userOfLink(context, link, { email, name, password: acceptance.password });
  await context.onLinkUsed(link, { email: email.toLowerCase(), name });
  return beginSession(context, userId, origin);
}

async function userOfLink(
  context: AccountContext,
  { userId, role, schoolId, collegeId }: LinkRecord,
  { email, name, password }: { email: string; name: string; password: string },
): Promise<string> {
  if (userId === null) {
    return addUser(context, { role, schoolId, collegeId, email, name, password });
  }
  const library = await context.library.$context;
  await library.internalAdapter.updatePassword(userId, await library.password.hash(password));
  await context.store.endSessions(userId);
  // Whom a provider knew by this address may be somebody else by now: the next sign-on ties it anew.
  await context.store.removeIdentities(userId, PROVIDER);
  return userId;
}
