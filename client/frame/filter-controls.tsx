import { useQuery } from '@tanstack/react-query';
import type { DimensionId } from '../../domain/dimensions.ts';
import { dimensionsOptions } from '../api/dimensions.ts';
import { useFilterSide } from './filter-side.ts';
import { isPinned, usePinnedFilters } from './pinned-filters.ts';
import { ValueFilter } from './value-filter.tsx';
import { YearFilter } from './year-filter.tsx';

/** The dimensions with a control of their own; the others are filtered by a click in a chart or by the address. */
const LISTED = [
  'school',
  'major',
  'degree',
  'channel',
  'department',
] as const satisfies DimensionId[];

/** A control for each dimension that people filter by, for the selection that the place belongs to. */
export function FilterControls() {
  const { data } = useQuery(dimensionsOptions);
  const side = useFilterSide();
  const pinned = usePinnedFilters();
  const listed = LISTED.filter((id) => side !== '' || !isPinned(pinned, id));
  return (
    <>
      <YearFilter values={data?.year ?? []} />
      {listed.map((id) => (
        <ValueFilter key={id} id={id} values={data?.[id] ?? []} />
      ))}
    </>
  );
}
