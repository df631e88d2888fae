import { queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import { client } from './client.ts';
import { readAnswer } from './read-answer.ts';

export type About = InferResponseType<typeof client.api.about.$get, 200>;

/** State of the deployment: whether it shows demo data, as-of, currency, latest season. */
export const aboutOptions = queryOptions({
  queryKey: ['about'],
  queryFn: () => readAnswer(client.api.about.$get()),
});
