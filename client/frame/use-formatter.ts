import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { aboutOptions } from '../api/about.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { createFormatter, type Formatter } from './formatter.ts';

/** The currency until the server has said which it is. */
const USUAL_CURRENCY = 'CNY';

/** Writes figures in the language of the page and the currency of the deployment. */
export function useFormatter(): Formatter {
  const language = useLanguage();
  const { data } = useQuery(aboutOptions);
  const currency = data?.currency ?? USUAL_CURRENCY;
  return useMemo(() => createFormatter(language, currency), [language, currency]);
}
