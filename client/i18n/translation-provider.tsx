import type { i18n } from 'i18next';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TranslationContext } from './use-translation.ts';

interface TranslationProviderProps {
  readonly translation: i18n;
  readonly children: ReactNode;
}

/** Lets everything inside speak the language that a translation stands at. */
export function TranslationProvider({ translation, children }: TranslationProviderProps) {
  // Another function for each language.
  const { t } = useTranslation(undefined, { i18n: translation });
  const value = useMemo(() => {
    const language = translation.resolvedLanguage === 'zh' ? ('zh' as const) : ('en' as const);
    return { t, i18n: translation, language };
  }, [t, translation]);
  return <TranslationContext value={value}>{children}</TranslationContext>;
}
