import { HIRE_MEASURE_IDS, type HireMeasureId, type MeasureId } from '../measures.ts';
import { METRIC_IDS, metric, type MetricId } from './registry.ts';
import type { Formula } from './metric.ts';

/** A proportion of hires: x of n people each. */
export type PeopleProportion = Extract<Formula, { kind: 'proportion' }> & {
  readonly of: HireMeasureId;
  readonly among: HireMeasureId;
};

const countsPeople = (id: MeasureId): id is HireMeasureId =>
  HIRE_MEASURE_IDS.some((known) => known === id);

/**
 * The formula by which schools can be compared fairly, x of n people each; null where the metric is no proportion of
 * people with a record of their own.
 */
export function proportionOf(id: MetricId): PeopleProportion | null {
  const { formula } = metric(id);
  if (formula.kind !== 'proportion') return null;
  const { of, among } = formula;
  return countsPeople(of) && countsPeople(among) ? { ...formula, of, among } : null;
}

/** The metrics that are proportions of people, by which schools can be compared fairly. */
export const COMPARED_METRICS: readonly MetricId[] = METRIC_IDS.filter(
  (id) => proportionOf(id) !== null,
);
