import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { settingsOptions } from '../../api/settings.ts';
import { Section } from '../../frame/section.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Refusal } from '../import/refusal.tsx';
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
          <Group>
            <Button type="submit" loading={save.isPending} disabled={data === undefined}>
              {t('company.save')}
            </Button>
            {typeof data?.asOf !== 'string' ? null : (
              <Button
                variant="default"
                disabled={save.isPending}
                onClick={() => save.mutate({ asOf: null })}
              >
                {t('usualDay.last')}
              </Button>
            )}
            {save.isSuccess && typed === null ? (
              <Text component="output">{t('company.saved')}</Text>
            ) : null}
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
