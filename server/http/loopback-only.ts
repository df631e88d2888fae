import type { MiddlewareHandler } from 'hono';
import { AppError } from '../../domain/errors.ts';

const LOOPBACK = /^(localhost|127(?:\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/**
 * Answers only requests addressed to this machine by a loopback name, so that a foreign web page cannot reach
 * the data by pointing its own host name at 127.0.0.1.
 */
export function loopbackOnly(): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? new URL(context.req.url).host;
    if (!LOOPBACK.test(host)) {
      throw new AppError(
        'not_allowed',
        'This server answers on 127.0.0.1 and localhost only, because it has no sign-in.',
      );
    }
    await next();
  };
}
