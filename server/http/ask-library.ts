import type { Context } from 'hono';
import { AppError, type ErrorCode } from '../../domain/errors.ts';
import type { Accounts } from '../auth/accounts.ts';
import { CLIENT_ADDRESS } from '../auth/library.ts';
import { clientAddress } from './client-address.ts';
import type { Signed } from './principal.ts';

/** Our sentences for what the library refuses; the same for a wrong address and a wrong password. */
const REFUSALS: Readonly<Record<number, readonly [ErrorCode, string]>> = {
  400: ['invalid_input', 'The current password is not right.'],
  401: ['not_signed_in', 'Address or password is not right.'],
  403: ['not_allowed', 'This account is shut out. Ask an administrator.'],
};

/**
 * Passes a request of ours to the sign-in library and its cookies to the answer. The origin of the request has been
 * checked already.
 * @throws AppError `too_many` after repeated failures, `not_signed_in` for a wrong address or password.
 */
export async function askLibrary(
  context: Context<Signed>,
  accounts: Accounts,
  path: string,
  body: unknown,
): Promise<void> {
  const { baseURL } = await accounts.library.$context;
  const cookie = context.req.header('cookie');
  const agent = context.req.header('user-agent');
  const answer = await accounts.library.handler(
    new Request(`${baseURL}${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Origin: new URL(baseURL).origin,
        [CLIENT_ADDRESS]: clientAddress(context, accounts.trustsProxy),
        ...(cookie === undefined ? {} : { Cookie: cookie }),
        ...(agent === undefined ? {} : { 'User-Agent': agent }),
      },
      body: JSON.stringify(body),
    }),
  );
  for (const one of answer.headers.getSetCookie()) {
    context.header('Set-Cookie', one, { append: true });
  }
  if (answer.ok) return;
  if (answer.status === 429) {
    const wait = answer.headers.get('x-retry-after') ?? '60';
    context.header('Retry-After', wait);
    throw new AppError('too_many', `Too many attempts. Try again in ${wait} seconds.`);
  }
  const [code, message] = REFUSALS[answer.status] ?? ['internal', 'The sign-in failed.'];
  throw new AppError(code, message);
}
