import { filtersFromParameters, type Filters } from '../../domain/filters.ts';
import { parametersOfSide } from './filter-side.ts';
import type { SearchParameters } from './search-parameters.ts';

/** Filters by the parameters they were read from: every name on a page that can be filtered by asks for them. */
const known = new WeakMap<SearchParameters, Map<string, Filters>>();

/** The filters of one selection. */
export function filtersIn(parameters: SearchParameters, prefix: string): Filters {
  const sides = known.get(parameters) ?? new Map<string, Filters>();
  known.set(parameters, sides);
  const filters = sides.get(prefix) ?? filtersFromParameters(parametersOfSide(parameters, prefix));
  sides.set(prefix, filters);
  return filters;
}
