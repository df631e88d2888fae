import { Button } from '@mantine/core';
import { useLanguage } from '../i18n/use-language.ts';
import { useTranslation } from '../i18n/use-translation.ts';

/** Turns the page into the other language; its label is in that language. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const other = useLanguage() === 'en' ? 'zh' : 'en';
  return (
    <Button
      variant="default"
      size="compact-md"
      lang={other}
      title={t('shell.languageHint')}
      onClick={() => void i18n.changeLanguage(other)}
    >
      {t('shell.language')}
    </Button>
  );
}
