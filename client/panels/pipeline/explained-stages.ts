import type { Filters } from '../../../domain/filters.ts';
import type { OutcomeId } from '../../../domain/outcomes.ts';
import type { Explanation } from '../../frame/explain-context.ts';
import { explained } from '../../frame/explanation.ts';

/** A selection narrowed to those with every step on record; null where it leaves them out. */
export function completeOnly(filters: Filters): Filters | null {
  if (filters.steps?.includes('complete') === false) return null;
  return { ...filters, steps: ['complete'] };
}

/**
 * What a count of people with some outcomes is of.
 * @returns undefined where the selection leaves all of these outcomes out, so that nobody is counted.
 */
export function explainedOutcomes(
  filters: Filters,
  outcomes: readonly OutcomeId[],
): Explanation | undefined {
  const { outcome: selected } = filters;
  const kept = outcomes.filter((one) => selected === undefined || selected.includes(one));
  return kept.length === 0 ? undefined : explained('candidates', filters, { outcome: kept });
}
