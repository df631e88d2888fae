import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { DIMENSION_IDS, type DimensionId } from '../../domain/dimensions.ts';
import { filtersToParameters, type Filters } from '../../domain/filters.ts';
import { foresee } from '../api/foreseeable.ts';
import { useFilterSide } from './filter-side.ts';
import { filtersIn } from './filters-in.ts';
import type { Picks } from './picks.ts';
import { isPinned, usePinnedFilters } from './pinned-filters.ts';
import type { SearchParameters } from './search-parameters.ts';
import { changedParameters, parametersIn, useViewState } from './use-view-state.ts';

export interface FilterControl {
  readonly filters: Filters;
  /** The same as texts of the address, by dimension. */
  readonly selected: Readonly<Partial<Record<DimensionId, readonly string[]>>>;
  /** How many values are selected over all dimensions, besides what the page is about. */
  readonly count: number;
  readonly set: (dimension: DimensionId, values: readonly string[]) => void;
  /** Filters by a value, or no longer where it is already on. */
  readonly toggle: (dimension: DimensionId, value: string) => void;
  /** What the marks of a chart of a dimension do: filter by it, and be ready for that. The same at every drawing. */
  readonly picks: (dimension: DimensionId) => {
    readonly [Act in keyof Picks]-?: NonNullable<Picks[Act]>;
  };
  readonly clear: () => void;
}

/** Rests of the pointer as long as this are no passing by. */
const REST_MS = 60;

/** There is one pointer. */
let resting: ReturnType<typeof setTimeout> | undefined;

/** Does something where the pointer stays for a moment, and nothing of what it was to do before. */
function onRest(act: () => void): void {
  clearTimeout(resting);
  resting = setTimeout(act, REST_MS);
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
  const cache = useQueryClient();
  const router = useRouter();
  // The same for as long as one stays on the page: what only acts is not drawn anew with every filter.
  const actions = useMemo(() => {
    const pinned = side === '' ? subject : {};
    const set = (dimension: DimensionId, values: readonly string[]) => {
      if (!isPinned(pinned, dimension)) change({ [side + dimension]: values });
    };
    const toggling = (now: SearchParameters, dimension: DimensionId, value: string) => {
      const selected = filtersToParameters(filtersIn(now, side))[dimension] ?? [];
      return { [side + dimension]: toggled(selected, value) };
    };
    const toggle = (dimension: DimensionId, value: string) => {
      if (!isPinned(pinned, dimension)) change((now) => toggling(now, dimension, value));
    };
    const point = (dimension: DimensionId, value: string | null) => {
      onRest(() => {
        if (value === null || isPinned(pinned, dimension)) return;
        const now = parametersIn(router.state.location.searchStr);
        const next = changedParameters(now, toggling(now, dimension, value));
        void foresee(cache, dimension, filtersIn(now, side), filtersIn(next, side));
      });
    };
    const picksOf = (dimension: DimensionId) => ({
      onPick: (value: string) => {
        clearTimeout(resting);
        toggle(dimension, value);
      },
      onPoint: (value: string | null) => point(dimension, value),
    });
    const known = new Map<DimensionId, ReturnType<typeof picksOf>>();
    const picks = (dimension: DimensionId) => {
      const made = known.get(dimension) ?? picksOf(dimension);
      known.set(dimension, made);
      return made;
    };
    const free = DIMENSION_IDS.filter((id) => !isPinned(pinned, id));
    const clear = () => change(Object.fromEntries(free.map((id) => [side + id, []])));
    return { free, set, toggle, picks, clear };
  }, [change, side, subject, cache, router]);
  return useMemo(() => {
    const { free, ...acts } = actions;
    const filters = { ...filtersIn(parameters, side), ...(side === '' ? subject : {}) };
    const selected = filtersToParameters(filters);
    const count = free.reduce((sum, id) => sum + (selected[id]?.length ?? 0), 0);
    return { filters, selected, count, ...acts };
  }, [parameters, actions, side, subject]);
}
