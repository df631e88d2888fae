import type { Language } from './language.ts';

/** The locale whose numbers, dates and money each language is written with. */
export const LOCALES = { en: 'en-US', zh: 'zh-CN' } as const satisfies Record<Language, string>;
