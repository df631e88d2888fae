import { Anchor } from '@mantine/core';
import { releaseCsvUrl } from '../../api/release.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

/** Everything that was published for the own school or college, as a file. */
export function CsvLink() {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Anchor
      href={releaseCsvUrl(language)}
      download
      size="sm"
      underline="always"
      className="no-print"
    >
      {t('partner.csv')}
    </Anchor>
  );
}
