import type { MiddlewareHandler } from 'hono';
import { surviving, survivorsOf, type Survivors } from '../../domain/directory/surviving.ts';
import type { Services } from '../services.ts';

/** Parameters that name entries which may have been merged. */
const FOLLOWED = ['school', 'major'] as const;

/**
 * Lets a question about a school or major that was merged into another be answered for the one that has its records:
 * links, saved views and scripts go on after a merge. Only questions are rewritten, never what changes anything.
 */
export function followMerges({
  aggregator,
  keeping,
}: Pick<Services, 'aggregator' | 'keeping'>): MiddlewareHandler {
  let known: { readonly version: number; readonly survivors: Survivors } | null = null;
  const survivorsNow = async (): Promise<Survivors> => {
    const { version } = await aggregator.snapshot();
    if (known?.version !== version) known = { version, survivors: survivorsOf(keeping.merges()) };
    return known.survivors;
  };
  return async ({ req }, next) => {
    const url = new URL(req.url);
    const named = FOLLOWED.filter((id) => url.searchParams.has(id));
    if (named.length > 0 && ['GET', 'HEAD'].includes(req.method)) {
      const survivors = await survivorsNow();
      const changed = named.filter((id) =>
        url.searchParams.getAll(id).some((value) => survivors[id].has(Number(value))),
      );
      for (const id of changed) {
        const ids = surviving(url.searchParams.getAll(id), survivors[id]);
        url.searchParams.delete(id);
        for (const one of ids) url.searchParams.append(id, one);
      }
      if (changed.length > 0) req.raw = new Request(url, req.raw);
    }
    return next();
  };
}
