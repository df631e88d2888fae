import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DimensionId } from '../../domain/dimensions.ts';
import { dimensionsOptions } from '../api/dimensions.ts';
import { seriesColors } from './series-colors.ts';

/** The colors of the shown values of a dimension, by how they stand in the address: the same on every page. */
export function useValueColors(
  dimension: DimensionId,
  shown: readonly string[],
): ReadonlyMap<string, string> {
  const { data } = useQuery(dimensionsOptions);
  return useMemo(() => {
    const all = (data?.[dimension] ?? []).map(({ id, hires }) => ({ id: String(id ?? ''), hires }));
    return seriesColors(shown, all);
  }, [data, dimension, shown]);
}
