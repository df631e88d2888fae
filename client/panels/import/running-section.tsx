import { Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportDetail } from '../../api/imports.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { ImportSection } from './import-section.tsx';
import { useImportProgress } from './use-import-progress.ts';

/** How far the server is with checking or committing a file. */
export function RunningSection({ entry }: { readonly entry: ImportDetail }) {
  const { t } = useTranslation();
  const format = useFormatter();
  const progress = useImportProgress(entry.id);
  const share = progress === null || progress.total === 0 ? 0 : progress.done / progress.total;
  const title = t(
    entry.status === 'committing' ? 'import.running.committing' : 'import.running.checking',
  );
  return (
    <ImportSection title={title}>
      <Stack gap="xs">
        <Progress value={share * 100} striped animated aria-label={title} />
        <Text component="output" size="sm" c="dimmed">
          {progress === null
            ? t('import.running.begun')
            : t('import.running.done', { share: format.value('percent', share) })}
        </Text>
      </Stack>
    </ImportSection>
  );
}
