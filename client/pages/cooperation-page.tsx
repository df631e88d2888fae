import '../panels/panels.css';
import { Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { CooperationPanels } from '../panels/cooperation/cooperation-panels.tsx';

/** What company and schools do together: what is due, when it was, and the ledger. */
export function CooperationPage() {
  const { t } = useTranslation();
  useDocumentTitle(`${t('nav.cooperation')} · Talentbridge`);
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h2">
          {t('nav.cooperation')}
        </Title>
        <Text c="dimmed">{t('ledger.lead')}</Text>
      </div>
      <CooperationPanels />
    </Stack>
  );
}
