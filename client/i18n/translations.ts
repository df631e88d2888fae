import type { Language } from '../../domain/language.ts';
import en from './en.json';
import zh from './zh.json';

/** Every string of the interface in both languages; the texts of metrics and dimensions live in the domain. */
export const TRANSLATIONS = {
  en: { translation: en },
  zh: { translation: zh },
} as const satisfies Record<Language, unknown>;

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: (typeof TRANSLATIONS)['en'];
  }
}
