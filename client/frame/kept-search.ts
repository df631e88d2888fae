import { DIMENSION_IDS } from '../../domain/dimensions.ts';
import { COMPARES, OTHER_SIDE } from './filter-side.ts';
import { searchParametersFrom, type SearchParameters } from './search-parameters.ts';

const KEPT: ReadonlySet<string> = new Set([
  COMPARES,
  ...DIMENSION_IDS.flatMap((id) => [id, OTHER_SIDE + id]),
]);

/**
 * What a link to another page takes along of the address: the filters, those of the selection compared with, and
 * nothing that only one page knows.
 */
export function keptSearch(search: Readonly<Record<string, unknown>>): SearchParameters {
  const parameters = searchParametersFrom(search);
  return Object.fromEntries(Object.entries(parameters).filter(([key]) => KEPT.has(key)));
}
