import { COMPARED_METRICS } from '../../../domain/metrics/compared.ts';
import type { MetricId } from '../../../domain/metrics/registry.ts';
import { useViewState, valuesOf } from '../../frame/use-view-state.ts';

/** The keys of the choice in the address. */
const METRIC_KEY = 'compare';
const POOL_KEY = 'pool';

/** Graduation years that are put together where a single one is small. */
const POOLED = 3;

const FIRST: MetricId = 'acceptance_rate';

export interface FairChoice {
  readonly metric: MetricId;
  readonly pool: number | null;
  readonly chooseMetric: (metric: string) => void;
  readonly choosePool: (on: boolean) => void;
}

/** The metric that an address names; the first one where it names none that schools can be compared by. */
export function comparedMetric(text: string | undefined): MetricId {
  return COMPARED_METRICS.find((id) => id === text) ?? FIRST;
}

/** By which metric schools are compared, and whether three years are put together; it lives in the address. */
export function useFairChoice(): FairChoice {
  const { parameters, change } = useViewState();
  return {
    metric: comparedMetric(valuesOf(parameters, METRIC_KEY)[0]),
    pool: valuesOf(parameters, POOL_KEY).includes(String(POOLED)) ? POOLED : null,
    chooseMetric: (metric) => change({ [METRIC_KEY]: metric === FIRST ? [] : [metric] }),
    choosePool: (on) => change({ [POOL_KEY]: on ? [String(POOLED)] : [] }),
  };
}
