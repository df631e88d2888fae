import type { Language } from '../../domain/language.ts';
import { useTranslation } from './use-translation.ts';

/** The language the page is shown in. */
export function useLanguage(): Language {
  return useTranslation().language;
}
