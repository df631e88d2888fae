import { DIMENSION_IDS } from '../../domain/dimensions.ts';
import { searchParametersFrom, type SearchParameters } from './search-parameters.ts';

/** What a link to another page takes along of the address: the filters, and nothing that only one page knows. */
export function keptSearch(search: Readonly<Record<string, unknown>>): SearchParameters {
  const parameters = searchParametersFrom(search);
  return Object.fromEntries(
    Object.entries(parameters).filter(([key]) => DIMENSION_IDS.some((id) => id === key)),
  );
}
