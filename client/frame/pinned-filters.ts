import { createContext, useContext } from 'react';
import type { DimensionId } from '../../domain/dimensions.ts';
import type { Filters } from '../../domain/filters.ts';

const NOTHING: Filters = {};

const Pinned = createContext(NOTHING);

/** Says for everything within what a page is about, on top of the filters in the address: one school's profile. */
export const PinnedFiltersProvider = Pinned.Provider;

/** What the page at hand is about. */
export function usePinnedFilters(): Filters {
  return useContext(Pinned);
}

/** Whether a page is about one value of a dimension, so that nobody can filter by another. */
export function isPinned(pinned: Filters, dimension: DimensionId): boolean {
  return pinned[dimension] !== undefined;
}
