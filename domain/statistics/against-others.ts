import { fisherMidP, type Counts } from './fisher-mid-p.ts';
import { holm } from './holm.ts';

/** Below this probability a group differs from all others. */
const LEVEL = 0.05;

export interface Difference {
  /** Holm-corrected two-sided mid-p of the group against all others. */
  readonly p: number;
  readonly differs: boolean;
}

/**
 * Which groups differ from all others together: each one of at least `least` people by Fisher's mid-p, corrected
 * by Holm for how many are looked at. Where all true rates are the same, any group is marked in about 5 % of cases.
 *
 * @param groups counts; the smaller ones count among the others
 * @returns in the order given; null for groups that are too small
 * @throws RangeError where counts are not whole numbers with 0 ≤ x ≤ n
 */
export function againstOthers(
  groups: readonly Counts[],
  least: number,
): readonly (Difference | null)[] {
  const whole = groups.reduce((sum, { x, n }) => ({ x: sum.x + x, n: sum.n + n }), { x: 0, n: 0 });
  const tested = groups.filter(({ n }) => n >= least);
  const corrected = holm(
    tested.map((group) => fisherMidP(group, { x: whole.x - group.x, n: whole.n - group.n })),
  );
  const byGroup = new Map(tested.map((group, index) => [group, corrected[index] ?? 1]));
  return groups.map((group) => {
    const p = byGroup.get(group);
    return p === undefined ? null : { p, differs: p < LEVEL };
  });
}
