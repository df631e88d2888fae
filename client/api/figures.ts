import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import type { DimensionId } from '../../domain/dimensions.ts';
import { filtersToParameters, type Filters } from '../../domain/filters.ts';
import type { MetricId } from '../../domain/metrics/registry.ts';
import { client } from './client.ts';
import { foreseeable } from './foreseeable.ts';
import { readAnswer } from './read-answer.ts';

/** What a panel asks: metrics of the selected people, as one total and grouped by dimensions. */
export interface FiguresQuestion {
  readonly metrics: readonly MetricId[];
  readonly by: readonly DimensionId[];
  readonly filters: Filters;
  /** `YYYY-MM-DD`, for an earlier state than the data's own. */
  readonly asOf?: string;
}

export type Figures = InferResponseType<typeof client.api.query.$get, 200>;

export type FiguresRow = Figures['rows'][number];

/** A metric's value with its n, interval, status and the reason where it is missing. */
export type Figure = FiguresRow['values'][string];

export type KeyValue = FiguresRow['key'][string];

/** One question's figures. Equal questions share one request; the last answer stays while the next loads. */
export function figuresOptions(question: FiguresQuestion) {
  const { metrics, by, filters, asOf } = question;
  const query = {
    metric: [...metrics],
    by: [...by],
    ...filtersToParameters(filters),
    limit: '10000',
    ...(asOf === undefined ? {} : { asOf }),
  };
  return queryOptions({
    queryKey: ['figures', query],
    queryFn: () => readAnswer(client.api.query.$get({ query })),
    placeholderData: keepPreviousData,
    meta: foreseeable(filters, (others, cache): Promise<void> =>
      cache.prefetchQuery(figuresOptions({ ...question, filters: others })),
    ),
  });
}
