import type { Language } from '../../domain/language.ts';
import type { DimensionValue } from '../api/dimensions.ts';
import { BLANK_NAME, nameIn } from './named.ts';

export interface FilterOption {
  /** As it stands in the address. */
  readonly value: string;
  readonly name: string;
  readonly hires: number;
}

/**
 * The values that a search finds by their English or Chinese name, those with the most hires first.
 * @param most how many to list at the most.
 */
export function matchingValues(
  values: readonly DimensionValue[],
  search: string,
  language: Language,
  most: number,
): FilterOption[] {
  const wanted = search.trim().toLowerCase();
  return values
    .map((entry) => ({
      value: entry.id === null ? '' : String(entry.id),
      name: entry.id === null ? BLANK_NAME[language] : nameIn(language, entry),
      hires: entry.hires,
      names: `${entry.name}\n${entry.nameZh ?? ''}`.toLowerCase(),
    }))
    .filter(({ names, name }) => names.includes(wanted) || name.toLowerCase().includes(wanted))
    .toSorted((a, b) => b.hires - a.hires)
    .slice(0, most)
    .map(({ value, name, hires }) => ({ value, name, hires }));
}
