import type { Context, MiddlewareHandler } from 'hono';
import { getSignedCookie } from 'hono/cookie';
import { matchedRoutes } from 'hono/route';
import type { Logger } from 'pino';
import { AppError } from '../../domain/errors.ts';
import type { Scope } from '../../domain/scope.ts';
import type { Accounts } from '../auth/accounts.ts';
import type { Principal } from '../auth/principal.ts';
import { accessTo } from './access.ts';

/** What every route of the API finds in its context. */
export interface Signed {
  Variables: { principal: Principal | null };
}

const BEARER = /^Bearer (\S+)$/i;

async function whoAsks(context: Context, accounts: Accounts): Promise<Principal | null> {
  const header = context.req.header('authorization');
  if (header !== undefined) {
    const token = BEARER.exec(header)?.[1];
    return token === undefined ? null : accounts.principalOfToken(token);
  }
  const { name } = (await accounts.library.$context).authCookies.sessionToken;
  const token = await getSignedCookie(context, accounts.secret, name);
  return typeof token === 'string' ? accounts.principalOfSession(token) : null;
}

/** The declared path of the route that will answer, the first that matches: `/api/imports/:id`. */
function routeOf(context: Context): string {
  return matchedRoutes(context).find(({ path }) => !path.includes('*'))?.path ?? '';
}

/**
 * Finds out who asks and refuses what they may not. A route that `access.ts` does not name is refused to everybody,
 * so that a new one is closed until somebody decides.
 */
export function signedIn(accounts: Accounts, log: Logger): MiddlewareHandler<Signed> {
  return async (context, next) => {
    const principal = await whoAsks(context, accounts);
    context.set('principal', principal);
    const path = routeOf(context);
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
