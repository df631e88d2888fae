import { Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { settingsOptions } from '../../api/settings.ts';
import { Section } from '../../frame/section.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Refusal } from '../import/refusal.tsx';
import { SaveRow } from './save-row.tsx';
import { useSettingsAction } from './use-settings-action.ts';

/** Of which day figures are, where nobody asks for another: the last one that the data tells of, or an earlier one. */
export function DaySection() {
  const { t } = useTranslation();
  const format = useFormatter();
  const { data, error } = useQuery(settingsOptions);
  const [typed, setTyped] = useState<string | null>(null);
  const save = useSettingsAction(() => setTyped(null));
  const day = typed ?? data?.asOf ?? '';
  return (
    <Section title={t('usualDay.title')} lead={t('usualDay.lead')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ asOf: day === '' ? null : day });
        }}
      >
        <Stack gap="sm" maw="26rem">
          <Refusal title={t('company.refused')} error={error ?? save.error} />
          <TextInput
            type="date"
            label={t('usualDay.day')}
            description={
              data === undefined ? null : t('usualDay.rule', { day: format.day(data.knownTo) })
            }
            max={data?.knownTo}
            value={day}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <SaveRow
            save={save}
            ready={data !== undefined}
            changed={typed !== null}
            back={
              typeof data?.asOf === 'string'
                ? { text: t('usualDay.last'), go: () => save.mutate({ asOf: null }) }
                : null
            }
          />
        </Stack>
      </form>
    </Section>
  );
}
