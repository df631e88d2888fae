import type { SurvivalHistogram } from './kaplan-meier.ts';

/**
 * What is compared: for each stratum the times of every group, in one order of groups throughout. A group may be
 * empty in a stratum.
 */
export type Strata = readonly (readonly SurvivalHistogram[])[];

/** How many left each group, how many would have if all groups left alike, and how far apart the two are. */
export interface LogRank {
  readonly observed: readonly number[];
  readonly expected: readonly number[];
  /** Hypergeometric covariance of `observed`, a row for each group. */
  readonly covariance: readonly (readonly number[])[];
  readonly chiSquare: number;
  /** Degrees of freedom: the rank of the covariance. 0 where no two groups were ever at risk together. */
  readonly df: number;
}

/** Below this part of the largest variance, what is left of one is a rounding error. */
const NEGLIGIBLE = 1e-11;

/**
 * Log-rank test of two or more groups, stratified: risk sets are formed within each stratum, and observed, expected
 * and covariance are summed over strata. On a day with both, events come before censorings.
 *
 * @throws RangeError where strata have different numbers of groups, or fewer than two
 *
 * Sources: N. Mantel, "Evaluation of survival data and two new rank order statistics arising in its consideration",
 * Cancer Chemotherapy Reports 50 (1966), 163–170; R. Peto and J. Peto (1972), Journal of the Royal Statistical
 * Society A 135, 185–207.
 */
export function logRank(strata: Strata): LogRank {
  const groups = countGroups(strata);
  const observed = new Float64Array(groups);
  const expected = new Float64Array(groups);
  const covariance = Array.from({ length: groups }, () => new Float64Array(groups));
  for (const stratum of strata) {
    const atRisk = stratum.map(({ counts }) => sum(counts));
    for (const { events, leaving } of days(stratum)) {
      const all = sum(atRisk);
      const left = sum(events);
      const scale = all > 1 ? (left * (all - left)) / (all - 1) : 0;
      for (const [group, risk] of atRisk.entries()) {
        observed[group] = (observed[group] ?? 0) + (events[group] ?? 0);
        expected[group] = (expected[group] ?? 0) + (left * risk) / all;
        const row = covariance[group];
        for (const [other, otherRisk] of row === undefined ? [] : atRisk.entries()) {
          const same = group === other ? risk / all : 0;
          if (row) row[other] = (row[other] ?? 0) + scale * (same - (risk * otherRisk) / all ** 2);
        }
      }
      for (const [group, gone] of leaving.entries()) atRisk[group] = (atRisk[group] ?? 0) - gone;
    }
  }
  const differences = Float64Array.from(observed, (value, group) => value - (expected[group] ?? 0));
  const matrix = Float64Array.from(covariance.flatMap((row) => [...row]));
  const { chiSquare, rank } = quadraticForm(differences, matrix, groups);
  return {
    observed: [...observed],
    expected: [...expected],
    covariance: covariance.map((row) => [...row]),
    chiSquare,
    df: rank,
  };
}

/**
 * xᵀ A⁻ x by elimination, with the rank of A, for a covariance A whose rows sum to zero and an x of the same kind.
 * The last row says nothing new and is left out; directions without variance count for nothing. Both arguments are
 * overwritten.
 *
 * @param matrix A, row by row; only its upper triangle is read
 */
export function quadraticForm(
  x: Float64Array,
  matrix: Float64Array,
  size: number,
): { chiSquare: number; rank: number } {
  let largest = 0;
  for (let i = 0; i < size - 1; i += 1) largest = Math.max(largest, matrix[i * size + i] ?? 0);
  let chiSquare = 0;
  let rank = 0;
  for (let i = 0; i < size - 1; i += 1) {
    const pivot = matrix[i * size + i] ?? 0;
    if (pivot <= NEGLIGIBLE * largest) continue;
    const value = x[i] ?? 0;
    chiSquare += (value * value) / pivot;
    rank += 1;
    for (let row = i + 1; row < size - 1; row += 1) {
      const factor = (matrix[i * size + row] ?? 0) / pivot;
      x[row] = (x[row] ?? 0) - factor * value;
      for (let column = row; column < size - 1; column += 1) {
        const at = row * size + column;
        matrix[at] = (matrix[at] ?? 0) - factor * (matrix[i * size + column] ?? 0);
      }
    }
  }
  return { chiSquare, rank };
}

/** The number of groups, the same in every stratum. */
export function countGroups(strata: Strata): number {
  const groups = strata[0]?.length ?? 0;
  if (groups < 2) throw new RangeError(`two or more groups can be compared, got ${groups}`);
  if (strata.some((stratum) => stratum.length !== groups)) {
    throw new RangeError('every stratum must list the same groups');
  }
  return groups;
}

/** The days of a stratum in order: how many of each group had their event, and how many go out of sight after it. */
function days(stratum: readonly SurvivalHistogram[]) {
  const byDay = new Map<number, { events: number[]; leaving: number[] }>();
  for (const [group, { values, events, counts }] of stratum.entries()) {
    for (let i = 0; i < values.length; i += 1) {
      const day = values[i] ?? 0;
      const at = byDay.get(day) ?? { events: zeros(stratum), leaving: zeros(stratum) };
      at.events[group] = events[i] ?? 0;
      at.leaving[group] = counts[i] ?? 0;
      byDay.set(day, at);
    }
  }
  return [...byDay].toSorted(([a], [b]) => a - b).map(([, at]) => at);
}

const zeros = (list: readonly unknown[]): number[] => list.map(() => 0);

function sum(list: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < list.length; i += 1) total += list[i] ?? 0;
  return total;
}
