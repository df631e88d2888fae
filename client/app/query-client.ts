import { QueryCache, QueryClient, type Query } from '@tanstack/react-query';
import { aboutOptions } from '../api/about.ts';
import { meOptions } from '../api/account.ts';
import { RequestError } from '../api/request-error.ts';

/** Within a page nothing is asked twice; after that the server tells in a few bytes whether anything changed. */
const FRESH_MS = 5_000;
/** The same for what only another state of the data changes, which the state of the deployment tells of. */
const UNCHANGED_MS = 10 * 60_000;
const MOST_RETRIES = 2;

/** Questions whose answers follow from the data and the settings alone. */
const OF_DATA: ReadonlySet<unknown> = new Set([
  'comparison',
  'dimensions',
  'figures',
  'flow',
  'pipeline',
  'records',
  'retention',
  'retention-test',
  'season',
]);

function isOfData({ queryKey }: Pick<Query, 'queryKey'>): boolean {
  return OF_DATA.has(queryKey[0]);
}

/** The version of the data that an answer was made from, where it says so. */
function versionOf(answer: unknown): number | null {
  if (typeof answer !== 'object' || answer === null || !('version' in answer)) return null;
  return typeof answer.version === 'number' ? answer.version : null;
}

/**
 * Keeps answers from being of different states of the data: where the state of the deployment changed, everything that
 * follows from it is asked again, and an answer of another version than that asks for the state, or itself, again.
 */
function followState(client: QueryClient) {
  let known: unknown;
  return (query: Query<unknown, unknown>) => {
    const isState = query.queryKey[0] === aboutOptions.queryKey[0];
    // The same object as before where it says the same.
    const answer = query.state.data;
    if (isState) {
      const changed = known !== undefined && known !== answer;
      known = answer;
      // What is on its way too: not every answer says of which version it is.
      if (changed) void client.invalidateQueries({ predicate: isOfData });
      return;
    }
    const [version, current] = [versionOf(answer), versionOf(known)];
    if (!isOfData(query) || version === null || current === null || version === current) return;
    const queryKey = version > current ? aboutOptions.queryKey : query.queryKey;
    void client.invalidateQueries({ queryKey, exact: true });
  };
}

/** The cache of all answers. A refused request (4xx) is not repeated: it would be refused again. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onSuccess: (_, query) => follow(query),
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
        staleTime: (query) => (isOfData(query) ? UNCHANGED_MS : FRESH_MS),
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
  const follow = followState(client);
  return client;
}
