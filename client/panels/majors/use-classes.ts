import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { aboutOptions } from '../../api/about.ts';
import { dimensionsOptions } from '../../api/dimensions.ts';
import { useFilters } from '../../frame/use-filters.ts';
import { useViewState, valuesOf } from '../../frame/use-view-state.ts';
import { lastWholeYear } from '../hires-by-year/growth.ts';
import { classesOf, type Classes } from './class-choice.ts';

const NONE: Classes = { years: [], ended: null, coming: null };

/** The classes that the page can look at, the one that the address names, and a way to name another. */
export function useClasses() {
  const { filters } = useFilters();
  const { parameters, change } = useViewState();
  const about = useQuery(aboutOptions);
  const dimensions = useQuery(dimensionsOptions);
  const lastWhole = about.data === undefined ? null : lastWholeYear(about.data.asOf);
  const classes = useMemo(() => {
    if (about.data === undefined || dimensions.data === undefined) return NONE;
    const known = (dimensions.data.year ?? []).flatMap(({ id }) =>
      typeof id === 'number' ? [id] : [],
    );
    const { asOf, latestSeason } = about.data;
    return classesOf(known, filters, lastWholeYear(asOf), latestSeason);
  }, [about.data, dimensions.data, filters]);
  return {
    classes,
    lastWhole,
    answers: [about, dimensions] as const,
    asked: valuesOf(parameters, 'class')[0],
    choose: (year: string) => change({ class: [year] }),
  };
}
