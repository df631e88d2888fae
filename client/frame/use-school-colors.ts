import { useValueColors } from './use-value-colors.ts';

/** The colors of the shown schools, by id as text: the same on every page. */
export function useSchoolColors(shown: readonly string[]): ReadonlyMap<string, string> {
  return useValueColors('school', shown);
}
