import { METRIC_IDS, metric, type MetricId } from './registry.ts';
import type { Formula } from './metric.ts';

/** The formula by which schools can be compared fairly, x of n people each; null where the metric is no proportion. */
export function proportionOf(id: MetricId): Extract<Formula, { kind: 'proportion' }> | null {
  const { formula } = metric(id);
  return formula.kind === 'proportion' ? formula : null;
}

/** The metrics that are proportions, by which schools can be compared fairly. */
export const COMPARED_METRICS: readonly MetricId[] = METRIC_IDS.filter(
  (id) => proportionOf(id) !== null,
);
