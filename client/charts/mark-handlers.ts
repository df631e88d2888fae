import type { Picks } from '../frame/picks.ts';

/**
 * The handlers of a series of marks.
 * @param idOf what a mark picks, by its place in the series; null or undefined where it picks nothing.
 */
export function markHandlers(
  idOf: (index: number) => string | null | undefined,
  { onPick, onPoint }: Picks,
) {
  return {
    onClick: (_: unknown, index: number) => {
      const id = idOf(index) ?? null;
      if (id !== null) onPick(id);
    },
    onMouseEnter: (_: unknown, index: number) => onPoint?.(idOf(index) ?? null),
    onMouseLeave: () => onPoint?.(null),
  };
}
