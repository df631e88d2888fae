import type { MiddlewareHandler } from 'hono';
import { AppError } from '../../domain/errors.ts';

const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/**
 * Answers only requests addressed to a name the server goes by: the public one, or one of this machine's own. A
 * foreign web page could otherwise reach the demonstration by pointing its own host name at 127.0.0.1.
 */
export function knownHosts(baseUrl: string): MiddlewareHandler {
  const { host: ownHost } = new URL(baseUrl);
  return async (context, next) => {
    const host = context.req.header('host') ?? new URL(context.req.url).host;
    if (host !== ownHost && !LOOPBACK.test(host)) {
      throw new AppError(
        'not_allowed',
        'This server does not go by that name. Set PUBLIC_URL to the address at which people reach it.',
      );
    }
    await next();
  };
}
