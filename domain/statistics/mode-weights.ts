/** Weights of a distribution over the whole numbers `first`, `first + 1`, …, not yet divided by their sum. */
export interface Weights {
  readonly first: number;
  readonly weights: readonly number[];
  readonly sum: number;
}

/** Below this share of the mode's weight nothing changes a sum in double precision. */
const NEGLIGIBLE = 1e-30;

/**
 * Weights of a single-peaked distribution over whole numbers, built from its mode outward by the ratio of
 * neighbors, so that nothing over- or underflows, however many people there are.
 *
 * @param mode the most likely value, or one beside it
 * @param least least possible value
 * @param most largest possible value
 * @param ratio probability of `r` divided by that of `r - 1`
 */
export function weightsFromMode(
  mode: number,
  least: number,
  most: number,
  ratio: (r: number) => number,
): Weights {
  const below: number[] = [];
  for (let r = mode, weight = 1; r > least; r -= 1) {
    weight /= ratio(r);
    if (!(weight >= NEGLIGIBLE)) break;
    below.push(weight);
  }
  const weights = below.toReversed();
  weights.push(1);
  for (let r = mode + 1, weight = 1; r <= most; r += 1) {
    weight *= ratio(r);
    if (!(weight >= NEGLIGIBLE)) break;
    weights.push(weight);
  }
  return {
    first: mode - below.length,
    weights,
    sum: weights.reduce((sum, weight) => sum + weight, 0),
  };
}
