import type { AccountContext, Opened } from './accounts.ts';
import { makeLink } from './links.ts';

/** The link by which the first administrator of a new database comes in. Those of earlier starts stop working. */
export async function firstAdministratorLink(context: AccountContext): Promise<Opened> {
  await context.store.removeLinks('first_administrator');
  return makeLink(context, {
    purpose: 'first_administrator',
    role: 'admin',
    schoolId: null,
    collegeId: null,
    email: null,
    name: null,
    userId: null,
    createdBy: null,
  });
}
