import { randomBytes } from 'node:crypto';
import { AppError } from '../../domain/errors.ts';
import { ROLES, type Role } from '../../domain/roles.ts';
import { addUser, beginSession, type Origin } from './accept-link.ts';
import type { AccountContext } from './accounts.ts';

/** The school that the demonstration's dean belongs to: the first of the directory. */
const DEMO_SCHOOL = 1;

/**
 * A session of the demonstration's administrator, HR manager or dean, who is made at the first use and has no
 * password that anybody knows.
 * @throws AppError `conflict` for a dean where there is no school, and for somebody who was shut out meanwhile.
 */
export async function demoUser(
  context: AccountContext,
  role: Role,
  origin: Origin,
): Promise<{ sessionToken: string }> {
  const { store } = context;
  const email = `${role}@demo.invalid`;
  const known = await store.userByEmail(email);
  if (known?.disabled === true) {
    throw new AppError(
      'conflict',
      `${ROLES[role].en} was shut out. Sign in as the administrator and let them in again.`,
    );
  }
  if (known !== null) return beginSession(context, known.id, origin);
  if (role === 'dean' && !(await store.schoolExists(DEMO_SCHOOL))) {
    throw new AppError('conflict', 'The demonstration has no school that a dean could belong to.');
  }
  const id = await addUser(context, {
    email,
    name: ROLES[role].en,
    role,
    schoolId: role === 'dean' ? DEMO_SCHOOL : null,
    collegeId: null,
    password: randomBytes(32).toString('base64url'),
  });
  return beginSession(context, id, origin);
}
