import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useCallback } from 'react';
import { parseSearch, searchParametersFrom, type SearchParameters } from './search-parameters.ts';

/** New values by key; an empty list takes a key out of the address. */
export type ViewChange = Readonly<Record<string, readonly string[]>>;

/** A change that depends on what the address holds when it is made. */
export type ViewStep = (parameters: SearchParameters) => ViewChange;

/** Where one is in a list. It belongs to what is listed: any other change begins at the first page again. */
const PLACE: ViewChange = { page: [], cursor: [] };

/** Parameters with some keys set or taken out; the others keep their place. */
export function changedParameters(parameters: SearchParameters, change: ViewChange) {
  const entries = Object.entries({ ...parameters, ...PLACE, ...change });
  return Object.fromEntries(entries.filter(([, value]) => value.length > 0 || value === ''));
}

/** The values of one key. */
export function valuesOf(parameters: SearchParameters, key: string): readonly string[] {
  const value = parameters[key] ?? [];
  return typeof value === 'string' ? [value] : value;
}

/** The address that was read last. Everything on a page asks for the same one, and gets the same object. */
let read = { search: '', parameters: parseSearch('') };

/** The parameters of a search string; the same object for the same string. */
export function parametersIn(search: string): SearchParameters {
  if (read.search !== search) read = { search, parameters: parseSearch(search) };
  return read.parameters;
}

/** The state of the view, which lives in the address, and a way to change some of it. */
export function useViewState() {
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const parameters = parametersIn(search);
  const navigate = useNavigate();
  const change = useCallback(
    (next: ViewChange | ViewStep, { replace = false }: { readonly replace?: boolean } = {}) => {
      void navigate({
        to: '.',
        search: (previous: Readonly<Record<string, unknown>>) => {
          const now = searchParametersFrom(previous);
          return changedParameters(now, typeof next === 'function' ? next(now) : next);
        },
        resetScroll: false,
        replace,
      });
    },
    [navigate],
  );
  return { parameters, change };
}
