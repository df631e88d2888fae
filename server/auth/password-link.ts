import type { AccountContext, Opened } from './accounts.ts';
import { makeLink, noSuch } from './links.ts';
import type { Principal } from './principal.ts';

/**
 * A link by which a user chooses a new password.
 * @throws AppError `not_found`.
 */
export async function passwordLink(
  context: AccountContext,
  userId: string,
  by: Principal,
): Promise<Opened> {
  const user = await context.store.user(userId);
  if (user === null) throw noSuch('user', userId);
  const { email, name, role, schoolId, collegeId } = user;
  return makeLink(context, {
    purpose: 'password',
    email,
    name,
    role,
    schoolId,
    collegeId,
    userId,
    createdBy: by.email,
  });
}
