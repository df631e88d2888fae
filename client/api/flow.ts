import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import type { DimensionId } from '../../domain/dimensions.ts';
import { filtersToParameters, type Filters } from '../../domain/filters.ts';
import { client } from './client.ts';
import { foreseeable } from './foreseeable.ts';
import { readAnswer } from './read-answer.ts';

export type Flow = InferResponseType<typeof client.api.flow.$get, 200>;

/** How the selected hires flow through dimensions: the `top` largest values of each, the rest as "other". */
export function flowOptions(path: readonly DimensionId[], top: number, filters: Filters) {
  const query = { path: [...path], top: String(top), ...filtersToParameters(filters) };
  return queryOptions({
    queryKey: ['flow', query],
    queryFn: () => readAnswer(client.api.flow.$get({ query })),
    placeholderData: keepPreviousData,
    meta: foreseeable(filters, (others, cache): Promise<void> =>
      cache.prefetchQuery(flowOptions(path, top, others)),
    ),
  });
}
