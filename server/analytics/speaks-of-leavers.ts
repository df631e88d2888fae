import { LEAVING_DIMENSIONS, type DimensionId } from '../../domain/dimensions.ts';
import type { Filters } from '../../domain/filters.ts';
import type { MetricValue } from '../../domain/metrics/value.ts';

/** The value of a metric that has no meaning where it was asked for. */
export const NOT_APPLICABLE: MetricValue = { value: null, n: 0, status: 'not_applicable' };

/** Whether groups or filters part those who left from those who did not: then figures on staying have no meaning. */
export function speaksOfLeavers(by: readonly DimensionId[], where: Filters): boolean {
  return LEAVING_DIMENSIONS.some((id) => by.includes(id) || where[id] !== undefined);
}
