import type { QueryClient } from '@tanstack/react-query';

/** Answers that stay true whatever is imported, and the imports themselves, which are refreshed on their own. */
const KEPT: readonly unknown[] = ['metrics', 'imports'];

/** Makes everything that is derived from the data be asked again. */
export function forgetFigures(cache: QueryClient): Promise<void> {
  return cache.invalidateQueries({ predicate: ({ queryKey }) => !KEPT.includes(queryKey[0]) });
}
