import { useMemo } from 'react';
import { LOCALES } from '../../../domain/locales.ts';
import { useLanguage } from '../../i18n/use-language.ts';

/** Writes a point in time, given in ISO 8601, as day and minute where the reader is. */
export function useMoment(): (iso: string) => string {
  const language = useLanguage();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(LOCALES[language], {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    return (iso) => format.format(new Date(iso));
  }, [language]);
}
