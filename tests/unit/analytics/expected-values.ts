import { fixedDay, type Day } from '../../../domain/dates.ts';
import type { DimensionId } from '../../../domain/dimensions.ts';
import type { HireMeasureId } from '../../../domain/measures.ts';
import type { MetricId } from '../../../domain/metrics/registry.ts';
import type { MetricValue } from '../../../domain/metrics/value.ts';
import type { KeyValue } from '../../../server/store/ports.ts';
import type { CohortFact, PlanFact } from '../../support/plain-supply.ts';
import type { Person } from '../../support/brute-force.ts';

import type { EXPECTED_SUPPLY } from './expected-supply.ts';

const Z = 1.959963984540054;
const CHI = 3.841458820694124;

/** The dimensions of one record. */
export type Values = Readonly<Partial<Record<DimensionId, KeyValue>>>;

/** People of one group, and what its figures depend on beside them. */
export interface Group {
  readonly people: readonly Person[];
  /** The same group without the filter on school and without the school of its key. */
  readonly allSchools: readonly Person[];
  readonly season: number | null;
  readonly asOf: Day;
  /** Whether the group is one of several schools in a table. */
  readonly isOneSchool: boolean;
  /** Whether a filter or the key says that its people have left, or have not. */
  readonly ofLeavers: boolean;
  /** Everybody, every count and every plan there is, in the group or not; and what tells that. */
  readonly everybody: readonly Person[];
  readonly cohorts: readonly CohortFact[];
  readonly plans: readonly PlanFact[];
  readonly holds: (values: Values) => boolean;
  /** What the group was filtered and grouped by, and whether only one school may be seen. */
  readonly asked: ReadonlySet<DimensionId>;
  readonly scoped: boolean;
}

const count = (people: readonly Person[], id: HireMeasureId): number =>
  people.reduce((sum, { measures }) => sum + measures[id], 0);

const sized = (n: number) => (n < 10 ? ('small' as const) : ('ok' as const));

const nobody: MetricValue = { value: null, n: 0, status: 'no_denominator', reason: 'nobody' };

/** Wilson's interval as printed in textbooks. */
export function wilsonByFormula(x: number, n: number): { low: number; high: number } {
  const p = x / n;
  const scale = 1 + (Z * Z) / n;
  const center = (p + (Z * Z) / (2 * n)) / scale;
  const half = (Z / scale) * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
  return { low: center - half, high: center + half };
}

export interface Tenure {
  readonly days: number;
  readonly left: boolean;
}

/** Product-limit estimate at the end of a day, looking at every person at every step. */
export function survivalByPerson(tenures: readonly Tenure[], day: number) {
  const eventDays = [...new Set(tenures.filter(({ left }) => left).map(({ days }) => days))];
  let survival = 1;
  let greenwood = 0;
  let events = 0;
  for (const at of eventDays.toSorted((a, b) => a - b).filter((days) => days <= day)) {
    let risk = 0;
    let left = 0;
    for (const one of tenures) {
      if (one.days >= at) risk += 1;
      if (one.left && one.days === at) left += 1;
    }
    survival *= 1 - left / risk;
    greenwood += left / (risk * (risk - left));
    events += left;
  }
  const atRisk = tenures.filter(({ days }) => days >= day).length;
  return { survival, greenwood, events, atRisk };
}

/** The log-log interval of a survival strictly between 0 and 1. */
export function logLogInterval(survival: number, greenwood: number) {
  const center = Math.log(-Math.log(survival));
  const half = (Z * Math.sqrt(greenwood)) / Math.abs(Math.log(survival));
  return {
    low: Math.exp(-Math.exp(center + half)),
    high: Math.exp(-Math.exp(center - half)),
  };
}

const isRunning = ({ season, asOf }: Group, days: number): boolean =>
  season !== null && asOf - fixedDay(season, 12, 31) < days;

const meaningless: MetricValue = { value: null, n: 0, status: 'not_applicable' };

function withoutTenures({ people, ofLeavers }: Group): MetricValue | null {
  if (ofLeavers) return meaningless;
  const known = count(people, 'hires_leave_known');
  if (known === 0) {
    const reason = count(people, 'headcount') > 0 ? 'leavers_unknown' : 'nobody';
    return { value: null, n: 0, status: 'no_denominator', reason };
  }
  if (count(people, 'hires_undated') / known > 0.05) {
    return { value: null, n: known, status: 'no_data', reason: 'undated' };
  }
  return people.some(({ tenure }) => tenure !== null) ? null : nobody;
}

const tenuresOf = ({ people }: Group): Tenure[] =>
  people.flatMap(({ tenure }) => (tenure === null ? [] : [tenure]));

function retention(group: Group, day: 183 | 365 | 730 | 1095): MetricValue {
  const obstacle = withoutTenures(group);
  if (obstacle !== null) return obstacle;
  const tenures = tenuresOf(group);
  const n = tenures.length;
  const { survival, greenwood, events, atRisk } = survivalByPerson(tenures, day);
  const over = tenures.some(({ left, days }) => left && days <= day && survival === 0);
  const reachable = count(group.people, `tenured_${day}`) > 0;
  if (atRisk === 0 && !(over && reachable)) {
    return isRunning(group, day)
      ? { value: null, n, status: 'open', reason: 'not_mature' }
      : { value: null, n, status: 'no_data', reason: 'not_followed' };
  }
  const status = sized(atRisk);
  const whole = { n, of: events, atRisk, status };
  if (events === 0) return { ...whole, value: 1, low: atRisk / (atRisk + CHI), high: 1 };
  if (survival === 0) return { ...whole, value: 0, low: 0, high: CHI / (n + CHI) };
  return { ...whole, value: survival, ...logLogInterval(survival, greenwood) };
}

/** The first day of leaving that fulfills what all later ones fulfill too. */
function firstDay(tenures: readonly Tenure[], holds: (day: number) => boolean): number | undefined {
  const left = tenures.filter((one) => one.left).map(({ days }) => days);
  const days = [...new Set(left)].toSorted((a, b) => a - b);
  let from = 0;
  let to = days.length;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(days[middle] ?? Number.NaN)) to = middle;
    else from = middle + 1;
  }
  return days[from];
}

function median(group: Group): MetricValue {
  const obstacle = withoutTenures(group);
  if (obstacle !== null) return obstacle;
  const tenures = tenuresOf(group);
  const n = tenures.length;
  const half = firstDay(tenures, (day) => survivalByPerson(tenures, day).survival < 0.5 + 1e-9);
  return half === undefined
    ? { value: null, n, status: 'no_data', reason: 'not_reached' }
    : { value: half, n, status: sized(survivalByPerson(tenures, half).atRisk) };
}

function quantile({ people }: Group, p: number): MetricValue {
  const sorted = people
    .flatMap(({ salary }) => (salary === null ? [] : [salary]))
    .toSorted((a, b) => a - b);
  const n = sorted.length;
  if (n === 0) return nobody;
  const rank = (n - 1) * p;
  const [below, above] = [sorted[Math.floor(rank)] ?? NaN, sorted[Math.ceil(rank)] ?? NaN];
  const value = (below + (rank - Math.floor(rank)) * (above - below)) / 100;
  return { value, n, status: sized(n) };
}

interface Rate {
  readonly of: HireMeasureId;
  readonly among: HireMeasureId;
  readonly open?: HireMeasureId;
  readonly days?: number;
}

function rate(group: Group, { of, among, open, days = 0 }: Rate): MetricValue {
  const n = count(group.people, among);
  const waiting = open === undefined ? 0 : count(group.people, open);
  if (waiting > 0 && (n === 0 || isRunning(group, days))) {
    return { value: null, n, status: 'open', reason: 'not_mature' };
  }
  if (n === 0) return nobody;
  const x = count(group.people, of);
  return { value: x / n, n, of: x, ...wilsonByFormula(x, n), status: sized(n) };
}

function turnover(group: Group): MetricValue {
  const obstacle = withoutTenures(group);
  if (obstacle !== null) return obstacle;
  const formula = { of: 'turnover_left', among: 'turnover_followed' } as const;
  return rate(group, { ...formula, open: 'turnover_open', days: 365 });
}

/** Where nobody is counted, the reason tells apart that promotions are unknown and that there is nobody. */
function promotion(group: Group): MetricValue {
  const formula = { of: 'promotion_promoted', among: 'promotion_followed' } as const;
  const value = rate(group, { ...formula, open: 'promotion_open', days: 730 });
  const hires = count(group.people, 'hires');
  const unknown = hires > 0 && count(group.people, 'hires_promotion_known') === 0;
  return value.status === 'no_denominator' && unknown
    ? { ...value, reason: 'promotions_unknown' }
    : value;
}

function meanRating({ people }: Group): MetricValue {
  const n = count(people, 'rated');
  if (n === 0) return nobody;
  const of = count(people, 'rating_sum') / 100;
  return { value: of / n, n, of, status: sized(n) };
}

function schoolShare({ people, allSchools }: Group): MetricValue {
  const n = count(allSchools, 'hires');
  const of = count(people, 'hires');
  return n === 0 ? nobody : { value: of / n, n, of, status: sized(n) };
}

function topSchoolShare({ people, isOneSchool }: Group): MetricValue {
  if (isOneSchool) return { value: null, n: 0, status: 'not_applicable' };
  const n = count(people, 'hires');
  if (n === 0) return nobody;
  const parts = [...new Set(people.map(({ dimensions }) => dimensions.school))].map((school) =>
    count(
      people.filter(({ dimensions }) => dimensions.school === school),
      'hires',
    ),
  );
  const of = Math.max(...parts);
  return { value: of / n, n, of, status: sized(n) };
}

const counted =
  (id: HireMeasureId) =>
  (group: Group): MetricValue => {
    const value = count(group.people, id);
    return { value, n: value, status: 'ok' };
  };
const rated = (of: HireMeasureId, among: HireMeasureId, open?: HireMeasureId) => (group: Group) =>
  rate(group, open === undefined ? { of, among } : { of, among, open });

/** Every metric, evaluated over people one by one, from its published definition. */
export const EXPECTED: Readonly<
  Record<Exclude<MetricId, keyof typeof EXPECTED_SUPPLY>, (group: Group) => MetricValue>
> = {
  candidates: counted('candidates'),
  interns: counted('interns'),
  offers: counted('offers'),
  acceptances: counted('acceptances'),
  hires: counted('hires'),
  campus_hires: counted('campus_hires'),
  headcount: counted('headcount'),
  acceptance_rate: rated('decided_accepted', 'decided'),
  renege_rate: rated('accepted_reneged', 'accepted_mature', 'accepted_open'),
  show_up_rate: rated('accepted_started', 'accepted_mature', 'accepted_open'),
  intern_offer_rate: rated('interns_offered', 'interns_offer_known'),
  intern_conversion: rated('interns_accepted', 'interns_accept_known'),
  intern_share: rated('hires_interned', 'hires_intern_known'),
  school_share: schoolShare,
  top_school_share: topSchoolShare,
  retention_6m: (group) => retention(group, 183),
  retention_12m: (group) => retention(group, 365),
  retention_24m: (group) => retention(group, 730),
  retention_36m: (group) => retention(group, 1095),
  median_tenure: median,
  first_year_turnover: turnover,
  leavers: counted('leavers'),
  promotion_rate_24m: promotion,
  salary_p25: (group) => quantile(group, 0.25),
  salary_median: (group) => quantile(group, 0.5),
  salary_p75: (group) => quantile(group, 0.75),
  major_match_rate: rated('matched', 'matched_answered'),
  performance_mean: meanRating,
  top_rated_share: rated('top_rated', 'rated'),
  local_rate: rated('local', 'local_known'),
};
