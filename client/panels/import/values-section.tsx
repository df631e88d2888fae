import { Button, Group, Stack } from '@mantine/core';
import type { ChoiceOfValues } from '../../../domain/records/import-shapes.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ImportSection } from './import-section.tsx';
import { ProgressLine } from './progress-line.tsx';
import { Refusal } from './refusal.tsx';
import { ValueChoice } from './value-choice.tsx';
import { countValues, withValue, type DoubtedValue, type SettledValue } from './value-state.ts';

interface ValuesSectionProps {
  readonly id: number;
  readonly doubted: readonly DoubtedValue[];
  /** The choices that are saved. */
  readonly settled: readonly SettledValue[];
  /** The choices that are not saved yet. */
  readonly choices: ChoiceOfValues;
  readonly onChange: (choices: ChoiceOfValues) => void;
  readonly settle: {
    readonly busy: boolean;
    readonly error: Error | null;
    readonly run: () => void;
  };
}

/** Values that their field cannot have: for each a person says once, for all its rows, what it means. */
export function ValuesSection(props: ValuesSectionProps) {
  const { id, doubted, settled, choices, onChange, settle } = props;
  const { t } = useTranslation();
  const format = useFormatter();
  if (doubted.length + settled.length === 0) return null;
  return (
    <ImportSection title={t('importValues.title')} lead={t('importValues.lead')}>
      <Stack gap="md">
        <ul className="name-list">
          {doubted.map(({ column, value, count }) => (
            <ValueChoice
              key={`${column.field} ${value}`}
              column={column}
              value={value}
              hint={t('import.names.rows', { number: format.count(count) })}
              chosen={choices[column.field]?.[value] ?? null}
              onChange={(chosen) =>
                onChange(withValue(choices, column.field, value, chosen ?? undefined))
              }
            />
          ))}
          {settled.map(({ column, value, chosen: saved }) => {
            const changed = choices[column.field]?.[value];
            return (
              <ValueChoice
                key={`settled ${column.field} ${value}`}
                column={column}
                value={value}
                hint={t('importValues.settled')}
                chosen={changed === undefined ? saved : changed}
                onChange={(chosen) =>
                  onChange(
                    withValue(choices, column.field, value, chosen === saved ? undefined : chosen),
                  )
                }
              />
            );
          })}
        </ul>
        <Refusal title={t('import.names.refused')} error={settle.error} />
        <Group gap="sm">
          <Button disabled={countValues(choices) === 0} loading={settle.busy} onClick={settle.run}>
            {t('importValues.settle')}
          </Button>
        </Group>
        {settle.busy ? (
          <ProgressLine id={id} doing="validating" label={t('import.mapping.checking')} />
        ) : null}
      </Stack>
    </ImportSection>
  );
}
