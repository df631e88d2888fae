import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import type { Principal } from '../auth/principal.ts';
import type { Signed } from './principal.ts';
import { routeOf } from './route-of.ts';

/** The id of a person, or the number of a token or a calendar address; an address would be personal data. */
function userOf(principal: Principal | null | undefined): string | null {
  return principal?.userId ?? principal?.email ?? null;
}

/** One line for each request: id, who asked, method, route, status and milliseconds. Never a query string or a body. */
export function requestLog(
  log: Logger,
): MiddlewareHandler<{ Variables: Partial<Signed['Variables']> }> {
  return async (context, next) => {
    const start = performance.now();
    await next();
    log.info(
      {
        requestId: context.get('requestId'),
        user: userOf(context.get('principal')),
        method: context.req.method,
        route: routeOf(context),
        status: context.res.status,
        ms: Math.round(performance.now() - start),
      },
      'request',
    );
  };
}
