/** Distinct values in ascending order, and how often each occurs. */
export interface ValueHistogram {
  values: ArrayLike<number>;
  counts: ArrayLike<number>;
}

/**
 * Quantile of Hyndman and Fan's type 7 (the default of R and NumPy) at probability `p`, in the unit
 * of the values. Exact, and the same as sorting every single observation, without expanding them.
 *
 * @throws RangeError where nothing was observed, `p` lies outside 0..1, or the histogram is malformed
 *
 * Source: R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages",
 * The American Statistician 50 (1996), 361–365.
 */
export function quantileType7(histogram: ValueHistogram, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p must lie in 0..1, got ${p}`);
  const n = countAll(histogram);
  if (n === 0) throw new RangeError('a quantile needs at least one observation');

  const rank = (n - 1) * p; // zero-based, fractional
  const below = Math.floor(rank);
  const lower = valueAtRank(histogram, below);
  const fraction = rank - below;
  if (fraction === 0) return lower;
  return lower + fraction * (valueAtRank(histogram, below + 1) - lower);
}

function countAll({ values, counts }: ValueHistogram): number {
  if (values.length !== counts.length) {
    throw new RangeError(`${values.length} values but ${counts.length} counts`);
  }
  let n = 0;
  let previous = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? NaN;
    const count = counts[i] ?? NaN;
    if (!(value > previous)) {
      throw new RangeError(`values must ascend and be distinct: ${value} follows ${previous}`);
    }
    if (!(Number.isInteger(count) && count >= 0)) {
      throw new RangeError(`the count of ${value} must be a whole number from 0, got ${count}`);
    }
    previous = value;
    n += count;
  }
  return n;
}

/** The observation at zero-based `rank` of the sorted observations. */
function valueAtRank({ values, counts }: ValueHistogram, rank: number): number {
  let seen = 0;
  for (let i = 0; i < values.length; i++) {
    seen += counts[i] ?? 0;
    if (seen > rank) return values[i] ?? NaN;
  }
  throw new RangeError(`rank ${rank} is beyond the ${seen} observations`);
}
