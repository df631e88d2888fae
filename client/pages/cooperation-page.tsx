import '../panels/panels.css';
import { Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { isOfCompany, useMe } from '../frame/use-me.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { CooperationPanels } from '../panels/cooperation/cooperation-panels.tsx';
import { SharedPanels } from '../panels/cooperation/shared-panels.tsx';

/** What company and schools do together: what is due, when it was, and the ledger; to a dean what is shared of it. */
export function CooperationPage() {
  const { t } = useTranslation();
  const isCompany = isOfCompany(useMe());
  useDocumentTitle(`${t('nav.cooperation')} · Talentbridge`);
  return (
    <Stack gap="md">
      <div>
        <Title order={1} size="h2">
          {t('nav.cooperation')}
        </Title>
        <Text c="dimmed">{t(isCompany ? 'ledger.lead' : 'shared.lead')}</Text>
      </div>
      {isCompany ? <CooperationPanels /> : <SharedPanels />}
    </Stack>
  );
}
