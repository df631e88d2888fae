import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import { filtersToParameters, type Filters } from '../../domain/filters.ts';
import { client } from './client.ts';
import { foreseeable } from './foreseeable.ts';
import { readAnswer } from './read-answer.ts';

/** What the season and later classes are expected to bring. */
export type Forecast = InferResponseType<typeof client.api.forecast.$get, 200>;

/** Demand against supply of one class, and who could fill what is open. */
export type Docking = InferResponseType<typeof client.api.docking.$get, 200>;

/** What to expect of the selected people. */
export function forecastOptions(filters: Filters) {
  const query = filtersToParameters(filters);
  return queryOptions({
    queryKey: ['forecast', query],
    queryFn: () => readAnswer(client.api.forecast.$get({ query })),
    placeholderData: keepPreviousData,
    meta: foreseeable(filters, (others, cache): Promise<void> =>
      cache.prefetchQuery(forecastOptions(others)),
    ),
  });
}

/** Demand against supply of a class; other years among the filters are not used. */
export function dockingOptions(year: number, filters: Filters) {
  const query = { ...filtersToParameters({ ...filters, year: [{ from: year, to: year }] }) };
  return queryOptions({
    queryKey: ['docking', query],
    queryFn: () => readAnswer(client.api.docking.$get({ query })),
    placeholderData: keepPreviousData,
    meta: foreseeable(filters, (others, cache): Promise<void> =>
      cache.prefetchQuery(dockingOptions(year, others)),
    ),
  });
}
