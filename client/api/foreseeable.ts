import type { QueryClient } from '@tanstack/react-query';
import type { DimensionId } from '../../domain/dimensions.ts';
import type { Filters } from '../../domain/filters.ts';

/** Asks a question about other people, into the cache. */
type AskAbout = (filters: Filters, cache: QueryClient) => Promise<void>;

interface Foreseeable {
  readonly filters: Filters;
  readonly askAbout: AskAbout;
}

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: { readonly foreseeable?: Foreseeable };
  }
}

/** Marks a question as one whose answer about other people can be asked for before anybody needs it. */
export function foreseeable(filters: Filters, askAbout: AskAbout): { foreseeable: Foreseeable } {
  return { foreseeable: { filters, askAbout } };
}

/** A server that takes longer for a page than this is left alone for a while. */
const SLOW_MS = 2_000;
const PAUSE_MS = 60_000;
let restUntil = 0;

function same(some: Filters, others: Filters, dimension: DimensionId): boolean {
  return JSON.stringify(some[dimension]) === JSON.stringify(others[dimension]);
}

/**
 * Asks what is shown now about the people of other filters, so that the answers are there when these are chosen.
 * Questions that select otherwise than the page by the dimension that changes are left out; nothing is told of
 * requests that fail, which are made again where they are needed. Nothing is asked while anything is on its way, nor
 * for a minute where answers were slow to come: what may never be looked at must not keep others waiting.
 */
export async function foresee(
  client: QueryClient,
  dimension: DimensionId,
  now: Filters,
  next: Filters,
): Promise<void> {
  const started = Date.now();
  if (started < restUntil || client.isFetching() > 0) return;
  const values = next[dimension];
  const asked = client
    .getQueryCache()
    .findAll({ type: 'active' })
    .flatMap(({ meta }) => meta?.foreseeable ?? [])
    .filter(({ filters }) => same(filters, now, dimension))
    .map(({ filters, askAbout }) => {
      const { [dimension]: _, ...others } = filters;
      return askAbout(values === undefined ? others : { ...others, [dimension]: values }, client);
    });
  await Promise.all(asked);
  const ended = Date.now();
  if (ended - started > SLOW_MS) restUntil = ended + PAUSE_MS;
}
