import { queryOptions } from '@tanstack/react-query';
import type { DimensionId } from '../../domain/dimensions.ts';
import type { InferResponseType } from 'hono/client';
import { client } from './client.ts';
import { readAnswer } from './read-answer.ts';

type Answer = InferResponseType<typeof client.api.dimensions.$get, 200>;

export type DimensionValue = Answer[string][number];

export type DimensionValues = Readonly<Partial<Record<DimensionId, readonly DimensionValue[]>>>;

/** Every value one can filter by, with its number of hires over the whole data. */
export const dimensionsOptions = queryOptions({
  queryKey: ['dimensions'],
  queryFn: async (): Promise<DimensionValues> => readAnswer(client.api.dimensions.$get()),
});
