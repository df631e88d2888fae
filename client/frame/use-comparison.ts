import { useMemo } from 'react';
import { DIMENSION_IDS } from '../../domain/dimensions.ts';
import { filtersToParameters, type Filters } from '../../domain/filters.ts';
import { COMPARES, OTHER_SIDE } from './filter-side.ts';
import { filtersIn } from './filters-in.ts';
import { useViewState, valuesOf, type ViewChange } from './use-view-state.ts';

export interface Comparison {
  /** The second selection; null where nothing is compared. */
  readonly other: Filters | null;
  /** Compares with a selection. */
  readonly compareWith: (filters: Filters) => void;
  /** Turns the two selections round. */
  readonly swap: () => void;
  readonly stop: () => void;
}

/** Every key of one side, with the values of a selection; keys without a value go. */
function sideOf(prefix: string, filters: Filters): ViewChange {
  const values = filtersToParameters(filters);
  return Object.fromEntries(DIMENSION_IDS.map((id) => [prefix + id, values[id] ?? []]));
}

/** The selection that the page's own is compared with, which lives in the address too. */
export function useComparison(): Comparison {
  const { parameters, change } = useViewState();
  return useMemo(() => {
    const own = filtersIn(parameters, '');
    const second = filtersIn(parameters, OTHER_SIDE);
    return {
      other: valuesOf(parameters, COMPARES).includes('on') ? second : null,
      compareWith: (filters) => change({ [COMPARES]: ['on'], ...sideOf(OTHER_SIDE, filters) }),
      swap: () => change({ ...sideOf('', second), ...sideOf(OTHER_SIDE, own) }),
      stop: () => change({ [COMPARES]: [], ...sideOf(OTHER_SIDE, {}) }),
    };
  }, [parameters, change]);
}

/**
 * The same selection in the years before: those as many as are selected, right before them; without a selection of
 * years, the year before the latest.
 */
export function yearsBefore(filters: Filters, latest: number | null): Filters {
  const ranges = (filters.year ?? []).filter((range) => range !== null);
  if (ranges.length === 0) {
    return latest === null ? filters : { ...filters, year: [{ from: latest - 1, to: latest - 1 }] };
  }
  const from = Math.min(...ranges.map((range) => range.from));
  const to = Math.max(...ranges.map((range) => range.to));
  const span = to - from + 1;
  return { ...filters, year: [{ from: from - span, to: to - span }] };
}
