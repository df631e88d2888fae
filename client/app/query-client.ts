import { QueryClient } from '@tanstack/react-query';
import { RequestError } from '../api/request-error.ts';

const FRESH_MS = 60_000;
const MOST_RETRIES = 2;

/** The cache of all answers. A refused request (4xx) is not repeated: it would be refused again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (failures, error) => {
          const refused =
            error instanceof RequestError && error.status >= 400 && error.status < 500;
          return !refused && failures < MOST_RETRIES;
        },
      },
    },
  });
}
