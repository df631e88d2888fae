import '../panels/panels.css';
import { Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { DataGate } from '../frame/data-gate.tsx';
import { PreviewSection } from '../panels/releases/preview-section.tsx';
import { ReleasesSection } from '../panels/releases/releases-section.tsx';

/** What deans get: the releases so far, and what the next one would say to each of them. */
export function ReleasesPage() {
  const { t } = useTranslation();
  useDocumentTitle(`${t('nav.releases')} · Talentbridge`);
  return (
    <Stack gap="lg">
      <div>
        <Title order={1} size="h2">
          {t('nav.releases')}
        </Title>
        <Text c="dimmed">{t('releases.lead')}</Text>
      </div>
      <DataGate>
        <ReleasesSection />
        <PreviewSection />
      </DataGate>
    </Stack>
  );
}
