import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { filtersToParameters, type Filters } from '../../domain/filters.ts';
import { client } from './client.ts';
import { foreseeable } from './foreseeable.ts';
import { readAnswer } from './read-answer.ts';

/** What came with a kind of cooperation, beside schools without it. */
export type Effect = InferResponseType<typeof client.api.effect.$get, 200>;

export type Cost = InferResponseType<typeof client.api.effect.cost.$get, 200>;

type EffectRequest = InferRequestType<typeof client.api.effect.$get>['query'];
type CostRequest = InferRequestType<typeof client.api.effect.cost.$get>['query'];

export type EffectKind = EffectRequest['kind'];
export type EffectMetric = EffectRequest['metric'];
export type CostedKind = CostRequest['kind'];

/** What came with a kind of cooperation at the selected schools. */
export function effectOptions(kind: EffectKind, metric: EffectMetric, filters: Filters) {
  const query = { ...filtersToParameters(filters), kind, metric };
  return queryOptions({
    queryKey: ['effect', query],
    queryFn: () => readAnswer(client.api.effect.$get({ query })),
    placeholderData: keepPreviousData,
    meta: foreseeable(filters, (others, cache): Promise<void> =>
      cache.prefetchQuery(effectOptions(kind, metric, others)),
    ),
  });
}

/** What a year at work cost of those whom a kind brought. */
export function costOptions(kind: CostedKind, filters: Filters) {
  const query = { ...filtersToParameters(filters), kind };
  return queryOptions({
    queryKey: ['effect', 'cost', query],
    queryFn: () => readAnswer(client.api.effect.cost.$get({ query })),
    placeholderData: keepPreviousData,
  });
}
