/** As much of a query's result as a panel looks at. */
interface Result {
  readonly data: unknown;
  readonly error: Error | null;
  readonly isPlaceholderData: boolean;
  readonly isFetching: boolean;
  refetch(): unknown;
}

/** What a panel shows: a skeleton, an error, or its data, dimmed while it stands in for newer. */
export type PanelState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'error'; readonly error: Error; readonly retry: () => void }
  | { readonly kind: 'data'; readonly stale: boolean };

/** The state of a panel that needs the answers of several queries: as bad as its worst. */
export function panelState(...results: readonly Result[]): PanelState {
  const failed = results.filter(({ error }) => error !== null);
  const error = failed[0]?.error ?? null;
  if (error !== null) {
    return { kind: 'error', error, retry: () => failed.forEach((result) => void result.refetch()) };
  }
  if (results.some(({ data }) => data === undefined)) return { kind: 'loading' };
  return {
    kind: 'data',
    stale: results.some((result) => result.isPlaceholderData && result.isFetching),
  };
}
