/** A 95 % interval of a proportion, both ends in 0..1. */
export interface Interval {
  low: number;
  high: number;
}

/**
 * Wilson score interval of `successes` out of `n`, as proportions in 0..1.
 *
 * @param successes how many of the `n`, in 0..n
 * @param n how many were asked, above 0
 * @param z standard normal quantile; the default is the two-sided 95 % one
 * @throws RangeError where `n` is not above 0 or `successes` lies outside 0..n
 *
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * Journal of the American Statistical Association 22 (1927), 209–212.
 */
export function wilson(successes: number, n: number, z = 1.959963984540054): Interval {
  if (!(n > 0 && Number.isFinite(n))) throw new RangeError(`n must be above 0, got ${n}`);
  if (!(successes >= 0 && successes <= n)) {
    throw new RangeError(`successes must lie in 0..${n}, got ${successes}`);
  }
  const share = successes / n;
  const z2 = z * z;
  const center = (successes + z2 / 2) / (n + z2);
  const half = (z / (n + z2)) * Math.sqrt(n * share * (1 - share) + z2 / 4);
  return {
    // The ends are exact where all or none succeeded; rounding would leave ±1e-17.
    low: successes === 0 ? 0 : center - half,
    high: successes === n ? 1 : center + half,
  };
}
