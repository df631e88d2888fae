import type { Day } from '../../domain/dates.ts';
import type { Filters } from '../../domain/filters.ts';
import type { MetricId } from '../../domain/metrics/registry.ts';
import { SMALL_N, type MetricValue } from '../../domain/metrics/value.ts';
import type { Scope } from '../../domain/scope.ts';
import type { Aggregator } from '../store/ports.ts';
import { queryMetrics } from './query-metrics.ts';

/** Graduation years before and after a start; the year of the start is in neither. */
export const WINDOW_YEARS = 3;

/** What an effect can be looked for in. */
export const EFFECT_METRICS = [
  'intern_conversion',
  'hires',
  'major_match_rate',
  'retention_12m',
] as const satisfies MetricId[];

export type EffectMetric = (typeof EFFECT_METRICS)[number];

/** Days after 31 December of a graduation year until its people can be judged. */
export const JUDGED_AFTER: Readonly<Record<EffectMetric, number>> = {
  intern_conversion: 0,
  hires: 0,
  major_match_rate: 0,
  retention_12m: 365,
};

/** A school before and after a year. */
export interface WindowChange {
  readonly before: MetricValue;
  readonly after: MetricValue;
  /**
   * After less before; of hires as a part of those before, since schools differ in size. Null where one of the windows
   * has fewer than 10 people.
   */
  readonly change: number | null;
}

const NONE: MetricValue = { value: null, n: 0, status: 'no_denominator', reason: 'nobody' };

const firm = ({ value, n, status }: MetricValue): number | null =>
  status === 'ok' && n >= SMALL_N ? value : null;

function changeOf(metric: EffectMetric, before: MetricValue, after: MetricValue): number | null {
  const [was, is] = [firm(before), firm(after)];
  if (was === null || is === null) return null;
  return metric === 'hires' ? is / was - 1 : is - was;
}

interface Question {
  readonly metric: EffectMetric;
  /** Without a year or school. */
  readonly where: Filters;
  readonly asOf: Day;
  readonly scope: Scope;
}

/** How every school changed from the three graduation years before a year to the three after it. */
export async function windowChanges(
  aggregator: Aggregator,
  { metric, where, asOf, scope }: Question,
  year: number,
) {
  const versions: number[] = [];
  const read = async (from: number, to: number): Promise<ReadonlyMap<number, MetricValue>> => {
    const answer = await queryMetrics(aggregator, {
      metrics: [metric],
      by: ['school'],
      where: { ...where, year: [{ from, to }] },
      asOf,
      limit: Infinity,
      scope,
    });
    versions.push(answer.version);
    return new Map(
      answer.rows.map(({ key: [school], values }) => [Number(school), values[metric] ?? NONE]),
    );
  };
  const before = await read(year - WINDOW_YEARS, year - 1);
  const after = await read(year + 1, year + WINDOW_YEARS);
  const of = (school: number): WindowChange => {
    const [was, is] = [before.get(school) ?? NONE, after.get(school) ?? NONE];
    return { before: was, after: is, change: changeOf(metric, was, is) };
  };
  return { versions, of };
}
