/** Colors of named series; a series that stands for the rest is gray. The style sheet has them per scheme. */
export const SERIES_COLORS = [1, 2, 3, 4, 5, 6, 7].map((slot) => `var(--chart-${slot})`);

export const OTHER_COLOR = 'var(--chart-other)';

/** A thing to color and how many hires it has over the whole data. */
interface Ranked {
  readonly id: string;
  readonly hires: number;
}

/**
 * Colors for the shown things. The largest of the whole data always have their own color, whatever is filtered;
 * a smaller one takes the slot of its rank, or the next that no larger shown one has.
 * @param shown at most as many ids as there are colors; the rest get the gray of "other".
 */
export function seriesColors(
  shown: readonly string[],
  all: readonly Ranked[],
): ReadonlyMap<string, string> {
  const ranking = all
    .toSorted((a, b) => b.hires - a.hires || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
  const rankOf = (id: string) => (ranking.includes(id) ? ranking.indexOf(id) : ranking.length);
  const taken = new Set<number>();
  return new Map(
    shown
      .toSorted((a, b) => rankOf(a) - rankOf(b))
      .map((id) => {
        const slots = SERIES_COLORS.map((_, step) => (rankOf(id) + step) % SERIES_COLORS.length);
        const slot = slots.find((candidate) => !taken.has(candidate));
        if (slot !== undefined) taken.add(slot);
        return [id, slot === undefined ? OTHER_COLOR : (SERIES_COLORS[slot] ?? OTHER_COLOR)];
      }),
  );
}
