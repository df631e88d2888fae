import { useViewState, valuesOf } from '../../frame/use-view-state.ts';

/** What the ways of people are compared by. */
export const COMPARED = ['intern', 'channel', 'school', 'major', 'degree'] as const;

export type PipelineMode = 'cohort' | 'activity';

/** What the page shows beside its filters: all of it lives in the address. */
export function usePipelineView() {
  const { parameters, change } = useViewState();
  const wanted = valuesOf(parameters, 'by')[0];
  const mode: PipelineMode = valuesOf(parameters, 'mode')[0] === 'activity' ? 'activity' : 'cohort';
  return {
    mode,
    by: COMPARED.find((id) => id === wanted) ?? 'intern',
    /** The calendar year that the activity of groups is shown of, as it stands in the address. */
    eventYear: valuesOf(parameters, 'event_year')[0],
    showsAll: valuesOf(parameters, 'rows').includes('all'),
    change,
  };
}
