import type { MetricId } from './registry.ts';

/** What demand and supply of a major and degree are told by, in the order of the columns. */
export const DOCKING_METRICS = [
  'planned',
  'campus_hires',
  'gap',
  'fill_rate',
  'graduates',
  'supply_ratio',
  'yield',
] as const satisfies MetricId[];
