import type { Context, MiddlewareHandler } from 'hono';
import { AppError } from '../../domain/errors.ts';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Whether a browser's `Origin` names the host that the request went to; `null` and garbage do not. */
function isOwnOrigin(origin: string, context: Context): boolean {
  const host = context.req.header('host') ?? new URL(context.req.url).host;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

function comesFromElsewhere(context: Context): boolean {
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = context.req.header('origin');
  return origin !== undefined && !isOwnOrigin(origin, context);
}

/**
 * Refuses changes that another site's page sends through a visitor's browser. Browsers say where a request comes
 * from (`Sec-Fetch-Site`, before that `Origin`); a script says neither and is answered.
 */
export function sameOriginWrites(): MiddlewareHandler {
  return async (context, next) => {
    if (!SAFE_METHODS.includes(context.req.method) && comesFromElsewhere(context)) {
      throw new AppError(
        'not_allowed',
        'Another site sent this request. Send it from this server’s own pages, or from a script.',
      );
    }
    await next();
  };
}
