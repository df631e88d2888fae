import type { DimensionId } from '../../../domain/dimensions.ts';
import { filtersToParameters, type Filters } from '../../../domain/filters.ts';
import type { RetentionQuestion } from '../../api/retention.ts';

/** What curves can be grouped by. */
export const CURVE_DIMENSIONS = [
  'school',
  'major',
  'degree',
  'channel',
  'intern',
  'department',
  'hire_year',
] as const satisfies DimensionId[];

export type CurveDimension = (typeof CURVE_DIMENSIONS)[number];

/** How many curves can be told apart. */
const MOST_CURVES = 6;

/** The single values that a dimension is filtered by, ranges of years taken apart; none where it is not filtered. */
export function filteredValues(by: CurveDimension, filters: Filters): string[] {
  if (by !== 'hire_year') return filtersToParameters(filters)[by] ?? [];
  const years = (filters.hire_year ?? []).flatMap((range) =>
    range === null
      ? ['']
      : Array.from({ length: range.to - range.from + 1 }, (_, index) => String(range.from + index)),
  );
  return [...new Set(years)].toSorted();
}

/** Whether the values that are filtered by can be set against everybody else: one curve is left for them. */
export function canBeAgainst(by: CurveDimension, filters: Filters): boolean {
  const { length } = filteredValues(by, filters);
  return length > 0 && length < MOST_CURVES;
}

/**
 * What is asked for a view: the largest groups of the selection or, where the filtered values are to be set against
 * everybody else, those values among everybody.
 */
export function survivalQuestion(
  by: CurveDimension,
  filters: Filters,
  againstOthers: boolean,
): RetentionQuestion {
  if (!againstOthers || !canBeAgainst(by, filters)) {
    return { by, filters, groups: { top: MOST_CURVES } };
  }
  const { [by]: _, ...others } = filters;
  return { by, filters: others, groups: { named: filteredValues(by, filters) }, against: 'others' };
}
