import { useMemo } from 'react';
import type { Picks } from '../frame/picks.ts';

/** A mark as the library hands it on, with the part of the chart's data that it stands for. */
interface Mark<Datum> {
  readonly payload?: Datum;
}

/**
 * The handlers of a series of marks. They stay the same for as long as what they are made of: a series that is given
 * others is drawn anew by the library, several times.
 * @param idOf what a mark picks; null where it picks nothing.
 */
export function useMarkHandlers<Datum>(
  idOf: (datum: Datum) => string | null,
  { onPick, onPoint }: Partial<Picks>,
) {
  return useMemo(() => {
    const picked = ({ payload }: Mark<Datum>) => (payload === undefined ? null : idOf(payload));
    return {
      onClick: (mark: Mark<Datum>) => {
        const id = picked(mark);
        if (id !== null) onPick?.(id);
      },
      onMouseEnter: (mark: Mark<Datum>) => onPoint?.(picked(mark)),
      onMouseLeave: () => onPoint?.(null),
    };
  }, [idOf, onPick, onPoint]);
}

/** The id of what can be picked, whatever it is. */
export function ownId({ id }: { readonly id: string }): string {
  return id;
}

/** The id of what can be picked where it says so; else null. */
export function pickableId(datum: { readonly id: string; readonly pickable: boolean }) {
  return datum.pickable ? datum.id : null;
}

/** What a mark that is drawn by hand does, or nothing where it cannot be picked. */
export function pickHandlers(
  { id, pickable }: { readonly id: string; readonly pickable: boolean },
  { onPick, onPoint }: Partial<Picks>,
) {
  if (!pickable) return {};
  return {
    onClick: () => onPick?.(id),
    onMouseEnter: () => onPoint?.(id),
    onMouseLeave: () => onPoint?.(null),
  };
}
