import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * The address of whoever sent the request: of the socket, or, behind a proxy that is trusted, the last one that the
 * proxy wrote. A header that anybody could write would let an attacker be a new client at each attempt.
 */
export function clientAddress(context: Context, trustsProxy: boolean): string {
  const forwarded = context.req.header('x-forwarded-for');
  if (trustsProxy && forwarded !== undefined) return forwarded.split(',').at(-1)?.trim() ?? '';
  return getConnInfo(context).remote.address ?? 'unknown';
}
