import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from '../i18n/use-translation.ts';
import { ImportHistory } from '../panels/import/import-history.tsx';
import { ImportWorkbench } from '../panels/import/import-workbench.tsx';

/** From a file to changed charts: upload, map, check, settle names, commit, undo. */
export function ImportPage() {
  const { t } = useTranslation();
  return (
    <Stack gap="lg">
      <div>
        <Title order={1} size="h2">
          {t('import.title')}
        </Title>
        <Text c="dimmed">{t('import.lead')}</Text>
      </div>
      <ImportWorkbench />
      <ImportHistory />
    </Stack>
  );
}
