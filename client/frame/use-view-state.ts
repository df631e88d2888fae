import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { parseSearch, searchParametersFrom, type SearchParameters } from './search-parameters.ts';

/** New values by key; an empty list takes a key out of the address. */
export type ViewChange = Readonly<Record<string, readonly string[]>>;

/** Parameters with some keys set or taken out; the others keep their place. */
export function changedParameters(parameters: SearchParameters, change: ViewChange) {
  const entries = Object.entries({ ...parameters, ...change });
  return Object.fromEntries(entries.filter(([, value]) => value.length > 0 || value === ''));
}

/** The values of one key. */
export function valuesOf(parameters: SearchParameters, key: string): readonly string[] {
  const value = parameters[key] ?? [];
  return typeof value === 'string' ? [value] : value;
}

/** The state of the view, which lives in the address, and a way to change some of it. */
export function useViewState() {
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const parameters = useMemo(() => parseSearch(search), [search]);
  const navigate = useNavigate();
  const change = useCallback(
    (next: ViewChange) => {
      void navigate({
        to: '.',
        search: (previous: Readonly<Record<string, unknown>>) =>
          changedParameters(searchParametersFrom(previous), next),
        resetScroll: false,
      });
    },
    [navigate],
  );
  return { parameters, change };
}
