import { DEMAND_METRICS } from './demand.ts';
import { DESTINATION_METRICS } from './destinations.ts';
import type { Metric } from './metric.ts';
import { PIPELINE_METRICS } from './pipeline.ts';
import { QUALITY_METRICS } from './quality.ts';
import { TENURE_METRICS } from './tenure.ts';

/** Every metric of the product: the API, tooltips, exports, docs and tests read these entries. */
export const METRICS = {
  ...PIPELINE_METRICS,
  ...TENURE_METRICS,
  ...QUALITY_METRICS,
  ...DEMAND_METRICS,
  ...DESTINATION_METRICS,
} as const;

export type MetricId = keyof typeof METRICS;

/** The ids of all metrics. */
export const METRIC_IDS = Object.keys(METRICS) as MetricId[];

/** A metric's definition by id. */
export function metric(id: MetricId): Metric {
  return METRICS[id];
}

/** Whether a text names a metric. */
export function isMetricId(text: string): text is MetricId {
  return Object.hasOwn(METRICS, text);
}
