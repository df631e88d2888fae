import { useIsFetching, type QueryFilters } from '@tanstack/react-query';
import { createContext, use, type ReactNode } from 'react';

const AWAITED = {
  type: 'active',
  predicate: ({ state }) => state.data === undefined,
} as const satisfies QueryFilters;

const Fetching = createContext(false);

/** Whether anything that the page shows and has no answer for yet, not what it may show next, is being asked for. */
export function useFetching(): boolean {
  return use(Fetching);
}

/** Watches for all panels together whether anything is being asked for: each request would draw each of them anew. */
export function FetchingProvider({ children }: { readonly children: ReactNode }) {
  return <Fetching value={useIsFetching(AWAITED) > 0}>{children}</Fetching>;
}
