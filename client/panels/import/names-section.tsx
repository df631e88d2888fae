import { Button, Group, Stack, Text } from '@mantine/core';
import type { Names, Unresolved } from '../../../domain/records/import-shapes.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ImportSection } from './import-section.tsx';
import { NameList } from './name-list.tsx';
import { NAME_KINDS, countChoices, type NameKind } from './name-state.ts';
import { ProgressLine } from './progress-line.tsx';
import { Refusal } from './refusal.tsx';
import { SettledNames } from './settled-names.tsx';

interface NamesSectionProps {
  readonly id: number;
  readonly unresolved: Readonly<Record<NameKind, readonly Unresolved[]>>;
  /** The answers that are saved. */
  readonly settled: Names;
  /** The answers that are not saved yet. */
  readonly choices: Names;
  readonly onChange: (choices: Names) => void;
  readonly settle: {
    readonly busy: boolean;
    readonly error: Error | null;
    readonly run: () => void;
  };
}

/** Names that the directory does not know: for each a person says which entry it is, or that it is new. */
export function NamesSection(props: NamesSectionProps) {
  const { id, unresolved, settled, choices, onChange, settle } = props;
  const { t } = useTranslation();
  const format = useFormatter();
  const kinds = NAME_KINDS.filter((kind) => unresolved[kind].length > 0);
  const open = kinds.reduce((sum, kind) => sum + unresolved[kind].length, 0);
  const answered = kinds.reduce(
    (sum, kind) =>
      sum + unresolved[kind].filter(({ name }) => choices[kind][name] !== undefined).length,
    0,
  );
  if (open + countChoices(settled) === 0) return null;
  return (
    <ImportSection title={t('import.names.title')} lead={t('import.names.lead')}>
      <Stack gap="xl">
        {kinds.map((kind) => (
          <NameList
            key={kind}
            kind={kind}
            unresolved={unresolved[kind]}
            choices={choices}
            onChange={onChange}
          />
        ))}
        <SettledNames settled={settled} choices={choices} onChange={onChange} />
        <Refusal title={t('import.names.refused')} error={settle.error} />
        <Group gap="sm">
          <Button disabled={countChoices(choices) === 0} loading={settle.busy} onClick={settle.run}>
            {t('import.names.settle')}
          </Button>
          <Text component="output" size="sm" c="dimmed">
            {open === 0
              ? null
              : t('import.names.answered', {
                  answered: format.count(answered),
                  all: format.count(open),
                })}
          </Text>
        </Group>
        {settle.busy ? (
          <ProgressLine id={id} doing="validating" label={t('import.mapping.checking')} />
        ) : null}
      </Stack>
    </ImportSection>
  );
}
