import { createContext, useContext } from 'react';
import type { SearchParameters } from './search-parameters.ts';

/** The key that says that two selections are compared; the second may be everything, without any filter. */
export const COMPARES = 'vs';

/** Before the keys of the second selection in the address: `vs.school=3`. */
export const OTHER_SIDE = 'vs.';

const FilterSide = createContext('');

/** Says for everything within which selection its filters belong to: `''`, or `OTHER_SIDE`. */
export const FilterSideProvider = FilterSide.Provider;

/** The prefix of the keys of the selection at hand. */
export function useFilterSide(): string {
  return useContext(FilterSide);
}

/** The parameters of one selection under their plain keys. */
export function parametersOfSide(parameters: SearchParameters, prefix: string): SearchParameters {
  if (prefix === '') return parameters;
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([key, value]) =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [],
    ),
  );
}
