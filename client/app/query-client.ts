import { QueryCache, QueryClient } from '@tanstack/react-query';
import { meOptions } from '../api/account.ts';
import { RequestError } from '../api/request-error.ts';

/** Within a page nothing is asked twice; after that the server tells in a few bytes whether anything changed. */
const FRESH_MS = 5_000;
const MOST_RETRIES = 2;

/** The cache of all answers. A refused request (4xx) is not repeated: it would be refused again. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({
      // A session that ended meanwhile: the sign-in takes the page's place.
      onError: (error) => {
        const ended = error instanceof RequestError && error.status === 401;
        if (ended && client.getQueryData(meOptions.queryKey) !== undefined) {
          void client.resetQueries({ queryKey: meOptions.queryKey, exact: true });
        }
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        // Asking again for what is shown already changes nothing to see: a panel is not drawn anew for it.
        notifyOnChangeProps: ['data', 'error', 'isPlaceholderData', 'status'],
        retry: (failures, error) => {
          const refused =
            error instanceof RequestError && error.status >= 400 && error.status < 500;
          return !refused && failures < MOST_RETRIES;
        },
      },
    },
  });
  return client;
}
