import type { SurvivalHistogram } from './kaplan-meier.ts';
import { countGroups, quadraticForm, type Strata } from './log-rank.ts';

/** The people of one stratum in order of their times, in blocks that each begin on a day with an event. */
interface Blocks {
  /** The group of each person. Permuting changes it. */
  readonly groups: Uint8Array;
  /** Where each block begins. The people before the first block were gone before anybody left. */
  readonly starts: Int32Array;
  /** How many of a block, its first people, had their event on its day. */
  readonly events: Int32Array;
}

/** A statistic this much below the observed one, relative to it, still counts as equal: sums differ in rounding. */
const ROUNDING = 1e-9;

/**
 * Prepares the permutation test of a log-rank statistic: within each stratum the groups are dealt out anew among the
 * people, all ways being equally likely, and the whole statistic is computed again, variance included (so that it
 * stays valid, for large samples, where the groups were followed differently long: G. Neuhaus, Annals of Statistics
 * 21 (1993), 1760–1779).
 *
 * @param seed the same seed gives the same sequence of permutations
 * @returns a function that does the next `count` permutations and answers how many of them were at least as far from
 *   equality as the observed groups. After b of m, p = (b + 1) / (m + 1).
 * @throws RangeError where strata have different numbers of groups, or not 2 to 255
 */
export function permutedLogRank(strata: Strata, seed: number): (count: number) => number {
  const groups = countGroups(strata);
  if (groups > 255) throw new RangeError(`at most 255 groups can be compared, got ${groups}`);
  const blocks = strata.map(blocksOf).filter(({ groups: people }) => new Set(people).size > 1);
  const deal = dealer(seed);
  const differences = new Float64Array(groups);
  const matrix = new Float64Array(groups * groups);
  const atRisk = new Int32Array(groups);

  const statistic = (permute: boolean): number => {
    differences.fill(0);
    matrix.fill(0);
    for (const stratum of blocks) {
      if (permute) deal(stratum);
      addStratum(stratum, atRisk, differences, matrix);
    }
    return quadraticForm(differences, matrix, groups).chiSquare;
  };

  const observed = statistic(false);
  const threshold = observed - ROUNDING * observed;
  return (count) => {
    let extreme = 0;
    for (let i = 0; i < count; i += 1) if (statistic(true) >= threshold) extreme += 1;
    return extreme;
  };
}

/** Adds one stratum's observed − expected and its covariance (upper triangle). */
function addStratum(
  { groups: people, starts, events }: Blocks,
  atRisk: Int32Array,
  differences: Float64Array,
  matrix: Float64Array,
): void {
  const size = atRisk.length;
  atRisk.fill(0);
  let end = people.length;
  for (let block = starts.length - 1; block >= 0; block -= 1) {
    const start = starts[block] ?? 0;
    const left = events[block] ?? 0;
    const firstStayer = start + left;
    for (let i = firstStayer; i < end; i += 1) {
      const group = people[i] ?? 0;
      atRisk[group] = (atRisk[group] ?? 0) + 1;
    }
    for (let i = start; i < firstStayer; i += 1) {
      const group = people[i] ?? 0;
      atRisk[group] = (atRisk[group] ?? 0) + 1;
      differences[group] = (differences[group] ?? 0) + 1;
    }
    end = start;
    const all = people.length - start;
    const share = left / all;
    const scale = all > 1 ? (left * (all - left)) / (all - 1) / all : 0;
    for (let group = 0; group < size - 1; group += 1) {
      const risk = atRisk[group] ?? 0;
      if (risk === 0) continue;
      differences[group] = (differences[group] ?? 0) - risk * share;
      const row = group * size;
      const part = (scale * risk) / all;
      matrix[row + group] = (matrix[row + group] ?? 0) + scale * risk;
      for (let other = group; other < size - 1; other += 1) {
        matrix[row + other] = (matrix[row + other] ?? 0) - part * (atRisk[other] ?? 0);
      }
    }
  }
}

/** Deals the groups of a stratum out anew; Fisher and Yates from the last person on. */
function dealer(seed: number): (stratum: Blocks) => void {
  // sfc32, a small fast counting generator (C. Doty-Humphrey, PractRand): 128 bits of state.
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed | 0;
  let counter = 1;
  const warmUp: Blocks = {
    groups: new Uint8Array(20),
    starts: Int32Array.of(0),
    events: Int32Array.of(0),
  };
  const deal = ({ groups: people, starts }: Blocks): void => {
    // Who was gone before anybody left is never counted, so no group need be drawn for them.
    const first = Math.max(starts[0] ?? people.length, 1);
    let [x, y, z, w] = [a, b, c, counter];
    for (let i = people.length - 1; i >= first; i -= 1) {
      const random = (((x + y) | 0) + w) | 0;
      w = (w + 1) | 0;
      x = y ^ (y >>> 9);
      y = (z + (z << 3)) | 0;
      z = (((z << 21) | (z >>> 11)) + random) | 0;
      const chosen = Math.floor(((random >>> 0) / 0x1_0000_0000) * (i + 1));
      const group = people[chosen] ?? 0;
      people[chosen] = people[i] ?? 0;
      people[i] = group;
    }
    [a, b, c, counter] = [x, y, z, w];
  };
  deal(warmUp);
  return deal;
}

function blocksOf(stratum: readonly SurvivalHistogram[]): Blocks {
  const people = stratum.flatMap(({ values, events, counts }, group) =>
    Array.from({ length: values.length }, (_, i) => i).flatMap((i) =>
      Array.from({ length: counts[i] ?? 0 }, (_, person) => ({
        group,
        day: values[i] ?? 0,
        event: person < (events[i] ?? 0),
      })),
    ),
  );
  // Events come before censorings of the same day, so that a block's events are its first people.
  people.sort((p, q) => p.day - q.day || Number(q.event) - Number(p.event) || p.group - q.group);
  const starts: number[] = [];
  const events: number[] = [];
  for (const [index, { day, event }] of people.entries()) {
    if (!event) continue;
    const last = starts.at(-1);
    if (last !== undefined && people[last]?.day === day) {
      events[events.length - 1] = (events.at(-1) ?? 0) + 1;
    } else {
      starts.push(index);
      events.push(1);
    }
  }
  return {
    groups: Uint8Array.from(people, ({ group }) => group),
    starts: Int32Array.from(starts),
    events: Int32Array.from(events),
  };
}
