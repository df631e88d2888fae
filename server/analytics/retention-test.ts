import type { Day } from '../../domain/dates.ts';
import { SMALL_N } from '../../domain/metrics/value.ts';
import { chiSquareUpperTail } from '../../domain/statistics/chi-square.ts';
import { logRank, type Strata } from '../../domain/statistics/log-rank.ts';
import { permutedLogRank } from '../../domain/statistics/permuted-log-rank.ts';
import type { Aggregator, KeyValue } from '../store/ports.ts';
import { createSlices } from './in-slices.ts';
import { retentionRow, type RetentionRow } from './retention.ts';
import { speaksOfLeavers } from './speaks-of-leavers.ts';
import { compareKeys, compareValues } from './order.ts';
import { readTenureGroups, type TenureGroup, type TenureQuery } from './tenure-groups.ts';

/** Why groups are not compared. */
export const HIDDEN_REASONS = [
  'not_applicable',
  'one_group',
  'too_many_groups',
  'no_curve',
  'small_group',
  'few_leavers',
  'never_together',
] as const;

interface ComparedGroup {
  /** Null for everybody else. */
  readonly key: readonly KeyValue[] | null;
  readonly n: number;
  /** How many left, and how many would have if all groups had left alike. */
  readonly observed: number;
  readonly expected: number;
}

export type RetentionTest =
  | {
      readonly status: 'ok';
      readonly chiSquare: number;
      readonly df: number;
      readonly p: number;
      /** How p was found: by permutation or, where too many people are compared for that, from the distribution. */
      readonly method: 'permutation' | 'chi_square';
      /** The dimension within whose values the groups are compared; null where they are its values themselves. */
      readonly stratifiedBy: 'hire_year' | null;
      /** How many values of it there are. */
      readonly strata: number;
      readonly groups: readonly ComparedGroup[];
    }
  | {
      readonly status: 'hidden';
      readonly reason: (typeof HIDDEN_REASONS)[number];
      /** The groups that are in the way, where it is about some of them. */
      readonly groups: readonly { readonly key: readonly KeyValue[] | null }[];
    };

export interface RetentionTestAnswer {
  readonly asOf: Day;
  readonly version: number;
  readonly test: RetentionTest;
}

/** Groups beyond these would need colors and words that nobody can tell apart. */
export const MOST_COMPARED = 6;
const FEWEST_LEAVERS = 10;
const PERMUTATIONS = 9999;
const SEED = 1958;
/** Above this many people the permutations would take seconds, and the distribution is near enough. */
const MOST_PERMUTED = 10_000;
const MOST_REMEMBERED = 200;

type Hidden = Extract<RetentionTest, { status: 'hidden' }>;

function hidden(reason: Hidden['reason'], groups: readonly RetentionRow[] = []): Hidden {
  return { status: 'hidden', reason, groups: groups.map(({ key }) => ({ key })) };
}

/** Why the groups cannot be compared, or null. */
function obstacle(query: TenureQuery, rows: readonly RetentionRow[]): Hidden | null {
  if (speaksOfLeavers(query.by, query.where)) return hidden('not_applicable');
  if (rows.length < 2) return hidden('one_group');
  if (rows.length > MOST_COMPARED) return hidden('too_many_groups');
  const withoutCurve = rows.filter(({ n, reason }) => n === 0 && reason !== 'nobody');
  if (withoutCurve.length > 0) return hidden('no_curve', withoutCurve);
  const small = rows.filter(({ n }) => n < SMALL_N);
  if (small.length > 0) return hidden('small_group', small);
  const leavers = rows.reduce((sum, { events }) => sum + events, 0);
  return leavers < FEWEST_LEAVERS ? hidden('few_leavers') : null;
}

const NOBODY = { values: [], events: [], counts: [] };

/** Strata in the order of years, so that equal questions permute alike. */
function strataOf(groups: readonly TenureGroup[]): Strata {
  const years = [...new Set(groups.flatMap(({ byYear }) => [...byYear.keys()]))];
  return years
    .toSorted(compareValues)
    .map((year) => groups.map(({ byYear }) => byYear.get(year) ?? NOBODY));
}

/**
 * Log-rank tests between groups, stratified by year hired; p by 9,999 seeded permutations, so that the same data give
 * the same p. Hidden below 10 leavers in all or 10 hires in a group. Answers are remembered for as long as the data's
 * version stands; computing one holds nothing else up.
 *
 * The answer to a question throws AppError `invalid_input` for an as-of after the data's.
 */
export function createRetentionTests(
  aggregator: Aggregator,
): (query: TenureQuery) => Promise<RetentionTestAnswer> {
  const inSlices = createSlices();
  const remembered = new Map<string, Promise<RetentionTest>>();
  let rememberedVersion = -1;

  async function test(query: TenureQuery, groups: readonly TenureGroup[], asOf: Day) {
    const rows = groups.map((group) => retentionRow(group, asOf));
    const inTheWay = obstacle(query, rows);
    if (inTheWay !== null) return inTheWay;
    // Whatever the order they are shown in: permutations depend on it.
    const ordered = groups.toSorted((a, b) =>
      a.key === null || b.key === null
        ? Number(a.key === null) - Number(b.key === null)
        : compareKeys(a.key, b.key),
    );
    const strata = strataOf(ordered);
    const { observed, expected, chiSquare, df } = logRank(strata);
    if (df === 0) return hidden('never_together');
    const people = rows.reduce((sum, { n }) => sum + n, 0);
    const method = people > MOST_PERMUTED ? ('chi_square' as const) : ('permutation' as const);
    const p =
      method === 'chi_square'
        ? chiSquareUpperTail(chiSquare, df)
        : ((await inSlices(permutedLogRank(strata, SEED), PERMUTATIONS)) + 1) / (PERMUTATIONS + 1);
    return {
      status: 'ok' as const,
      chiSquare,
      df,
      p,
      method,
      stratifiedBy: query.by.includes('hire_year') ? null : ('hire_year' as const),
      strata: strata.length,
      groups: rows.map(({ key, n }, index) => {
        const at = ordered.findIndex((group) => group === groups[index]);
        return { key, n, observed: observed[at] ?? 0, expected: expected[at] ?? 0 };
      }),
    };
  }

  return async (query) => {
    const { asOf, version, groups } = await readTenureGroups(aggregator, query);
    if (version !== rememberedVersion) remembered.clear();
    rememberedVersion = version;
    const { by, where, scope, choice, withOthers } = query;
    const id = JSON.stringify([asOf, by, where, scope, choice, withOthers]);
    const known = remembered.get(id);
    const answer = known ?? test(query, groups, asOf);
    if (known === undefined) {
      remembered.set(id, answer);
      answer.catch(() => remembered.delete(id));
    }
    for (const oldest of [...remembered.keys()].slice(0, -MOST_REMEMBERED)) {
      remembered.delete(oldest);
    }
    return { asOf, version, test: await answer };
  };
}
