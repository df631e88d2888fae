import type { MetricId } from '../metrics/registry.ts';

/** What is told of graduates that were hired, in the order in which it is read. */
export const OUTCOME_METRICS = [
  'yield',
  'retention_6m',
  'retention_12m',
  'retention_24m',
  'retention_36m',
  'major_match_rate',
  'top_rated_share',
  'promotion_rate_24m',
  'salary_median',
  'salary_p25',
  'salary_p75',
] as const satisfies readonly MetricId[];
