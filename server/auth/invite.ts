import { AppError } from '../../domain/errors.ts';
import type { Place } from '../store/account-ports.ts';
import type { AccountContext, Opened } from './accounts.ts';
import { checkPlace } from './check-place.ts';
import { makeLink } from './links.ts';
import type { Principal } from './principal.ts';

export interface Invitation extends Place {
  readonly email: string;
  readonly name: string;
}

/**
 * Invites somebody: the answer's link lets them choose a password.
 * @throws AppError `conflict` where somebody with that address is in already, `invalid_input` for a wrong place.
 */
export async function invite(
  context: AccountContext,
  { email, name, ...place }: Invitation,
  by: Principal,
): Promise<Opened> {
  await checkPlace(context.store, place);
  const address = email.toLowerCase();
  if ((await context.store.userByEmail(address)) !== null) {
    throw new AppError(
      'conflict',
      `${address} has an account already. Change its role, or send a link for a new password.`,
    );
  }
  return makeLink(context, {
    ...place,
    purpose: 'invitation',
    email: address,
    name,
    userId: null,
    createdBy: by.email,
  });
}
