import type { MeasureId } from '../measures.ts';
import type { Metric } from './metric.ts';

export type DistributionId = 'salary' | 'tenure';

/** What an engine has to compute for a metric. */
export interface Needs {
  readonly measures: readonly MeasureId[];
  readonly distributions: readonly DistributionId[];
  /** Set for shares: the measure whose whole (and largest part) over schools is needed. */
  readonly shareOf: MeasureId | null;
}

const TENURE_MEASURES = [
  'hires_leave_known',
  'hires_undated',
  'headcount',
] as const satisfies MeasureId[];

/** Whether a metric says how long people stay, so that it has no meaning among those who left. */
export function restsOnTenure(definition: Metric): boolean {
  return needsOf(definition).measures.includes('hires_leave_known');
}

/** The measures and distributions that a metric's formula and its statuses read. */
export function needsOf({ formula }: Metric): Needs {
  switch (formula.kind) {
    case 'count':
      return { measures: [formula.of], distributions: [], shareOf: null };
    case 'proportion':
      return {
        measures: [
          formula.of,
          formula.among,
          ...(formula.maturity === undefined ? [] : [formula.maturity.open]),
          ...(formula.tenure === true ? TENURE_MEASURES : []),
          ...(formula.known === undefined ? [] : [formula.known.of, 'hires' as const]),
        ],
        distributions: [],
        shareOf: null,
      };
    case 'mean':
      return { measures: [formula.sum, formula.count], distributions: [], shareOf: null };
    case 'quantile':
      return { measures: [], distributions: [formula.value], shareOf: null };
    case 'survival':
      return {
        measures: [...TENURE_MEASURES, formula.followed],
        distributions: ['tenure'],
        shareOf: null,
      };
    case 'median_survival':
      return { measures: TENURE_MEASURES, distributions: ['tenure'], shareOf: null };
    case 'share':
    case 'largest_share':
      return { measures: [formula.of], distributions: [], shareOf: formula.of };
  }
}
