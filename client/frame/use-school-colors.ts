import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { dimensionsOptions } from '../api/dimensions.ts';
import { seriesColors } from './series-colors.ts';

/** The colors of the shown schools, by id as text: the same on every page. */
export function useSchoolColors(shown: readonly string[]): ReadonlyMap<string, string> {
  const { data } = useQuery(dimensionsOptions);
  return useMemo(() => {
    const all = (data?.school ?? []).map(({ id, hires }) => ({ id: String(id), hires }));
    return seriesColors(shown, all);
  }, [data, shown]);
}
