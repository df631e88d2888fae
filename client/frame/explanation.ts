import { isDimensionId } from '../../domain/dimensions.ts';
import { filtersToParameters, type Filters } from '../../domain/filters.ts';
import type { MetricId } from '../../domain/metrics/registry.ts';
import type { KeyValue } from '../api/figures.ts';
import type { Explanation } from './explain-context.ts';
import { keyParameter } from './named.ts';

const isList = (value: KeyValue | readonly string[]): value is readonly string[] =>
  Array.isArray(value);

/**
 * What one of an answer's figures is of: its question's filters, narrowed to the row's key.
 * @param key values by dimension, or several values as they stand in the address; they take the filter's place.
 */
export function explained(
  metric: MetricId,
  filters: Filters,
  key: Readonly<Record<string, KeyValue | readonly string[] | undefined>> = {},
  asOf?: string,
): Explanation {
  const narrowed = Object.entries(key).flatMap(([id, value]) =>
    value === undefined || !isDimensionId(id)
      ? []
      : [[id, isList(value) ? value : [keyParameter(value)]] as const],
  );
  return {
    metric,
    selected: { ...filtersToParameters(filters), ...Object.fromEntries(narrowed) },
    asOf,
  };
}
