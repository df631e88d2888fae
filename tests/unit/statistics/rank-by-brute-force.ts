import type { Counts } from '../../../domain/statistics/fisher-mid-p.ts';

interface SlowGroup {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly first: number;
}

const CELLS = 360;

/** ln of rising factorials: Γ(a + k) / Γ(a) as a plain product, since k is a whole number. */
function logRising(a: number, k: number): number {
  let sum = 0;
  for (let i = 0; i < k; i += 1) sum += Math.log(a + i);
  return sum;
}

/** Probabilities of even cells in u of a beta distribution of sin²(u), which has no singularities there. */
function betaCells(a: number, b: number): number[] {
  const logs = Array.from({ length: CELLS }, (_, cell) => {
    const u = ((cell + 0.5) / CELLS) * (Math.PI / 2);
    return (2 * a - 1) * Math.log(Math.sin(u)) + (2 * b - 1) * Math.log(Math.cos(u));
  });
  const most = Math.max(...logs);
  const raw = logs.map((log) => Math.exp(log - most));
  const sum = raw.reduce((all, one) => all + one, 0);
  return raw.map((one) => one / sum);
}

const middlesBelow = (cells: readonly number[]): number[] => {
  let upTo = 0;
  return cells.map((one) => {
    upTo += one;
    return upTo - one / 2;
  });
};

/** How likely fewer than `places` of some independent events are, by the polynomial of their probabilities. */
function fewer(chances: readonly number[], places: number): number {
  let polynomial = [1];
  for (const p of chances) {
    const next = [...polynomial.map((c) => c * (1 - p)), 0];
    for (const [index, c] of polynomial.entries()) next[index + 1] = (next[index + 1] ?? 0) + c * p;
    polynomial = next;
  }
  return polynomial.slice(0, places).reduce((sum, c) => sum + c, 0);
}

/**
 * The ranking's posterior written down plainly and slowly: every point of the whole grid, even cells of the rate,
 * every group against every other. The highest rate is best.
 */
export function rankByBruteForce(groups: readonly Counts[], places: number) {
  const points = Array.from({ length: 40 }, (_, r) => 0.0001 * 4000 ** (r / 39)).flatMap((rho) =>
    Array.from({ length: 199 }, (_, k) => {
      const mu = 0.005 * (k + 1);
      const m = 1 / rho - 1;
      const log = groups.reduce(
        (sum, { x, n }) =>
          sum + logRising(mu * m, x) + logRising((1 - mu) * m, n - x) - logRising(m, n),
        Math.log(rho),
      );
      return { a: mu * m, b: (1 - mu) * m, log };
    }),
  );
  const best = Math.max(...points.map(({ log }) => log));
  const sum = points.reduce((all, { log }) => all + Math.exp(log - best), 0);
  const heavy = points
    .map(({ a, b, log }) => ({ a, b, weight: Math.exp(log - best) / sum }))
    .filter(({ weight }) => weight > 3e-5);
  const kept = heavy.reduce((all, { weight }) => all + weight, 0);

  const first = groups.map(() => 0);
  const better = groups.map(() => groups.map(() => 0));
  const mixture = groups.map(() => Array.from({ length: CELLS }, () => 0));
  for (const { a, b, weight } of heavy) {
    const w = weight / kept;
    const cells = groups.map(({ x, n }) => betaCells(a + x, b + n - x));
    const below = cells.map(middlesBelow);
    for (const i of groups.keys()) {
      for (let cell = 0; cell < CELLS; cell += 1) {
        const own = w * (cells[i]?.[cell] ?? 0);
        if (own < 1e-12) continue;
        const mixed = mixture[i];
        if (mixed) mixed[cell] = (mixed[cell] ?? 0) + own;
        const lower = below.map((list) => list[cell] ?? 0);
        const others = lower.filter((_, j) => j !== i).map((p) => 1 - p);
        first[i] = (first[i] ?? 0) + own * fewer(others, places);
        for (const [j, p] of lower.entries()) {
          const row = better[i];
          if (row) row[j] = (row[j] ?? 0) + own * p;
        }
      }
    }
  }
  const quantile = (cells: readonly number[], p: number): number => {
    let upTo = 0;
    for (const [cell, one] of cells.entries()) {
      if (upTo + one >= p)
        return Math.sin(((cell + (p - upTo) / one) / CELLS) * (Math.PI / 2)) ** 2;
      upTo += one;
    }
    return 1;
  };
  const answer: SlowGroup[] = groups.map(({ x, n }, i) => ({
    mean: points.reduce(
      (all, { a, b, log }) => all + (Math.exp(log - best) / sum) * ((a + x) / (a + b + n)),
      0,
    ),
    low: quantile(mixture[i] ?? [], 0.025),
    high: quantile(mixture[i] ?? [], 0.975),
    first: first[i] ?? 0,
  }));
  return { groups: answer, better };
}
