import { createInstance, type i18n } from 'i18next';
import type { Language } from '../../domain/language.ts';
import { rememberLanguage } from './language-choice.ts';
import { LOCALES } from '../../domain/locales.ts';
import { TRANSLATIONS } from './translations.ts';

/** Starts the translations in one language and keeps `<html lang>` and the stored choice in step with it. */
export function startTranslation(language: Language): i18n {
  const instance = createInstance();
  instance.on('languageChanged', (next) => {
    const chosen: Language = next === 'zh' ? 'zh' : 'en';
    document.documentElement.lang = LOCALES[chosen];
    if (chosen !== language || next !== language) rememberLanguage(chosen);
  });
  void instance.init({
    lng: language,
    resources: TRANSLATIONS,
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  });
  return instance;
}
