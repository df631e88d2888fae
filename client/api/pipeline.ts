import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import type { DimensionId } from '../../domain/dimensions.ts';
import { filtersToParameters, type Filters } from '../../domain/filters.ts';
import { client } from './client.ts';
import { foreseeable } from './foreseeable.ts';
import { readAnswer } from './read-answer.ts';

type Answer = InferResponseType<typeof client.api.pipeline.$get, 200>;

/** An answer with the dimension that it is by: while the next one loads, the page may ask by another already. */
type By<A> = A & { readonly by: DimensionId };

/** How far the people of a selection came. */
export type Cohort = By<Extract<Answer, { mode: 'cohort' }>>;
/** What happened to them in each calendar year. */
export type Activity = By<Extract<Answer, { mode: 'activity' }>>;

export type CohortRow = Cohort['total'];
export type CohortStage = CohortRow['path']['stages'][number];
export type ActivityRow = Activity['total'][number];

async function answerOf<Mode extends Answer['mode']>(
  mode: Mode,
  by: DimensionId,
  query: Readonly<Record<string, string | string[]>>,
): Promise<By<Extract<Answer, { mode: Mode }>>> {
  const answer = await readAnswer(client.api.pipeline.$get({ query: { ...query, mode } }));
  const isMode = (one: Answer): one is Extract<Answer, { mode: Mode }> => one.mode === mode;
  if (isMode(answer)) return { ...answer, by };
  throw new Error(`Asked for ${mode}, got ${answer.mode}`);
}

/** How far the selected people came, by a dimension and together. */
export function cohortOptions(by: DimensionId, filters: Filters) {
  const query = { by, ...filtersToParameters(filters) };
  return queryOptions({
    queryKey: ['pipeline', 'cohort', query],
    queryFn: () => answerOf('cohort', by, query),
    placeholderData: keepPreviousData,
    meta: foreseeable(filters, (others, cache): Promise<void> =>
      cache.prefetchQuery(cohortOptions(by, others)),
    ),
  });
}

/** What happened to the selected people in each calendar year, by a dimension and together. */
export function activityOptions(by: DimensionId, filters: Filters) {
  const query = { by, ...filtersToParameters(filters) };
  return queryOptions({
    queryKey: ['pipeline', 'activity', query],
    queryFn: () => answerOf('activity', by, query),
    placeholderData: keepPreviousData,
    meta: foreseeable(filters, (others, cache): Promise<void> =>
      cache.prefetchQuery(activityOptions(by, others)),
    ),
  });
}
