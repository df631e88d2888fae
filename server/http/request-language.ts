import type { Context } from 'hono';
import type { Language } from '../../domain/language.ts';

/** The language a request asks for: Chinese where it comes first. */
export function languageOf({ req }: Context): Language {
  const asked = req.query('lang');
  if (asked === 'en' || asked === 'zh') return asked;
  return (req.header('accept-language') ?? '').trim().toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
