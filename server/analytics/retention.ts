import {
  kaplanMeier,
  medianSurvival,
  survivalAt,
  type Survival,
  type SurvivalPoint,
} from '../../domain/statistics/kaplan-meier.ts';
import type { Day } from '../../domain/dates.ts';
import { evaluate, type Histogram } from '../../domain/metrics/evaluate.ts';
import { dayOfMonths } from '../../domain/metrics/months.ts';
import { metric } from '../../domain/metrics/registry.ts';
import { SMALL_N, type MetricValue } from '../../domain/metrics/value.ts';
import type { Aggregator, KeyValue } from '../store/ports.ts';
import { speaksOfLeavers } from './speaks-of-leavers.ts';
import { mergeHistograms } from './merge.ts';
import { readTenureGroups, type TenureGroup, type TenureQuery } from './tenure-groups.ts';

/** The curve at the end of a number of months. */
export interface MonthlySurvival {
  readonly month: number;
  readonly day: number;
  readonly survival: number;
  readonly low: number;
  readonly high: number;
  /** People followed up to that day at least. */
  readonly atRisk: number;
}

export interface RetentionRow {
  /** Null for everybody else. */
  readonly key: readonly KeyValue[] | null;
  /** People with a tenure, and those of them who left. */
  readonly n: number;
  readonly events: number;
  readonly points: readonly SurvivalPoint[];
  readonly medianDays: number | null;
  /** The last day anybody was followed to: there the curve ends. Null where there is none. */
  readonly lastDay: number | null;
  /** The first day with fewer than ten people at risk, where the curve goes that far. */
  readonly smallFrom: number | null;
  /** From the start on, as far as anybody was followed. */
  readonly monthly: readonly MonthlySurvival[];
  readonly status: MetricValue['status'];
  readonly reason?: MetricValue['reason'];
}

export interface Retention {
  readonly asOf: Day;
  readonly version: number;
  readonly rows: RetentionRow[];
  readonly groupsInAll: number;
}

const MEDIAN = metric('median_tenure');
const NO_CURVE = {
  n: 0,
  events: 0,
  points: [],
  medianDays: null,
  lastDay: null,
  smallFrom: null,
  monthly: [],
} as const;

/** Why a group has no curve, or null where it has one: wherever a median could be asked for, reached or not. */
function obstacle(group: TenureGroup, tenure: Histogram, asOf: Day): MetricValue | null {
  const median = evaluate(MEDIAN, { measures: group.measures, tenure, season: null, asOf });
  return median.value === null && median.reason !== 'not_reached' ? median : null;
}

function smallFrom({ values, counts }: Histogram): number | null {
  let atRisk = counts.reduce((sum, count) => sum + count, 0);
  if (atRisk < SMALL_N) return 0;
  for (const [index, day] of values.entries()) {
    atRisk -= counts[index] ?? 0;
    if (atRisk < SMALL_N) return index === values.length - 1 ? null : day + 1;
  }
  return null;
}

function monthly(tenure: Histogram, lastDay: number): MonthlySurvival[] {
  const months: MonthlySurvival[] = [];
  for (let month = 0; dayOfMonths(month) <= lastDay; month += 1) {
    const day = dayOfMonths(month);
    const at: Survival | null = survivalAt(tenure, day);
    if (at === null) break;
    const { value: survival, low, high, atRisk } = at;
    months.push({ month, day, survival, low, high, atRisk });
  }
  return months;
}

/** The Kaplan–Meier curve of one group, or why it has none. */
export function retentionRow(group: TenureGroup, asOf: Day): RetentionRow {
  const tenure = mergeHistograms([...group.byYear.values()]);
  const none = obstacle(group, tenure, asOf);
  if (none !== null) {
    const { status, reason } = none;
    return { key: group.key, ...NO_CURVE, status, ...(reason ? { reason } : {}) };
  }
  const curve = kaplanMeier(tenure);
  const lastDay = tenure.values.at(-1) ?? 0;
  return {
    key: group.key,
    n: curve.n,
    events: curve.events,
    points: curve.points,
    medianDays: medianSurvival(curve),
    lastDay,
    smallFrom: smallFrom(tenure),
    monthly: monthly(tenure, lastDay),
    status: curve.n < SMALL_N ? 'small' : 'ok',
  };
}

/**
 * The Kaplan–Meier curves of the chosen groups, in days since the start of work.
 * @returns a row for each group. One whose leavers are unknown, or with more than 5 % undated hires, has no points
 *   and says why; so do all where the groups or filters are those of people who left.
 * @throws AppError `invalid_input` for an as-of after the data's.
 */
export async function retention(aggregator: Aggregator, query: TenureQuery): Promise<Retention> {
  const { asOf, version, groups, groupsInAll } = await readTenureGroups(aggregator, query);
  const meaningless = speaksOfLeavers(query.by, query.where);
  const rows = groups.map((group): RetentionRow =>
    meaningless
      ? { key: group.key, ...NO_CURVE, status: 'not_applicable' }
      : retentionRow(group, asOf),
  );
  return { asOf, version, rows, groupsInAll };
}
