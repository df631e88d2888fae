import type { DimensionId } from '../dimensions.ts';
import { factOf, type MeasureId } from '../measures.ts';
import type { Metric } from './metric.ts';
import type { DistributionId } from './needs.ts';

/** `among`: everybody a figure speaks of, its n. `of`: those of them who make up its numerator. */
export const PARTS = ['among', 'of'] as const;

export type Part = (typeof PARTS)[number];

/** Which people: those a measure counts, or those a distribution holds a value of. */
export type People =
  | { readonly measure: MeasureId; readonly over: DimensionId | null }
  | { readonly distribution: DistributionId; readonly over: null };

/**
 * The people that a metric's n counts, or its numerator: read off the formula, so that a list of them can never
 * disagree with the figure. `over` names a dimension whose filter does not apply, as in the whole of a share.
 * @returns null where no records of persons make up that part: the numerator of a quantile, say, or counts of graduates.
 */
export function peopleOf({ formula }: Metric, part: Part): People | null {
  const counted = (measure: MeasureId, over: DimensionId | null = null): People | null =>
    factOf(measure) === 'hires' ? { measure, over } : null;
  const among = part === 'among';
  switch (formula.kind) {
    case 'count':
      return among ? counted(formula.of) : null;
    case 'proportion':
      return counted(among ? formula.among : formula.of);
    case 'mean':
      return among ? counted(formula.count) : null;
    case 'quantile':
      return among ? { distribution: formula.value, over: null } : null;
    case 'survival':
    case 'median_survival':
      return among ? { distribution: 'tenure', over: null } : null;
    case 'share':
      return counted(formula.of, among ? formula.over : null);
    case 'largest_share':
      return among ? counted(formula.of) : null;
    case 'quotient':
    case 'difference':
      return null;
  }
}
