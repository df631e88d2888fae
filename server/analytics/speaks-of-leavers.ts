import { LEAVING_DIMENSIONS, type DimensionId } from '../../domain/dimensions.ts';
import type { Filters } from '../../domain/filters.ts';

/** Whether groups or filters part those who left from those who did not: then figures on staying have no meaning. */
export function speaksOfLeavers(by: readonly DimensionId[], where: Filters): boolean {
  return LEAVING_DIMENSIONS.some((id) => by.includes(id) || where[id] !== undefined);
}
