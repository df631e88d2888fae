import { FACT_IDS, type FactId } from '../facts.ts';
import { join, type JoinId } from '../joins.ts';
import { factOf, type MeasureId } from '../measures.ts';
import type { Metric } from './metric.ts';

export type DistributionId = 'salary' | 'tenure';

/** What an engine has to compute for a metric. */
export interface Needs {
  readonly measures: readonly MeasureId[];
  readonly distributions: readonly DistributionId[];
  /** Set where facts meet. */
  readonly join: JoinId | null;
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
export function needsOf({ formula }: Pick<Metric, 'formula'>): Needs {
  switch (formula.kind) {
    case 'count':
      return { measures: [formula.of], distributions: [], join: null, shareOf: null };
    case 'proportion':
      return {
        measures: [
          formula.of,
          formula.among,
          ...(formula.maturity === undefined ? [] : [formula.maturity.open]),
          ...(formula.tenure === true ? TENURE_MEASURES : []),
          ...(formula.known === undefined ? [] : [formula.known.of, formula.known.amid]),
        ],
        distributions: [],
        join: null,
        shareOf: null,
      };
    case 'mean':
      return {
        measures: [formula.sum, formula.count],
        distributions: [],
        join: null,
        shareOf: null,
      };
    case 'quantile':
      return { measures: [], distributions: [formula.value], join: null, shareOf: null };
    case 'survival':
      return {
        measures: [...TENURE_MEASURES, formula.followed],
        distributions: ['tenure'],
        join: null,
        shareOf: null,
      };
    case 'median_survival':
      return { measures: TENURE_MEASURES, distributions: ['tenure'], join: null, shareOf: null };
    case 'quotient':
    case 'difference': {
      const { of, per } = join(formula.join);
      return { measures: [of, per], distributions: [], join: formula.join, shareOf: null };
    }
    case 'share':
    case 'largest_share':
      return { measures: [formula.of], distributions: [], join: null, shareOf: formula.of };
  }
}

/** The facts that a metric speaks of. */
export function factsOf(metric: Metric): FactId[] {
  const { measures, distributions } = needsOf(metric);
  const all = new Set([
    ...measures.map(factOf),
    ...(distributions.length === 0 ? [] : ['hires' as const]),
  ]);
  return FACT_IDS.filter((id) => all.has(id));
}
