import '../panels/panels.css';
import { Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { DataGate } from '../frame/data-gate.tsx';
import { useViewState, valuesOf } from '../frame/use-view-state.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { PreviewSection } from '../panels/releases/preview-section.tsx';
import { PublishedSection } from '../panels/releases/published-section.tsx';
import { ReleasesSection } from '../panels/releases/releases-section.tsx';

/** The number of the release that the address names; null for none. */
function releaseIn(text = ''): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/** What deans get: the releases so far, and what the next one would say to each of them, or one of those so far says. */
export function ReleasesPage() {
  const { t } = useTranslation();
  const { parameters } = useViewState();
  const release = releaseIn(valuesOf(parameters, 'release')[0]);
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
        {release === null ? <PreviewSection /> : <PublishedSection id={release} />}
      </DataGate>
    </Stack>
  );
}
