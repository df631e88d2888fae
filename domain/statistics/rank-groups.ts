import { fewerAhead } from './among-first.ts';
import { mergeNodes, priorNodes } from './beta-binomial-nodes.ts';
import { checkCounts, type Counts } from './fisher-mid-p.ts';
import { logitCells, type Cells, type GroupCells } from './logit-cells.ts';

export interface RankedGroup {
  /** Posterior mean of its true rate, and the 95 % interval with 2.5 % on either side; 0..1. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** Probability that its true rate is among the best `places`. */
  readonly first: number;
  /** Best and worst rank that cannot be ruled out: only groups better (worse) with `SURE` stand before (after) it. */
  readonly rank: { readonly best: number; readonly worst: number };
}

export interface Ranking {
  readonly groups: readonly RankedGroup[];
  /** How many ranks make a third of all, rounded. */
  readonly places: number;
  /** `better[i][j]`: probability that group i's true rate is better than group j's. */
  readonly better: readonly Float64Array[];
}

/** Two groups are tied unless one is better with at least this probability. */
export const SURE = 0.9;

const LEVELS = [0.025, 0.975] as const;

/** Nodes that keep errors at a few thousandths: fewer where many groups tell the prior well by themselves. */
function partsFor(groups: number): number {
  return Math.min(200, Math.max(3, Math.round(1000 / groups)));
}

/** Probability that the first group's rate lies above the second's; the same cell counts half. */
function above(one: GroupCells, other: GroupCells): number {
  // Either way round is the same: over the narrower one there is less to add.
  if (one.mass.length > other.mass.length) return 1 - above(other, one);
  const { mass, below } = one;
  const shift = one.first - other.first;
  const from = Math.max(0, -shift);
  const to = Math.min(mass.length, other.mass.length - shift);
  if (to <= 0) return 1;
  let sum = 0;
  for (let index = from; index < to; index += 1) {
    sum += (mass[index] ?? 0) * (other.below[index + shift] ?? 0);
  }
  return to === mass.length ? sum : sum + 1 - ((below[to] ?? 1) - (mass[to] ?? 0) / 2);
}

function belowCell({ first, below }: GroupCells, cell: number): number {
  if (cell < first) return 0;
  return below[cell - first] ?? 1;
}

/** Probability below a logit: whole cells and the part of the one it lies in. */
function cdf({ ends }: Cells, { first, mass, below }: GroupCells, logit: number): number {
  let low = 0;
  let high = mass.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[first + middle + 1] ?? Infinity) <= logit) low = middle + 1;
    else high = middle;
  }
  if (low === mass.length) return 1;
  const start = ends[first + low] ?? 0;
  const part = (logit - start) / ((ends[first + low + 1] ?? 0) - start);
  return Math.max(0, (below[low] ?? 0) + (part - 0.5) * (mass[low] ?? 0));
}

const rateOf = (logit: number): number => 1 / (1 + Math.exp(-logit));

const MOST_STEPS = 60;

/** Where the mixture of a group's posteriors under all priors reaches p: false position (Illinois). */
function quantile(nodes: readonly Cells[], group: number, p: number): number {
  const parts = nodes.flatMap((cells) => {
    const own = cells.groups[group];
    return own === undefined ? [] : [{ cells, own }];
  });
  const missing = (logit: number): number =>
    parts.reduce((sum, { cells, own }) => sum + cells.weight * cdf(cells, own, logit), 0) - p;
  let low = Math.min(...parts.map(({ cells, own }) => cells.ends[own.first] ?? 0));
  let high = Math.max(
    ...parts.map(({ cells, own }) => cells.ends[own.first + own.mass.length] ?? 0),
  );
  let atLow = -p;
  let atHigh = 1 - p;
  for (let step = 0; step < MOST_STEPS && high - low > 1e-6; step += 1) {
    const ratio = atLow / (atLow - atHigh);
    const logit = low + Math.min(0.9, Math.max(0.1, ratio)) * (high - low);
    const at = missing(logit);
    if (Math.abs(at) < 1e-7) return rateOf(logit);
    if (at < 0) {
      low = logit;
      atLow = at;
      atHigh /= 2;
    } else {
      high = logit;
      atHigh = at;
      atLow /= 2;
    }
  }
  return rateOf((low + high) / 2);
}

/** Adds one prior's part to the probability of each group to be among the first. */
function addFirsts({ groups, ends, weight }: Cells, places: number, firsts: Float64Array): void {
  const ahead = new Float64Array(groups.length);
  const chances = new Float64Array(groups.length);
  const judge = fewerAhead(groups.length, places);
  for (let cell = 0; cell < ends.length - 1; cell += 1) {
    let index = 0;
    for (const group of groups) ahead[index++] = 1 - belowCell(group, cell);
    judge(ahead, chances);
    index = 0;
    for (const { first, mass } of groups) {
      const own = cell < first ? 0 : (mass[cell - first] ?? 0);
      firsts[index] = (firsts[index] ?? 0) + weight * own * (chances[index] ?? 0);
      index += 1;
    }
  }
}

/** Adds one prior's part to the probability of each group to be better than each later one. */
function addBetter({ groups, weight }: Cells, better: readonly Float64Array[]): void {
  for (const [i, one] of groups.entries()) {
    const row = better[i];
    if (row === undefined) continue;
    for (let j = i + 1; j < groups.length; j += 1) {
      const other = groups[j];
      if (other !== undefined) row[j] = (row[j] ?? 0) + weight * above(one, other);
    }
  }
}

/** Fills in the lower half of the matrix from the upper. */
function mirror(better: readonly Float64Array[]): void {
  for (const [i, row] of better.entries()) {
    for (let j = 0; j < i; j += 1) row[j] = 1 - (better[j]?.[i] ?? 0);
  }
}

function rankOf(group: number, better: readonly Float64Array[]): RankedGroup['rank'] {
  let best = 1;
  let worst = better.length;
  for (const [other, row] of better.entries()) {
    if (other === group) continue;
    if ((row[group] ?? 0) >= SURE) best += 1;
    if ((better[group]?.[other] ?? 0) >= SURE) worst -= 1;
  }
  return { best, worst };
}

/** The highest rate is the best. */
function rankHighest(counts: readonly Counts[], places: number): Ranking {
  const nodes = priorNodes(counts);
  const all = mergeNodes(nodes, partsFor(counts.length)).map((node) => logitCells(counts, node));
  const better = counts.map(() => new Float64Array(counts.length));
  const firsts = new Float64Array(counts.length);
  for (const cells of all) {
    addBetter(cells, better);
    addFirsts(cells, places, firsts);
  }
  mirror(better);
  const groups = counts.map(({ x, n }, index) => {
    const mean = nodes.reduce((sum, { mu, rho, weight }) => {
      const precision = 1 / rho - 1;
      return sum + (weight * (mu * precision + x)) / (precision + n);
    }, 0);
    const [low, high] = LEVELS.map((p) => quantile(all, index, p));
    return {
      mean,
      low: low ?? 0,
      high: high ?? 1,
      first: Math.min(1, firsts[index] ?? 0),
      rank: rankOf(index, better),
    };
  });
  return { groups, places, better };
}

/**
 * Ranks groups by their true rates as far as the counts can tell: x of n people are binomial with a true rate that
 * comes from one beta distribution for all groups, of which only the grid of `priorNodes` is known. Computed by
 * quadrature: the same counts always give the same answer.
 *
 * @param counts of two groups or more; in any order, which the answer keeps
 * @param best which rates are the best
 * @throws RangeError where there are fewer than two groups, or counts are not whole numbers with 0 ≤ x ≤ n
 *
 * Source: H. Goldstein and D. J. Spiegelhalter, "League tables and their limitations", Journal of the Royal
 * Statistical Society A 159 (1996), 385–443.
 */
export function rankGroups(counts: readonly Counts[], best: 'highest' | 'lowest'): Ranking {
  if (counts.length < 2) throw new RangeError('a ranking needs at least two groups');
  for (const one of counts) checkCounts(one);
  const places = Math.round(counts.length / 3);
  if (best === 'highest') return rankHighest(counts, places);
  const mirrored = rankHighest(
    counts.map(({ x, n }) => ({ x: n - x, n })),
    places,
  );
  const groups = mirrored.groups.map(({ mean, low, high, ...rest }) => ({
    ...rest,
    mean: 1 - mean,
    low: 1 - high,
    high: 1 - low,
  }));
  return { ...mirrored, groups };
}
