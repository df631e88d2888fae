/** Counts of values, and what the small ones came to together; null where none was folded. */
export interface Folded<T> {
  readonly shown: readonly T[];
  readonly other: number | null;
}

/**
 * Folds counts below a least one into "Other". Where these come to less than that themselves, the smallest shown
 * counts go with them, so that no count below the least one is left to be read anywhere.
 * @returns the shown ones, largest first, in the given order where equal. Everything together is below the least
 *   count: one Other of that many.
 */
export function foldSmall<T extends { readonly count: number }>(
  values: readonly T[],
  least: number,
): Folded<T> {
  const ordered = values.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
  let kept = ordered.filter(({ count }) => count >= least).length;
  const rest = (): number => ordered.slice(kept).reduce((sum, { count }) => sum + count, 0);
  while (kept > 0 && kept < ordered.length && rest() < least) kept -= 1;
  return { shown: ordered.slice(0, kept), other: kept === ordered.length ? null : rest() };
}
