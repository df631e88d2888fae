import { useMemo } from 'react';
import { useFilters } from '../../frame/use-filters.ts';
import { useViewState, valuesOf } from '../../frame/use-view-state.ts';
import { CURVE_DIMENSIONS, survivalQuestion, type CurveDimension } from './survival-question.ts';

/** Where the time axis can end, as it stands in the address. */
export const SPANS = { three: 36, five: 60, all: null } as const;

export type Span = keyof typeof SPANS;

const isSpan = (text: string | undefined): text is Span =>
  text !== undefined && Object.hasOwn(SPANS, text);

/** What the Retention page shows, which lives in the address. */
export function useSurvivalView() {
  const { parameters, change } = useViewState();
  const { filters } = useFilters();
  const asked = valuesOf(parameters, 'by')[0];
  const by: CurveDimension = CURVE_DIMENSIONS.find((id) => id === asked) ?? 'school';
  const askedSpan = valuesOf(parameters, 'span')[0];
  const span: Span = isSpan(askedSpan) ? askedSpan : 'five';
  const againstOthers = valuesOf(parameters, 'against').includes('others');
  const question = useMemo(
    () => survivalQuestion(by, filters, againstOthers),
    [by, filters, againstOthers],
  );
  return { by, span, againstOthers, filters, question, change };
}
