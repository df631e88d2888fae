import type { Counts } from './fisher-mid-p.ts';
import { logGamma } from './log-gamma.ts';

/** A prior of the groups' rates, Beta(mu·M, (1 − mu)·M) with M = 1/rho − 1, and its probability given the counts. */
export interface PriorNode {
  readonly mu: number;
  readonly rho: number;
  readonly weight: number;
}

const MU_STEPS = 199;
const RHO_STEPS = 40;
const RHO_LEAST = 0.0001;
const RHO_MOST = 0.4;

const muAt = (index: number): number => (index + 1) * 0.005;
const rhoAt = (index: number): number =>
  RHO_LEAST * (RHO_MOST / RHO_LEAST) ** (index / (RHO_STEPS - 1));

/** Points this far below the best one (natural logarithm) are left out: together they weigh less than 1 in 1,000. */
const DEPTH = 18;
const COARSE_MU = 4;
const COARSE_RHO = 2;

/** The logarithm of the posterior weight of a grid point, by position; constants left out. */
function logWeights(groups: readonly Counts[]): (mu: number, rho: number) => number {
  const precision = Array.from({ length: RHO_STEPS }, (_, index) => 1 / rhoAt(index) - 1);
  const perRho = precision.map((m, index) => {
    const wholes = groups.reduce((sum, { n }) => sum + logGamma(m + n), 0);
    return Math.log(rhoAt(index)) + groups.length * logGamma(m) - wholes;
  });
  return (mu, rho) => {
    const m = precision[rho] ?? 0;
    const a = muAt(mu) * m;
    const b = m - a;
    const start = (perRho[rho] ?? 0) - groups.length * (logGamma(a) + logGamma(b));
    return groups.reduce((sum, { x, n }) => sum + logGamma(a + x) + logGamma(b + n - x), start);
  };
}

/** Posterior weights of the grid's points that matter, a row for each rho; found by flooding from a coarse net. */
function flood(groups: readonly Counts[]): { mu: number; weight: number }[][] {
  const logWeight = logWeights(groups);
  const seen = new Map<number, number>();
  const at = (mu: number, rho: number): number => {
    const id = rho * MU_STEPS + mu;
    const known = seen.get(id);
    if (known !== undefined) return known;
    const value = logWeight(mu, rho);
    seen.set(id, value);
    return value;
  };
  let best = -Infinity;
  for (let rho = 0; rho < RHO_STEPS; rho += COARSE_RHO) {
    for (let mu = 1; mu < MU_STEPS; mu += COARSE_MU) best = Math.max(best, at(mu, rho));
  }
  const isHigh = (id: number) => (seen.get(id) ?? -Infinity) > best - DEPTH;
  const open = [...seen.keys()].filter(isHigh);
  const done = new Set(open);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const mu = id % MU_STEPS;
    const rho = (id - mu) / MU_STEPS;
    for (const [nextMu, nextRho] of [
      [mu - 1, rho],
      [mu + 1, rho],
      [mu, rho - 1],
      [mu, rho + 1],
    ] as const) {
      if (nextMu < 0 || nextMu >= MU_STEPS || nextRho < 0 || nextRho >= RHO_STEPS) continue;
      const next = nextRho * MU_STEPS + nextMu;
      if (done.has(next)) continue;
      best = Math.max(best, at(nextMu, nextRho));
      if (!isHigh(next)) continue;
      done.add(next);
      open.push(next);
    }
  }
  const rows: { mu: number; weight: number }[][] = Array.from({ length: RHO_STEPS }, () => []);
  for (const id of [...done].toSorted((a, b) => a - b)) {
    const mu = id % MU_STEPS;
    const weight = Math.exp((seen.get(id) ?? -Infinity) - best);
    rows[(id - mu) / MU_STEPS]?.push({ mu: muAt(mu), weight });
  }
  return rows;
}

/**
 * What the counts of several groups tell of the distribution that the groups' true rates come from: the posterior
 * on the grid mu .005 … .995 (199 even steps, uniform) × rho .0001 … .4 (40 even steps of the logarithm, each
 * weighted by rho, so that rho is uniform too), x given n beta-binomial.
 *
 * @param groups counts, at least one
 * @returns the points that matter, by rho and mu ascending; their weights add up to 1
 * @throws RangeError where there is no group
 *
 * Source: A. Gelman and others, Bayesian Data Analysis, 3rd ed. (2013), section 5.3 (hierarchical binomial model).
 */
export function priorNodes(groups: readonly Counts[]): PriorNode[] {
  if (groups.length === 0) throw new RangeError('there must be at least one group');
  const rows = flood(groups);
  const whole = rows.flat().reduce((sum, { weight }) => sum + weight, 0);
  return rows.flatMap((row, index) =>
    row.map(({ mu, weight }) => ({ mu, rho: rhoAt(index), weight: weight / whole })),
  );
}

/** Values of rho lighter than this part of a node are left out. */
const LIGHT = 0.1;

/**
 * Fewer nodes for what takes time: neighbors along mu are merged into their mean.
 *
 * @param nodes as `priorNodes` answers them
 * @param parts how many nodes of even weight would be enough, from 1
 * @returns nodes whose weights add up to 1; at most `parts` and one more for each rho
 */
export function mergeNodes(nodes: readonly PriorNode[], parts: number): PriorNode[] {
  const weights = new Map<number, number>();
  for (const { rho, weight } of nodes) weights.set(rho, (weights.get(rho) ?? 0) + weight);
  const heavy = nodes.filter(({ rho }) => (weights.get(rho) ?? 0) >= LIGHT / parts);
  const merged: PriorNode[] = [];
  let weight = 0;
  let sum = 0;
  for (const [index, node] of heavy.entries()) {
    weight += node.weight;
    sum += node.weight * node.mu;
    const isLast = heavy[index + 1]?.rho !== node.rho;
    if (weight < 1 / parts && !isLast) continue;
    merged.push({ mu: sum / weight, rho: node.rho, weight });
    weight = 0;
    sum = 0;
  }
  const kept = merged.reduce((all, one) => all + one.weight, 0);
  return merged.map((one) => ({ ...one, weight: one.weight / kept }));
}
