import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useId, useState } from 'react';
import { commitImport, type ImportDetail } from '../../api/imports.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { blockedBy } from './commit-state.ts';
import { ImportSection } from './import-section.tsx';
import { Refusal } from './refusal.tsx';
import { useImportAction } from './use-import-action.ts';

interface CommitSectionProps {
  readonly entry: ImportDetail;
  readonly mappingChanged: boolean;
  readonly namesChanged: boolean;
  readonly valuesChanged: boolean;
  /** Whether a check is running, whose account is still to come. */
  readonly busy: boolean;
  /** Why the last commit failed. */
  readonly lastError: Error | null;
}

/** Takes the rows into the data, or says what must be answered before. */
export function CommitSection(props: CommitSectionProps) {
  const { entry, mappingChanged, namesChanged, valuesChanged, busy, lastError } = props;
  const { t } = useTranslation();
  const format = useFormatter();
  const reasonId = useId();
  const [skipInvalid, setSkipInvalid] = useState(false);
  const commit = useImportAction(() => commitImport(entry.id, skipInvalid));
  const { summary } = entry;
  const answers = { mappingChanged, namesChanged, valuesChanged };
  const blocked = blockedBy({ summary, ...answers, skipInvalid });
  const invalid = summary?.invalid ?? 0;
  return (
    <ImportSection title={t('import.commit.title')} lead={t('import.commit.lead')}>
      <Stack gap="md">
        {invalid > 0 ? (
          <Checkbox
            label={t('import.commit.skipInvalid', { number: format.count(invalid) })}
            checked={skipInvalid}
            onChange={(event) => setSkipInvalid(event.currentTarget.checked)}
          />
        ) : null}
        <Refusal title={t('import.commit.refused')} error={commit.error ?? lastError} />
        <Group gap="sm">
          <Button
            disabled={blocked !== null || busy}
            loading={commit.isPending}
            aria-describedby={reasonId}
            onClick={() => commit.mutate()}
          >
            {summary === null || blocked !== null
              ? t('import.commit.run')
              : t('import.commit.runWith', {
                  number: format.count(summary.new + summary.changed),
                })}
          </Button>
          <Text component="output" size="sm" c="dimmed" id={reasonId}>
            {blocked === null ? null : t(`import.commit.blocked.${blocked}`)}
          </Text>
        </Group>
      </Stack>
    </ImportSection>
  );
}
