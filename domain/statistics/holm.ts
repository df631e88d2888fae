/**
 * p-values corrected for how many there are: sorted ascending, the i-th of m times m − i + 1, none smaller than
 * the one before it and none above 1. Rejecting where one lies below α errs anywhere with at most probability α.
 *
 * @param pValues probabilities, 0..1, in any order
 * @returns the corrected ones in the same order
 * @throws RangeError where one lies outside 0..1
 *
 * Source: S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics
 * 6 (1979), 65–70.
 */
export function holm(pValues: readonly number[]): number[] {
  const outside = pValues.find((p) => !(p >= 0 && p <= 1));
  if (outside !== undefined) throw new RangeError(`p must lie in 0..1, got ${outside}`);
  const ascending = pValues.map((p, index) => ({ p, index })).toSorted((a, b) => a.p - b.p);
  const corrected = pValues.map(() => 1);
  let largest = 0;
  for (const [rank, { p, index }] of ascending.entries()) {
    largest = Math.max(largest, Math.min(1, p * (pValues.length - rank)));
    corrected[index] = largest;
  }
  return corrected;
}
