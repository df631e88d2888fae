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

function same(some: Filters, others: Filters, dimension: DimensionId): boolean {
  return JSON.stringify(some[dimension]) === JSON.stringify(others[dimension]);
}

/**
 * Asks what is shown now about the people of other filters, so that the answers are there when these are chosen.
 * Questions that select otherwise than the page by the dimension that changes are left out; nothing is told of
 * requests that fail, which are made again where they are needed.
 */
export function foresee(client: QueryClient, dimension: DimensionId, now: Filters, next: Filters) {
  for (const { meta } of client.getQueryCache().findAll({ type: 'active' })) {
    const question = meta?.foreseeable;
    if (question === undefined || !same(question.filters, now, dimension)) continue;
    const { [dimension]: _, ...others } = question.filters;
    const values = next[dimension];
    const filters = values === undefined ? others : { ...others, [dimension]: values };
    void question.askAbout(filters, client);
  }
}
