import { LANGUAGES, type Language } from '../../domain/language.ts';

const KEY = 'talentbridge.language';

function isLanguage(text: string): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/** The first language of a browser's list that the product speaks; English where there is none. */
export function languageAmong(tags: readonly string[]): Language {
  return tags.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}

/** The language chosen on this device, else the browser's own. */
export function chosenLanguage(): Language {
  try {
    const stored = window.localStorage.getItem(KEY);
    if (stored !== null && isLanguage(stored)) return stored;
  } catch {
    // Storage may be switched off: then every visit starts with the browser's language.
  }
  return languageAmong(window.navigator.languages);
}

/** Remembers a language on this device. */
export function rememberLanguage(language: Language): void {
  try {
    window.localStorage.setItem(KEY, language);
  } catch {
    // Without storage the choice lasts until the page is closed.
  }
}
