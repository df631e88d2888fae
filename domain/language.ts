/** The two languages every text of the product exists in. */
export const LANGUAGES = ['en', 'zh'] as const;

export type Language = (typeof LANGUAGES)[number];

/** One text in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;
