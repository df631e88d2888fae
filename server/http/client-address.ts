import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * The address of whoever sent the request: of the socket, or, behind a proxy that is trusted, the last one that the
 * proxy wrote. A header that anybody could write would let an attacker be a new client at each attempt.
 */
export function clientAddress(context: Context, trustsProxy: boolean): string {
  const forwarded = context.req.header('x-forwarded-for');
  if (trustsProxy && forwarded !== undefined) return forwarded.split(',').at(-1)?.trim() ?? '';
  // Requests that come through no socket, as in tests, share one address.
  const hasSocket =
    typeof context.env === 'object' && context.env !== null && 'incoming' in context.env;
  return hasSocket ? (getConnInfo(context).remote.address ?? 'unknown') : 'unknown';
}
