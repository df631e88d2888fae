import { useMemo } from 'react';
import { DIMENSION_IDS, type DimensionId } from '../../domain/dimensions.ts';
import { filtersFromParameters, filtersToParameters, type Filters } from '../../domain/filters.ts';
import { parametersOfSide, useFilterSide } from './filter-side.ts';
import { useViewState } from './use-view-state.ts';

export interface FilterControl {
  readonly filters: Filters;
  /** The same as texts of the address, by dimension. */
  readonly selected: Readonly<Partial<Record<DimensionId, readonly string[]>>>;
  /** How many values are selected over all dimensions. */
  readonly count: number;
  readonly set: (dimension: DimensionId, values: readonly string[]) => void;
  /** Filters by a value, or no longer where it is already on. */
  readonly toggle: (dimension: DimensionId, value: string) => void;
  readonly clear: () => void;
}

/** A list without an item it has, or with one it lacks. */
export function toggled(list: readonly string[], item: string): string[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}

/** The dashboard's filters, which live in the address: those of the selection that the place belongs to. */
export function useFilters(): FilterControl {
  const { parameters, change } = useViewState();
  const side = useFilterSide();
  return useMemo(() => {
    const filters = filtersFromParameters(parametersOfSide(parameters, side));
    const selected = filtersToParameters(filters);
    return {
      filters,
      selected,
      count: Object.values(selected).reduce((sum, values) => sum + values.length, 0),
      set: (dimension, values) => change({ [side + dimension]: values }),
      toggle: (dimension, value) =>
        change({ [side + dimension]: toggled(selected[dimension] ?? [], value) }),
      clear: () => change(Object.fromEntries(DIMENSION_IDS.map((id) => [side + id, []]))),
    };
  }, [parameters, change, side]);
}
