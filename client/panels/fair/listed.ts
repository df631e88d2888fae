import type { Language } from '../../../domain/language.ts';

const MOST = 3;
const MARKS = { en: ', ', zh: '、' } as const satisfies Record<Language, string>;

/** The first names of a list, and how many more there are: a sentence stays a sentence. */
export function listed(
  names: readonly string[],
  language: Language,
): { readonly names: string; readonly more: number } {
  return {
    names: names.slice(0, MOST).join(MARKS[language]),
    more: Math.max(0, names.length - MOST),
  };
}
