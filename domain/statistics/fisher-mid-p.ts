import { weightsFromMode } from './mode-weights.ts';

/** How many of a group's people count. */
export interface Counts {
  /** Whole number, 0..n. */
  readonly x: number;
  /** Whole number from 0. */
  readonly n: number;
}

/** @throws RangeError where x and n are no whole numbers with 0 ≤ x ≤ n. */
export function checkCounts({ x, n }: Counts): void {
  if (Number.isSafeInteger(x) && Number.isSafeInteger(n) && x >= 0 && x <= n) return;
  throw new RangeError(`counts must be whole numbers with 0 ≤ x ≤ n, got ${x} of ${n}`);
}

/** Tables whose probabilities differ by rounding only count as equally likely (as in R's fisher.test). */
const SAME = 1 + 1e-7;

/** Smaller probabilities are answered as this one. */
const LEAST = 1e-30;

/**
 * Two-sided mid-p of Fisher's exact test that a group and all others share one rate: the probability, given both
 * margins, of a table no likelier than the observed one, less half the observed table's own probability.
 *
 * @returns a probability, 1e-30 to 1; 1 where one side has nobody or nobody or everybody counts
 * @throws RangeError where counts are not whole numbers with 0 ≤ x ≤ n
 *
 * Source: S. Lydersen, M. W. Fagerland and P. Laake, "Recommended tests for association in 2 × 2 tables",
 * Statistics in Medicine 28 (2009), 1159–1175; the two-sided p is that of R's fisher.test.
 */
export function fisherMidP(group: Counts, others: Counts): number {
  checkCounts(group);
  checkCounts(others);
  const counting = group.x + others.x;
  const all = group.n + others.n;
  const least = Math.max(0, counting - others.n);
  const most = Math.min(group.n, counting);
  if (least === most) return 1;

  const expected = ((counting + 1) * (group.n + 1)) / (all + 2);
  const mode = Math.min(most, Math.max(least, Math.floor(expected)));
  const { first, weights, sum } = weightsFromMode(
    mode,
    least,
    most,
    (r) => (((counting - r + 1) / r) * (group.n - r + 1)) / (others.n - counting + r),
  );
  const observed = weights[group.x - first] ?? 0;
  const notLikelier = weights
    .filter((weight) => weight <= observed * SAME)
    .reduce((total, weight) => total + weight, 0);
  return Math.max(LEAST, (notLikelier - observed / 2) / sum);
}
