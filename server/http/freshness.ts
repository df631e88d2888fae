import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Signed } from './principal.ts';
import type { Services } from '../services.ts';

const STARTED = Date.now().toString(36);

/** Paths whose answer depends on nothing but the versions of the data and the settings, and the question. */
const CACHED: ReadonlySet<string> = new Set([
  '/api/about',
  '/api/metrics',
  '/api/dimensions',
  '/api/query',
  '/api/retention',
  '/api/retention/test',
  '/api/comparison',
  '/api/flow',
  '/api/pipeline',
  '/api/season',
  '/api/season/actions',
  '/api/records',
  '/api/records/count',
]);

/** Whether an `If-None-Match` header names a tag: lists and weak tags included. */
function names(header: string | undefined, tag: string): boolean {
  const listed = (header ?? '').split(',').map((item) => item.trim().replace(/^W\//, ''));
  return listed.includes(tag);
}

/** Lets a browser keep an answer for as long as data and settings stand: ETag, private, always revalidated. */
export function freshness({
  aggregator,
  settings,
}: Pick<Services, 'aggregator' | 'settings'>): MiddlewareHandler<Signed> {
  return async (context, next) => {
    context.header('Cache-Control', 'private, no-cache');
    if (!['GET', 'HEAD'].includes(context.req.method) || !CACHED.has(context.req.path))
      return next();
    const { version, asOf, usualAsOf } = await aggregator.snapshot();
    const { search } = new URL(context.req.url);
    const parts = [
      STARTED,
      version,
      settings.version(),
      asOf,
      usualAsOf,
      context.get('principal')?.scope,
      context.req.path,
      search,
      context.req.header('accept-language'),
    ];
    const tag = `"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)}"`;
    if (names(context.req.header('if-none-match'), tag))
      return context.body(null, 304, { ETag: tag });
    await next();
    if (context.res.status === 200) context.header('ETag', tag);
    return undefined;
  };
}
