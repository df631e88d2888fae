import { SMALL_N } from '../../../domain/metrics/value.ts';
import type { RetentionTest } from '../../api/retention.ts';
import type { SurvivalMonth } from '../../charts/survival-series.ts';
import type { CurveGroup } from './survival-shape.ts';

/** How a group stands after some months. */
export interface Standing {
  readonly name: string;
  readonly survival: number;
  readonly n: number;
}

/** The answer to the question how long people stay; null is the answer of too small a sample. */
export type Verdict =
  | {
      readonly kind: 'differ' | 'alike';
      readonly p: number;
      readonly n: number;
      readonly isStratified: boolean;
      /** The groups of which most and fewest stay, after the longest time that ten of every group were followed. */
      readonly extremes: {
        readonly month: number;
        readonly most: Standing;
        readonly fewest: Standing;
      } | null;
    }
  | { readonly kind: 'one'; readonly name: string; readonly n: number; readonly at: SurvivalMonth };

/** Below this p chance is no good explanation. */
const SIGNIFICANT = 0.05;

/** The months at which groups are compared, and at which one alone is spoken of; the first with enough people. */
const COMPARED_MONTHS = [36, 24, 12, 6];
const OWN_MONTHS = [12, 6];

function atMonth({ row }: CurveGroup, month: number): SurvivalMonth | undefined {
  return row.monthly.find((at) => at.month === month && at.atRisk >= SMALL_N);
}

function extremesOf(groups: readonly CurveGroup[]) {
  const month = COMPARED_MONTHS.find((one) =>
    groups.every((group) => atMonth(group, one) !== undefined),
  );
  if (month === undefined) return null;
  const standings = groups
    .map((group) => ({
      name: group.name,
      survival: atMonth(group, month)?.survival ?? 0,
      n: group.row.n,
    }))
    .toSorted((a, b) => b.survival - a.survival);
  const [most, fewest] = [standings[0], standings.at(-1)];
  return most === undefined || fewest === undefined ? null : { month, most, fewest };
}

/** The verdict on the groups of an answer, once the test is there. */
export function verdictOf(
  groups: readonly CurveGroup[],
  test: RetentionTest | undefined,
): Verdict | null {
  const [only] = groups;
  if (only !== undefined && groups.length === 1) {
    const at = OWN_MONTHS.flatMap((month) => atMonth(only, month) ?? [])[0];
    return at === undefined ? null : { kind: 'one', name: only.name, n: only.row.n, at };
  }
  if (test?.status !== 'ok') return null;
  return {
    kind: test.p < SIGNIFICANT ? 'differ' : 'alike',
    p: test.p,
    n: test.groups.reduce((sum, { n }) => sum + n, 0),
    isStratified: test.stratifiedBy !== null,
    extremes: extremesOf(groups),
  };
}
