import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { aboutOptions } from '../api/about.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { createFormatter } from '../../domain/formatter.ts';
import { FormatterContext, USUAL_CURRENCY } from './use-formatter.ts';
import { isOfCompany, useMe } from './use-me.ts';

/** Lets everything inside write figures in the language of the page and the currency of the deployment. */
export function FormatterProvider({ children }: { readonly children: ReactNode }) {
  const language = useLanguage();
  const ofCompany = isOfCompany(useMe());
  const { data } = useQuery({ ...aboutOptions, enabled: ofCompany });
  const currency = data?.currency ?? USUAL_CURRENCY;
  const formatter = useMemo(() => createFormatter(language, currency), [language, currency]);
  return <FormatterContext value={formatter}>{children}</FormatterContext>;
}
