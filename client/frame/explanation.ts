import { isDimensionId } from '../../domain/dimensions.ts';
import { filtersToParameters, type Filters } from '../../domain/filters.ts';
import type { MetricId } from '../../domain/metrics/registry.ts';
import type { KeyValue } from '../api/figures.ts';
import type { Explanation } from './explain-context.ts';
import { keyParameter } from './named.ts';

/** What one of an answer's figures is of: its question's filters, narrowed to the row's key. */
export function explained(
  metric: MetricId,
  filters: Filters,
  key: Readonly<Record<string, KeyValue | undefined>> = {},
  asOf?: string,
): Explanation {
  const narrowed = Object.entries(key).flatMap(([id, value]) =>
    value === undefined || !isDimensionId(id) ? [] : [[id, [keyParameter(value)]] as const],
  );
  return {
    metric,
    selected: { ...filtersToParameters(filters), ...Object.fromEntries(narrowed) },
    asOf,
  };
}
