import { queryOptions } from '@tanstack/react-query';
import { client } from './client.ts';
import { readAnswer } from './read-answer.ts';

/** State of the deployment: whether it shows demo data, as-of, currency, latest season. */
export const aboutOptions = queryOptions({
  queryKey: ['about'],
  queryFn: () => readAnswer(client.api.about.$get()),
});
