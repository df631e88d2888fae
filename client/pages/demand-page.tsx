import '../panels/panels.css';
import { Stack, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useTranslation } from '../i18n/use-translation.ts';
import { DemandSection } from '../panels/demand/demand-section.tsx';

/** Which majors the company will want, as far as it shares that with its partner schools. */
export function DemandPage() {
  const { t } = useTranslation();
  useDocumentTitle(`${t('nav.demand')} · Talentbridge`);
  return (
    <Stack gap="md">
      <Title order={1} size="h2">
        {t('nav.demand')}
      </Title>
      <DemandSection />
    </Stack>
  );
}
