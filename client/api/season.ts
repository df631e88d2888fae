import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import type { ActionListId } from '../../domain/action-lists.ts';
import type { DimensionId } from '../../domain/dimensions.ts';
import { filtersToParameters, type Filters } from '../../domain/filters.ts';
import { client } from './client.ts';
import { foreseeable } from './foreseeable.ts';
import { readAnswer } from './read-answer.ts';

/** A season and the two before it, and the dimension that its groups are by. */
export type Season = InferResponseType<typeof client.api.season.$get, 200> & {
  readonly by: DimensionId;
};

/** Whom somebody has to decide about. */
export type Actions = InferResponseType<typeof client.api.season.actions.$get, 200>;

export type ActionPerson = Actions['rows'][number];

/** How the season goes, by a dimension and together. */
export function seasonOptions(by: DimensionId, filters: Filters) {
  const query = { by, ...filtersToParameters(filters) };
  return queryOptions({
    queryKey: ['season', query],
    queryFn: async (): Promise<Season> => ({
      ...(await readAnswer(client.api.season.$get({ query }))),
      by,
    }),
    placeholderData: keepPreviousData,
    meta: foreseeable(filters, (others, cache): Promise<void> =>
      cache.prefetchQuery(seasonOptions(by, others)),
    ),
  });
}

/** As many as one answer holds, and a panel shows. */
const MOST_PEOPLE = 1000;

function actionsQuery(list: ActionListId, filters: Filters) {
  return { list, limit: String(MOST_PEOPLE), ...filtersToParameters(filters) };
}

/** The most urgent people of a list. */
export function actionsOptions(list: ActionListId, filters: Filters) {
  const query = actionsQuery(list, filters);
  return queryOptions({
    queryKey: ['season', 'actions', query],
    queryFn: () => readAnswer(client.api.season.actions.$get({ query })),
    placeholderData: keepPreviousData,
    meta: foreseeable(filters, (others, cache): Promise<void> =>
      cache.prefetchQuery(actionsOptions(list, others)),
    ),
  });
}

/** All pages of a list, one after the other. */
export async function* everyPage(list: ActionListId, filters: Filters): AsyncGenerator<Actions> {
  let cursor: string | null = null;
  do {
    const page: Actions = await readAnswer(
      client.api.season.actions.$get({
        query: { ...actionsQuery(list, filters), ...(cursor === null ? {} : { cursor }) },
      }),
    );
    yield page;
    cursor = page.next;
  } while (cursor !== null);
}
