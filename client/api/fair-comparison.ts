import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import { filtersToParameters, type Filters } from '../../domain/filters.ts';
import type { MetricId } from '../../domain/metrics/registry.ts';
import { client } from './client.ts';
import { foreseeable } from './foreseeable.ts';
import { readAnswer } from './read-answer.ts';

export type FairComparison = InferResponseType<typeof client.api.comparison.$get, 200>;

export type FairRow = FairComparison['rows'][number];

/** Which people schools are compared by, and by which proportion. */
export interface FairQuestion {
  readonly metric: MetricId;
  readonly filters: Filters;
  /** How many mature graduation years to put together, instead of those filtered by. */
  readonly pool: number | null;
}

/** Schools compared fairly by a proportion. Panels with the same question share one request. */
export function fairComparisonOptions(question: FairQuestion) {
  const { metric, filters, pool } = question;
  const query = {
    metric,
    by: 'school',
    ...filtersToParameters(filters),
    ...(pool === null ? {} : { pool: String(pool) }),
  };
  return queryOptions({
    queryKey: ['comparison', query],
    queryFn: () => readAnswer(client.api.comparison.$get({ query })),
    placeholderData: keepPreviousData,
    meta: foreseeable(filters, (others, cache): Promise<void> =>
      cache.prefetchQuery(fairComparisonOptions({ ...question, filters: others })),
    ),
  });
}
