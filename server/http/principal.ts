import type { Context, MiddlewareHandler } from 'hono';
import { getSignedCookie } from 'hono/cookie';
import type { Logger } from 'pino';
import { AppError } from '../../domain/errors.ts';
import type { Scope } from '../../domain/scope.ts';
import type { Accounts } from '../auth/accounts.ts';
import type { Principal } from '../auth/principal.ts';
import { accessTo } from './access.ts';
import { CALENDAR_PATH } from './ledger-declarations.ts';
import { routeOf } from './route-of.ts';

/** What every route of the API finds in its context. */
export interface Signed {
  Variables: { principal: Principal | null };
}

const BEARER = /^Bearer (\S+)$/i;

async function whoAsks(
  context: Context,
  accounts: Accounts,
  path: string,
): Promise<Principal | null> {
  if (path === CALENDAR_PATH) {
    const opener = context.req.query('token');
    // Who sends one asks as its owner: no session stands in for one that opens nothing.
    if (opener !== undefined) return accounts.principalOfCalendarFeed(opener);
  }
  const header = context.req.header('authorization');
  if (header !== undefined) {
    const token = BEARER.exec(header)?.[1];
    return token === undefined ? null : accounts.principalOfToken(token);
  }
  const { name } = (await accounts.library.$context).authCookies.sessionToken;
  const token = await getSignedCookie(context, accounts.secret, name);
  return typeof token === 'string' ? accounts.principalOfSession(token) : null;
}

/**
 * Finds out who asks and refuses what they may not. A route that `access.ts` does not name is refused to everybody,
 * so that a new one is closed until somebody decides.
 */
export function signedIn(accounts: Accounts, log: Logger): MiddlewareHandler<Signed> {
  return async (context, next) => {
    const path = routeOf(context);
    const principal = await whoAsks(context, accounts, path);
    context.set('principal', principal);
    const access = accessTo(context.req.method, path);
    if (access === 'everybody') return next();
    if (principal === null) {
      throw new AppError('not_signed_in', 'Sign in first, or send a valid token.');
    }
    if (access === null && path !== '') log.error({ path }, 'a route without an access rule');
    // What does not exist is not found, whoever asks.
    if (path !== '' && (access === null || !access.includes(principal.role))) {
      throw new AppError('not_allowed', 'Your role does not include this.');
    }
    return next();
  };
}

/** Who asks, on a route that needs somebody. */
export function principalOf(context: Context<Signed>): Principal {
  const principal = context.get('principal');
  if (principal === null) throw new AppError('not_signed_in', 'Sign in first.');
  return principal;
}

/** What the one who asks may see: an argument of every query verb. */
export function scopeOf(context: Context<Signed>): Scope {
  return principalOf(context).scope;
}
