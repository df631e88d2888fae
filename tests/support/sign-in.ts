import type { MiddlewareHandler } from 'hono';
import type { Role } from '../../domain/roles.ts';
import type { Accounts } from '../../server/auth/accounts.ts';
import type { Principal } from '../../server/auth/principal.ts';
import { scopeOfEverything } from '../../server/auth/scope.ts';
import type { Signed } from '../../server/http/principal.ts';

/** An HR manager without an account, for what needs somebody and looks at nothing else. */
export const HR: Principal = {
  userId: null,
  email: 'hr@test.invalid',
  name: 'HR',
  role: 'hr',
  place: { role: 'hr', schoolId: null, collegeId: null },
  scope: scopeOfEverything(),
  reach: { kind: 'all' },
  session: null,
};

/** Where a session of a test begins. */
export const HERE = { address: '127.0.0.1', browser: 'test' };

/** Lets every request of a part of the application come from an HR manager. */
export const asHr: MiddlewareHandler<Signed> = async (context, next) => {
  context.set('principal', HR);
  await next();
};

/** The header of a script with a token of a role; a dean's is of one school. */
export async function tokenHeader(
  accounts: Accounts,
  role: Role = 'hr',
  schoolId: number | null = null,
): Promise<{ Authorization: string }> {
  const request = { name: role.toUpperCase(), days: 1, role, schoolId, collegeId: null };
  const { secret } = await accounts.createToken(request, HR);
  return { Authorization: `Bearer ${secret}` };
}
