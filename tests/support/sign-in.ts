import type { MiddlewareHandler } from 'hono';
import type { Page } from 'playwright-core';
import { z } from 'zod';
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

/** A server as far as signing in needs it. */
interface Reached {
  readonly url: string;
  fetchAsAdmin(path: string, init?: RequestInit): Promise<Response>;
}

/** Signs a page in by an invitation, so that its downloads, which take no headers, come with a cookie. */
export async function signInPage(page: Page, server: Reached): Promise<void> {
  const invitation = { email: 'downloads@test.invalid', name: 'HR', role: 'hr', schoolId: null };
  const invited = await server.fetchAsAdmin('/api/invitations', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(invitation),
  });
  const { path } = z.object({ path: z.string() }).parse(await invited.json());
  const link = server.url + path.replace('/join/', '/api/links/');
  const data = { password: 'four words in a row', name: 'HR' };
  const entered = await page.request.post(link, { data, headers: { origin: server.url } });
  if (!entered.ok()) throw new Error(await entered.text());
}
