import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { stopImport } from '../../api/imports.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { progressWords } from './progress-words.ts';
import { Refusal } from './refusal.tsx';
import { useImportAction } from './use-import-action.ts';
import { useImportProgress } from './use-import-progress.ts';

interface ProgressLineProps {
  readonly id: number;
  /** What the server is doing. */
  readonly doing: 'validating' | 'committing';
  readonly label: string;
}

/** How far the server is with an import, as a bar and in words, and a way to stop it. */
export function ProgressLine({ id, doing, label }: ProgressLineProps) {
  const { t } = useTranslation();
  const format = useFormatter();
  const progress = useImportProgress(id);
  const stop = useImportAction(() => stopImport(id));
  return (
    <Stack gap="xs">
      <Progress value={progress?.percent ?? 0} striped animated aria-label={label} />
      <Group justify="space-between" gap="sm">
        <Text size="sm" c="dimmed">
          {progress === null ? t('import.running.begun') : progressWords(progress, t, format)}
        </Text>
        <Button variant="default" size="xs" loading={stop.isPending} onClick={() => stop.mutate()}>
          {t(`import.running.cancel.${doing}`)}
        </Button>
      </Group>
      <Refusal title={t('import.running.cancelRefused')} error={stop.error} />
    </Stack>
  );
}
