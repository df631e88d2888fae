import { kaplanMeier, medianSurvival, survivalAt } from '../statistics/kaplan-meier.ts';
import { quantileType7 } from '../statistics/quantile.ts';
import { wilson } from '../statistics/wilson.ts';
import { fixedDay, type Day } from '../dates.ts';
import { join, type JoinedSums, type JoinId } from '../joins.ts';
import { factOf, type MeasureId } from '../measures.ts';
import { MINOR_UNITS } from '../money.ts';
import type { Formula, Metric } from './metric.ts';
import { SMALL_N, UNDATED_LIMIT, type MetricValue, type ReasonId, type Status } from './value.ts';

/** A distribution of one group: distinct values ascending, how many people have each, events among them. */
export interface Histogram {
  readonly values: Float64Array;
  readonly counts: Int32Array;
  readonly events: Int32Array;
}

/** Everything the metrics of one group are computed from. */
export interface GroupFacts {
  /** Measures of cohorts and plans are left out where the group has none: they are unknown, not 0. */
  readonly measures: Readonly<Partial<Record<MeasureId, number>>>;
  readonly salary?: Histogram | undefined;
  readonly tenure?: Histogram | undefined;
  readonly joined?: Readonly<Partial<Record<JoinId, JoinedSums>>> | undefined;
  /** The measure of a share's whole, and of its largest part. */
  readonly whole?: number | undefined;
  readonly largest?: number | undefined;
  /** The graduation year, where the group is one season. */
  readonly season: number | null;
  readonly asOf: Day;
}

function missing(status: Exclude<Status, 'ok' | 'small'>, reason: ReasonId, n = 0): MetricValue {
  return { value: null, n, status, reason };
}

function sized(n: number): 'ok' | 'small' {
  return n < SMALL_N ? 'small' : 'ok';
}

/** Why nothing is known of a fact in a group; nobody was hired where there are no hires. */
const ABSENT = { hires: 'nobody', cohorts: 'no_cohorts', plans: 'no_plans' } as const;

/** The value of a measure that is 0 where it is absent. */
function read(facts: GroupFacts, id: MeasureId): number {
  const value = facts.measures[id];
  if (value !== undefined) return value;
  if (factOf(id) === 'hires') throw new Error(`The measure ${id} was not computed`);
  return 0;
}

/** Whether the group is one graduation year that is not complete `days` after its 31 December. */
function isRunningSeason(facts: GroupFacts, days: number): boolean {
  return facts.season !== null && facts.asOf < fixedDay(facts.season, 12, 31) + days;
}

/** Why a metric on leaving has no value in this group, or null where it may have one. */
function tenureObstacle(facts: GroupFacts): MetricValue | null {
  const known = read(facts, 'hires_leave_known');
  if (known === 0) {
    const reason = read(facts, 'headcount') > 0 ? 'leavers_unknown' : 'nobody';
    return missing('no_denominator', reason);
  }
  return read(facts, 'hires_undated') > UNDATED_LIMIT * known
    ? missing('no_data', 'undated', known)
    : null;
}

function total(histogram: Histogram): number {
  return histogram.counts.reduce((sum, count) => sum + count, 0);
}

function proportion(
  formula: Extract<Formula, { kind: 'proportion' }>,
  facts: GroupFacts,
): MetricValue {
  const obstacle = formula.tenure === true ? tenureObstacle(facts) : null;
  if (obstacle !== null) return obstacle;
  const n = read(facts, formula.among);
  const open = formula.maturity === undefined ? 0 : read(facts, formula.maturity.open);
  if (open > 0 && (n === 0 || isRunningSeason(facts, formula.maturity?.days ?? 0))) {
    return missing('open', 'not_mature', n);
  }
  if (n === 0) {
    const { known, among } = formula;
    if (facts.measures[among] === undefined)
      return missing('no_denominator', ABSENT[factOf(among)]);
    const unknown =
      known !== undefined && read(facts, known.of) === 0 && read(facts, known.amid) > 0;
    return missing('no_denominator', unknown ? known.reason : 'nobody');
  }
  const x = read(facts, formula.of);
  return { value: x / n, n, of: x, ...wilson(x, n), status: sized(n) };
}

function countEvents({ values, events }: Histogram, until: number): number {
  return events.reduce((sum, count, index) => sum + ((values[index] ?? 0) <= until ? count : 0), 0);
}

function tenureHistogram(facts: GroupFacts): Histogram | MetricValue {
  const obstacle = tenureObstacle(facts);
  if (obstacle !== null) return obstacle;
  if (facts.tenure === undefined || facts.tenure.values.length === 0)
    return missing('no_denominator', 'nobody');
  return facts.tenure;
}

function survival(
  { day, followed }: Extract<Formula, { kind: 'survival' }>,
  facts: GroupFacts,
): MetricValue {
  const histogram = tenureHistogram(facts);
  if ('status' in histogram) return histogram;
  const n = total(histogram);
  // Where the last one left early and everybody else is still being followed, the curve is 0 from there on, and
  // says nothing of a day that nobody could have reached yet.
  const at = read(facts, followed) === 0 ? null : survivalAt(histogram, day);
  if (at === null) {
    return isRunningSeason(facts, day)
      ? missing('open', 'not_mature', n)
      : missing('no_data', 'not_followed', n);
  }
  const { value, atRisk, low, high } = at;
  const events = countEvents(histogram, day);
  return { value, n, of: events, atRisk, low, high, status: sized(atRisk) };
}

function medianTenure(facts: GroupFacts): MetricValue {
  const histogram = tenureHistogram(facts);
  if ('status' in histogram) return histogram;
  const n = total(histogram);
  const curve = kaplanMeier(histogram);
  const value = medianSurvival(curve);
  if (value === null) return missing('no_data', 'not_reached', n);
  const atRisk = curve.points.find(({ day }) => day === value)?.atRisk ?? 0;
  return { value, n, status: sized(atRisk) };
}

/** Why facts do not meet in a group, or null where they do. */
function joinObstacle(id: JoinId, sums: JoinedSums): MetricValue | null {
  const { of, per } = join(id);
  if (sums.undivided) return missing('no_denominator', 'undivided', sums.per);
  if (sums.cells === 0) {
    if (sums.open > 0) return missing('open', 'not_mature');
    if (sums.unplaced > 0) return missing('no_data', 'unplaced');
    if (sums.unmet === 0) return missing('no_denominator', ABSENT[factOf(per)]);
    return missing('no_denominator', sums.absent ? ABSENT[factOf(of)] : 'no_shared');
  }
  if (sums.undated > UNDATED_LIMIT * (sums.of + sums.undated))
    return missing('no_data', 'undated', sums.per);
  return sums.unplaced > UNDATED_LIMIT * (sums.of + sums.unplaced)
    ? missing('no_data', 'unplaced', sums.per)
    : null;
}

function joined(
  formula: Extract<Formula, { kind: 'quotient' | 'difference' }>,
  facts: GroupFacts,
): MetricValue {
  const sums = facts.joined?.[formula.join];
  if (sums === undefined) throw new Error(`The join ${formula.join} was not computed`);
  const obstacle = joinObstacle(formula.join, sums);
  if (obstacle !== null) return obstacle;
  const { of, per } = sums;
  if (formula.kind === 'difference') return { value: per - of, n: per, status: 'ok' };
  if (per === 0) return missing('no_denominator', 'nobody');
  // More hired than graduated is a fault of the records: it is shown, and no interval speaks for it.
  const interval = formula.subset && of <= per ? wilson(of, per) : {};
  return { value: of / per, n: per, of, ...interval, status: sized(per) };
}

/**
 * One metric of one group, from its facts.
 * @returns the value with n (the denominator), a 95 % interval for proportions and survival, and the status.
 *   Money is in the deployment's currency, proportions are 0–1, tenures are days.
 * @throws Error where a measure or distribution that the formula needs was not computed.
 */
export function evaluate({ formula }: Pick<Metric, 'formula'>, facts: GroupFacts): MetricValue {
  switch (formula.kind) {
    case 'count': {
      const value = facts.measures[formula.of];
      const fact = factOf(formula.of);
      if (value === undefined && fact !== 'hires') return missing('no_data', ABSENT[fact]);
      const count = read(facts, formula.of);
      return { value: count, n: count, status: 'ok' };
    }
    case 'proportion':
      return proportion(formula, facts);
    case 'mean': {
      const n = read(facts, formula.count);
      if (n === 0) return missing('no_denominator', 'nobody');
      const sum = read(facts, formula.sum) / formula.divisor;
      return { value: sum / n, n, of: sum, status: sized(n) };
    }
    case 'quantile': {
      if (facts.salary === undefined || facts.salary.values.length === 0) {
        return missing('no_denominator', 'nobody');
      }
      const n = total(facts.salary);
      return { value: quantileType7(facts.salary, formula.p) / MINOR_UNITS, n, status: sized(n) };
    }
    case 'survival':
      return survival(formula, facts);
    case 'median_survival':
      return medianTenure(facts);
    case 'quotient':
    case 'difference':
      return joined(formula, facts);
    case 'share':
    case 'largest_share': {
      const whole = facts.whole ?? 0;
      if (whole === 0) return missing('no_denominator', 'nobody');
      const part = formula.kind === 'share' ? read(facts, formula.of) : (facts.largest ?? 0);
      return { value: part / whole, n: whole, of: part, status: sized(whole) };
    }
  }
}
