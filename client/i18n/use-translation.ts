import type { i18n, TFunction } from 'i18next';
import { createContext, use } from 'react';
import type { Language } from '../../domain/language.ts';

export interface Translation {
  /** The text of a key in the language of the page. */
  readonly t: TFunction;
  readonly i18n: i18n;
  readonly language: Language;
}

/** The page's translation. The library's own hook subscribes anew with every drawing of every part of a page. */
export const TranslationContext = createContext<Translation | null>(null);

/**
 * The texts of the page.
 * @throws Error outside of a `TranslationProvider`.
 */
export function useTranslation(): Translation {
  const translation = use(TranslationContext);
  if (translation === null) throw new Error('There is no TranslationProvider');
  return translation;
}
