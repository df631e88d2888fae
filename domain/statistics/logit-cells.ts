import type { PriorNode } from './beta-binomial-nodes.ts';
import type { Counts } from './fisher-mid-p.ts';

/** One group's posterior rate under one prior, cut into the cells `first`, `first + 1`, … of the prior's net. */
export interface GroupCells {
  readonly first: number;
  /** Probability of each cell. */
  readonly mass: Float64Array;
  /** Probability below the middle of each cell. */
  readonly below: Float64Array;
}

/** The posterior rates of all groups under one prior, on one net over the logit of the rate. */
export interface Cells {
  readonly weight: number;
  /** Ends of the cells, ascending, as logits. */
  readonly ends: Float64Array;
  readonly groups: readonly GroupCells[];
}

/** Rates beyond 1e-13 from 0 or 1 lie in the outermost cells. */
const EDGE = 30;
/** Widths of cells and of a group's range, in standard deviations of its logit. */
const FINE = 0.35;
const FAR = 5;
const WIDEST = 2;
/** The exponential tail of a logit near 0 or 1: e^−9 is 1 in 8,000. */
const TAIL = 9;

interface Shape {
  readonly alpha: number;
  readonly beta: number;
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

function shapeOf({ x, n }: Counts, { mu, rho }: PriorNode): Shape {
  const precision = 1 / rho - 1;
  const alpha = mu * precision + x;
  const beta = (1 - mu) * precision + n - x;
  const center = Math.log(alpha / beta);
  const spread = Math.sqrt(1 / alpha + 1 / beta);
  return {
    alpha,
    beta,
    low: Math.max(-EDGE, Math.min(EDGE - 1, center - Math.max(FAR * spread, TAIL / alpha))),
    high: Math.min(EDGE, Math.max(1 - EDGE, center + Math.max(FAR * spread, TAIL / beta))),
    step: FINE * Math.min(spread, WIDEST),
  };
}

/** Ends of cells: everywhere as fine as the finest group that reaches there, and none where no group is. */
function netOf(shapes: readonly Shape[]): Float64Array {
  const starts = shapes.map(({ low }) => low).toSorted((a, b) => a - b);
  const last = Math.max(...shapes.map(({ high }) => high));
  const ends: number[] = [];
  let next = 0;
  let at = starts[0] ?? 0;
  while (at < last) {
    ends.push(at);
    let step = Infinity;
    for (const { low, high, step: own } of shapes) {
      if (low <= at && at < high && own < step) step = own;
    }
    while ((starts[next] ?? Infinity) <= at) next += 1;
    at = Math.min(at + step, starts[next] ?? Infinity, last);
  }
  ends.push(last);
  return Float64Array.from(ends);
}

function firstAbove(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The probability of each cell between two ends; what lies beyond is put into the outermost cells. */
function groupCells(
  { alpha, beta, low, high }: Shape,
  ends: Float64Array,
  middles: Float64Array,
  softplus: Float64Array,
): GroupCells {
  const first = Math.max(0, firstAbove(ends, low) - 1);
  const last = Math.min(middles.length, Math.max(first + 1, firstAbove(ends, high) - 1));
  const mass = new Float64Array(last - first);
  const center = Math.log(alpha / beta);
  const peak = alpha * center - (alpha + beta) * Math.log1p(Math.exp(center));
  const density = (logit: number, soft: number) =>
    Math.exp(alpha * logit - (alpha + beta) * soft - peak);
  let sum = 0;
  for (let index = first; index < last; index += 1) {
    const width = (ends[index + 1] ?? 0) - (ends[index] ?? 0);
    const value = density(middles[index] ?? 0, softplus[index] ?? 0) * width;
    mass[index - first] = value;
    sum += value;
  }
  const start = ends[first] ?? 0;
  const stop = ends[last] ?? 0;
  const before = density(start, Math.log1p(Math.exp(start))) / alpha;
  const after = density(stop, Math.log1p(Math.exp(stop))) / beta;
  mass[0] = (mass[0] ?? 0) + before;
  mass[mass.length - 1] = (mass[mass.length - 1] ?? 0) + after;
  sum += before + after;

  const below = new Float64Array(mass.length);
  let upTo = 0;
  for (let index = 0; index < mass.length; index += 1) {
    const own = (mass[index] ?? 0) / sum;
    mass[index] = own;
    below[index] = upTo + own / 2;
    upTo += own;
  }
  return { first, mass, below };
}

/**
 * Each group's posterior Beta(mu·M + x, (1 − mu)·M + n − x) under one prior, cut into cells fine enough for the
 * narrowest: midpoint rule over the logit, where the density has neither singularities nor long tails (beyond the
 * net they are exponential and added in closed form).
 *
 * @param groups counts, at least one
 * @returns probabilities that add up to 1 for each group
 */
export function logitCells(groups: readonly Counts[], node: PriorNode): Cells {
  const shapes = groups.map((counts) => shapeOf(counts, node));
  const ends = netOf(shapes);
  const middles = new Float64Array(ends.length - 1);
  const softplus = new Float64Array(middles.length);
  for (let index = 0; index < middles.length; index += 1) {
    const middle = ((ends[index] ?? 0) + (ends[index + 1] ?? 0)) / 2;
    middles[index] = middle;
    softplus[index] = Math.log1p(Math.exp(middle));
  }
  return {
    weight: node.weight,
    ends,
    groups: shapes.map((shape) => groupCells(shape, ends, middles, softplus)),
  };
}
