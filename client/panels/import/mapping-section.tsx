import { Button, Group, Stack, Text } from '@mantine/core';
import type { ImportDetail } from '../../api/imports.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ConstantInputs } from './constant-inputs.tsx';
import { FileQuestions } from './file-questions.tsx';
import { ImportSection } from './import-section.tsx';
import { MappingTable } from './mapping-table.tsx';
import type { MappingState } from './mapping-state.ts';
import { ProgressLine } from './progress-line.tsx';
import { Refusal } from './refusal.tsx';

interface MappingSectionProps {
  readonly entry: ImportDetail;
  readonly state: MappingState;
  readonly onChange: (state: MappingState) => void;
  readonly check: {
    readonly busy: boolean;
    /** Whether nothing was checked yet, or something else than this. */
    readonly needed: boolean;
    readonly error: Error | null;
    readonly run: () => void;
  };
}

/** What each column means, what holds for all rows, and what the file cannot say by itself. */
export function MappingSection({ entry, state, onChange, check }: MappingSectionProps) {
  const { t } = useTranslation();
  const { kind, columns, summary } = entry;
  return (
    <ImportSection title={t('import.mapping.title')} lead={t('import.mapping.lead')}>
      <Stack gap="md">
        <fieldset className="import-form" disabled={check.busy}>
          <Stack gap="md">
            <MappingTable kind={kind} columns={columns} state={state} onChange={onChange} />
            <ConstantInputs kind={kind} state={state} onChange={onChange} />
            <FileQuestions kind={kind} summary={summary} state={state} onChange={onChange} />
          </Stack>
        </fieldset>
        <Refusal title={t('import.mapping.refused')} error={check.error} />
        <Group gap="sm">
          <Button
            variant={check.needed ? 'filled' : 'default'}
            loading={check.busy}
            onClick={check.run}
          >
            {t('import.mapping.check')}
          </Button>
          <Text component="output" size="sm" c="dimmed">
            {check.busy ? t('import.mapping.checking') : null}
          </Text>
        </Group>
        {check.busy ? (
          <ProgressLine id={entry.id} doing="validating" label={t('import.mapping.checking')} />
        ) : null}
      </Stack>
    </ImportSection>
  );
}
