import { Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useImportProgress } from './use-import-progress.ts';

interface ProgressLineProps {
  readonly id: number;
  /** What the server is doing. */
  readonly label: string;
}

/** How far the server is with an import, as a bar and in words. */
export function ProgressLine({ id, label }: ProgressLineProps) {
  const { t } = useTranslation();
  const format = useFormatter();
  const progress = useImportProgress(id);
  const share = progress === null || progress.total === 0 ? 0 : progress.done / progress.total;
  return (
    <Stack gap="xs">
      <Progress value={share * 100} striped animated aria-label={label} />
      <Text size="sm" c="dimmed">
        {progress === null
          ? t('import.running.begun')
          : t('import.running.done', { share: format.value('percent', share) })}
      </Text>
    </Stack>
  );
}
