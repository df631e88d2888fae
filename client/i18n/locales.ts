import type { Language } from '../../domain/language.ts';

/** The locale whose numbers, dates and money each language is written with. */
export const LOCALES = { en: 'en-US', zh: 'zh-CN' } as const satisfies Record<Language, string>;
