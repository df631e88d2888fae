/** Above this many groups the number ahead is taken as normal, which is then close enough. */
const MOST_EXACT = 40;

/** Beyond this many standard deviations a probability is 0 or 1. */
const CERTAIN = 6;

/** Standard normal distribution, to 1e-7 (Abramowitz and Stegun, 7.1.26). */
function normalCdf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const polynomial =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const half = (polynomial * Math.exp(-x * x)) / 2;
  return z < 0 ? half : 1 - half;
}

/**
 * Fills a table of (groups + 1) × places: for the first 0, 1, 2, … groups of an order the probabilities that
 * 0, 1, 2, … of them are ahead.
 */
function fill(table: Float64Array, ahead: Float64Array, places: number, backward: boolean): void {
  const { length } = ahead;
  table[0] = 1;
  for (let step = 0; step < length; step += 1) {
    const p = ahead[backward ? length - 1 - step : step] ?? 0;
    const from = step * places;
    const to = from + places;
    table[to] = (table[from] ?? 0) * (1 - p);
    for (let count = 1; count < places; count += 1) {
      table[to + count] = (table[from + count] ?? 0) * (1 - p) + (table[from + count - 1] ?? 0) * p;
    }
  }
}

type FewerAhead = (ahead: Float64Array, chances: Float64Array) => void;

function exactly(groups: number, places: number): FewerAhead {
  const before = new Float64Array((groups + 1) * places);
  const after = new Float64Array((groups + 1) * places);
  return (ahead, chances) => {
    fill(before, ahead, places, false);
    fill(after, ahead, places, true);
    for (let index = 0; index < groups; index += 1) {
      const left = index * places + places - 1;
      const right = (groups - 1 - index) * places;
      let sum = 0;
      let upTo = 0;
      for (let count = 0; count < places; count += 1) {
        upTo += after[right + count] ?? 0;
        sum += (before[left - count] ?? 0) * upTo;
      }
      chances[index] = sum;
    }
  };
}

function normalAt(z: number, variance: number, third: number): number {
  const spread = Math.sqrt(variance);
  if (Math.abs(z) > CERTAIN * spread) return z > 0 ? 1 : 0;
  const at = z / spread;
  const plain = normalCdf(at);
  // Of one or two uncertain ones a skewness says nothing.
  if (variance < 1) return plain;
  const density = Math.exp((-at * at) / 2) / Math.sqrt(2 * Math.PI);
  const refined = plain + ((third / (variance * spread)) * (1 - at * at) * density) / 6;
  return Math.min(1, Math.max(0, refined));
}

function normally(groups: number, places: number): FewerAhead {
  return (ahead, chances) => {
    let mean = 0;
    let variance = 0;
    let third = 0;
    for (let index = 0; index < groups; index += 1) {
      const p = ahead[index] ?? 0;
      const own = p * (1 - p);
      mean += p;
      variance += own;
      third += own * (1 - 2 * p);
    }
    for (let index = 0; index < groups; index += 1) {
      const p = ahead[index] ?? 0;
      const own = p * (1 - p);
      const z = places - 0.5 - (mean - p);
      chances[index] = normalAt(z, Math.max(0, variance - own), third - own * (1 - 2 * p));
    }
  };
}

/**
 * How to get, for each group, the probability that fewer than `places` of the others are ahead of it, each being
 * ahead independently: exactly (a Poisson binomial distribution) up to 40 groups, above that by the normal
 * approximation refined for continuity and skewness.
 *
 * @param groups how many there are, with the one asked about
 * @param places a whole number from 1
 * @returns a function of the probability of each group to be ahead of the one asked about, 0..1, that fills in the
 *   answers; it reuses its own tables
 *
 * Source: A. Y. Volkova, "A refinement of the central limit theorem for sums of independent random indicators",
 * Theory of Probability and its Applications 40 (1996), 791–794.
 */
export function fewerAhead(groups: number, places: number): FewerAhead {
  return groups <= MOST_EXACT ? exactly(groups, places) : normally(groups, places);
}
