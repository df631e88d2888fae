import { useViewState, valuesOf } from '../../frame/use-view-state.ts';

/** The import that the page is about, which lives in the address as `?import=ID`. */
export function useChosenImport() {
  const { parameters, change } = useViewState();
  const [text] = valuesOf(parameters, 'import');
  const id = text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
  return {
    id,
    choose: (next: number | null) => change({ import: next === null ? [] : [String(next)] }),
  };
}
