import { Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { DirectorySection } from '../panels/directory/directory-section.tsx';
import { MergeHistory } from '../panels/directory/merge-history.tsx';

/** What the deployment is set up with, a section each. */
export function SettingsPage() {
  const { t } = useTranslation();
  useDocumentTitle(`${t('nav.settings')} · Talentbridge`);
  return (
    <Stack gap="lg">
      <div>
        <Title order={1} size="h2">
          {t('nav.settings')}
        </Title>
        <Text c="dimmed">{t('settings.lead')}</Text>
      </div>
      <DirectorySection directory="schools" />
      <DirectorySection directory="majors" />
      <MergeHistory />
    </Stack>
  );
}
