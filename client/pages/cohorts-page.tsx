import '../panels/panels.css';
import { Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useTranslation } from '../i18n/use-translation.ts';
import { CohortsSection } from '../panels/cohorts/cohorts-section.tsx';
import { ReconciliationSection } from '../panels/cohorts/reconciliation-section.tsx';
import { ImportHistory } from '../panels/import/import-history.tsx';
import { ImportWorkbench } from '../panels/import/import-workbench.tsx';

/** A school's own graduates: where they went, and the upload of new counts. */
export function CohortsPage() {
  const { t } = useTranslation();
  useDocumentTitle(`${t('nav.cohorts')} · Talentbridge`);
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h2">
          {t('nav.cohorts')}
        </Title>
        <Text c="dimmed">{t('partner.cohortsLead')}</Text>
      </div>
      <CohortsSection />
      <ReconciliationSection />
      <ImportWorkbench />
      <ImportHistory />
    </Stack>
  );
}
