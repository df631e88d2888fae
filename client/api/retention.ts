import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import type { DimensionId } from '../../domain/dimensions.ts';
import { filtersToParameters, type Filters } from '../../domain/filters.ts';
import { client } from './client.ts';
import { foreseeable } from './foreseeable.ts';
import { readAnswer } from './read-answer.ts';

/** Whose curves a panel asks for: the largest groups of a dimension, or some of them, against the others or not. */
export interface RetentionQuestion {
  readonly by: DimensionId;
  readonly filters: Filters;
  /** The largest so many groups, or these, as their filter is written. */
  readonly groups: { readonly top: number } | { readonly named: readonly string[] };
  /** Adds everybody of the selection who is in none of the groups as one more. */
  readonly against?: 'others';
}

export type Retention = InferResponseType<typeof client.api.retention.$get, 200>;

export type RetentionCurve = Retention['rows'][number];

export type RetentionTest = InferResponseType<typeof client.api.retention.test.$get, 200>['test'];

function parametersOf({ by, filters, groups, against }: RetentionQuestion) {
  return {
    by: [by],
    ...('top' in groups ? { top: String(groups.top) } : { group: [...groups.named] }),
    ...(against === undefined ? {} : { against }),
    ...filtersToParameters(filters),
  };
}

/** The curves of a question, without the test between them, which may take longer. */
export function retentionOptions(question: RetentionQuestion) {
  const query = { ...parametersOf(question), test: 'none' };
  return queryOptions({
    queryKey: ['retention', query],
    queryFn: () => readAnswer(client.api.retention.$get({ query })),
    placeholderData: keepPreviousData,
    meta: foreseeable(question.filters, (others, cache): Promise<void> =>
      cache.prefetchQuery(retentionOptions({ ...question, filters: others })),
    ),
  });
}

/** Whether the curves of a question differ more than chance explains. */
export function retentionTestOptions(question: RetentionQuestion) {
  const query = parametersOf(question);
  return queryOptions({
    queryKey: ['retention-test', query],
    queryFn: () => readAnswer(client.api.retention.test.$get({ query })),
  });
}
