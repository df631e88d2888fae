import { useMemo } from 'react';
import { DIMENSION_IDS, type DimensionId } from '../../domain/dimensions.ts';
import { filtersFromParameters, filtersToParameters, type Filters } from '../../domain/filters.ts';
import { parametersOfSide, useFilterSide } from './filter-side.ts';
import { isPinned, usePinnedFilters } from './pinned-filters.ts';
import type { SearchParameters } from './search-parameters.ts';
import { useViewState } from './use-view-state.ts';

export interface FilterControl {
  readonly filters: Filters;
  /** The same as texts of the address, by dimension. */
  readonly selected: Readonly<Partial<Record<DimensionId, readonly string[]>>>;
  /** How many values are selected over all dimensions, besides what the page is about. */
  readonly count: number;
  readonly set: (dimension: DimensionId, values: readonly string[]) => void;
  /** Filters by a value, or no longer where it is already on. */
  readonly toggle: (dimension: DimensionId, value: string) => void;
  readonly clear: () => void;
}

/** Filters by the parameters they were read from: every name on a page that can be filtered by asks for them. */
const known = new WeakMap<SearchParameters, Map<string, Filters>>();

function filtersIn(parameters: SearchParameters, side: string): Filters {
  const sides = known.get(parameters) ?? new Map<string, Filters>();
  known.set(parameters, sides);
  const filters = sides.get(side) ?? filtersFromParameters(parametersOfSide(parameters, side));
  sides.set(side, filters);
  return filters;
}

/** A list without an item it has, or with one it lacks. */
export function toggled(list: readonly string[], item: string): string[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}

/**
 * The dashboard's filters, which live in the address: those of the selection that the place belongs to, and what the
 * page is about.
 */
export function useFilters(): FilterControl {
  const { parameters, change } = useViewState();
  const side = useFilterSide();
  const subject = usePinnedFilters();
  return useMemo(() => {
    const pinned = side === '' ? subject : {};
    const chosen = filtersIn(parameters, side);
    const filters = { ...chosen, ...pinned };
    const selected = filtersToParameters(filters);
    const free = DIMENSION_IDS.filter((id) => !isPinned(pinned, id));
    const set = (dimension: DimensionId, values: readonly string[]) => {
      if (!isPinned(pinned, dimension)) change({ [side + dimension]: values });
    };
    return {
      filters,
      selected,
      count: free.reduce((sum, id) => sum + (selected[id]?.length ?? 0), 0),
      set,
      toggle: (dimension, value) => set(dimension, toggled(selected[dimension] ?? [], value)),
      clear: () => change(Object.fromEntries(free.map((id) => [side + id, []]))),
    };
  }, [parameters, change, side, subject]);
}
