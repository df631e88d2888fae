import { queryOptions } from '@tanstack/react-query';
import { client } from './client.ts';
import { readAnswer } from './read-answer.ts';

/** Every metric's definition, formula in words and source. They change with the build only. */
export const metricsOptions = queryOptions({
  queryKey: ['metrics'],
  queryFn: () => readAnswer(client.api.metrics.$get()),
  staleTime: Infinity,
});
