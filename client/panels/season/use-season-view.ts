import { useViewState, valuesOf } from '../../frame/use-view-state.ts';

/** What the groups of a season may be by. */
export const GROUPED = ['school', 'major', 'department', 'degree', 'channel'] as const;

/** What the page shows beside its filters, as it stands in the address. */
export function useSeasonView() {
  const { parameters, change } = useViewState();
  const wanted = valuesOf(parameters, 'by')[0];
  return {
    by: GROUPED.find((id) => id === wanted) ?? 'school',
    /** The lists that are shown in full. */
    shownInFull: valuesOf(parameters, 'list'),
    change,
  };
}
