import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { surviving, survivorsOf, type Survivors } from '../../domain/directory/surviving.ts';
import { dimensionsOptions } from '../api/dimensions.ts';
import { mergesOptions } from '../api/directory.ts';
import { OTHER_SIDE } from './filter-side.ts';
import { useViewState, valuesOf } from './use-view-state.ts';

const FOLLOWED = ['school', 'major'] as const;

/**
 * Where entries went that the directory no longer has.
 * @param isMissing whether any is looked for; the merges are asked for only then.
 * @returns null until that is known.
 */
export function useSurvivors(isMissing: boolean): Survivors | null {
  const { data } = useQuery({ ...mergesOptions, staleTime: 0, enabled: isMissing });
  return useMemo(
    () =>
      data === undefined
        ? null
        : survivorsOf(
            data.map((merge) => ({
              ...merge,
              kind: merge.kind === 'schools' ? 'school' : 'major',
            })),
          ),
    [data],
  );
}

/** Leads an address that filters by a school or major which was merged into another on to that one. */
export function FollowMerges() {
  const { parameters, change } = useViewState();
  const { data: known } = useQuery(dimensionsOptions);
  const keys = FOLLOWED.flatMap((id) => [
    { id, key: id },
    { id, key: OTHER_SIDE + id },
  ]);
  const isMissing =
    known !== undefined &&
    keys.some(({ id, key }) =>
      valuesOf(parameters, key).some(
        (value) => value !== '' && known[id]?.every((entry) => String(entry.id) !== value) === true,
      ),
    );
  const survivors = useSurvivors(isMissing);
  useEffect(() => {
    if (survivors === null || !isMissing) return;
    const moved = keys.flatMap(({ id, key }) => {
      const values = valuesOf(parameters, key);
      return values.some((value) => survivors[id].has(Number(value)))
        ? [[key, surviving(values, survivors[id])] as const]
        : [];
    });
    if (moved.length > 0) change(Object.fromEntries(moved), { replace: true });
  });
  return null;
}
