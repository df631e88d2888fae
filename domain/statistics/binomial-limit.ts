import { weightsFromMode } from './mode-weights.ts';

/**
 * Limit of a funnel plot: between which shares of `n` people a share of `theta` is seen by chance alone.
 * With F and f the binomial distribution and its probabilities, r the smallest number with F(r) > p, it is
 * (r − (F(r) − p) / f(r)) / n, cut to 0..1. Where theta is 0 or 1 nothing varies, and it is theta.
 *
 * @param theta share of the whole, 0..1
 * @param n people of one group, a whole number from 1
 * @param p probability below the limit, from 1e-9 to 1 − 1e-9: .025 and .975 for 95 %, .001 and .999 for 99.8 %
 * @returns a share, 0..1
 * @throws RangeError where an argument lies outside its range
 *
 * Source: D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24
 * (2005), 1185–1202, appendix A.1.1 (interpolated exact limits).
 */
export function binomialLimit(theta: number, n: number, p: number): number {
  if (!(theta >= 0 && theta <= 1)) throw new RangeError(`theta must lie in 0..1, got ${theta}`);
  if (!(Number.isSafeInteger(n) && n > 0)) {
    throw new RangeError(`n must be a whole number above 0, got ${n}`);
  }
  if (!(p >= 1e-9 && p <= 1 - 1e-9)) throw new RangeError(`p must lie within 0..1, got ${p}`);
  if (theta === 0 || theta === 1) return theta;

  const odds = theta / (1 - theta);
  const mode = Math.min(n, Math.floor((n + 1) * theta));
  const { first, weights, sum } = weightsFromMode(mode, 0, n, (r) => ((n - r + 1) / r) * odds);
  let below = 0;
  for (const [index, weight] of weights.entries()) {
    const upTo = below + weight / sum;
    if (upTo > p) {
      const limit = (first + index - (upTo - p) / (weight / sum)) / n;
      return Math.min(1, Math.max(0, limit));
    }
    below = upTo;
  }
  return 1;
}
