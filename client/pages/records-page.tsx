import '../panels/panels.css';
import '../frame/frame.css';
import '../panels/records/records.css';
import { Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { DataGate } from '../frame/data-gate.tsx';
import { FilterBar } from '../frame/filter-bar.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { RecordsPanel } from '../panels/records/records-panel.tsx';

/** The people behind any figure. */
export function RecordsPage() {
  const { t } = useTranslation();
  useDocumentTitle(`${t('nav.records')} · Talentbridge`);
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h2">
          {t('nav.records')}
        </Title>
        <Text c="dimmed">{t('records.lead')}</Text>
      </div>
      <DataGate>
        <FilterBar compares={false} />
        <RecordsPanel />
      </DataGate>
    </Stack>
  );
}
