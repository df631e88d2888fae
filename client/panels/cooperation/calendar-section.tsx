import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  calendarFeedsOptions,
  createCalendarFeed,
  removeCalendarFeed,
} from '../../api/calendar-feeds.ts';
import { PeopleTable } from '../../frame/people-table.tsx';
import { RevocableRow } from '../../frame/revocable-row.tsx';
import { Section } from '../../frame/section.tsx';
import { ShownOnce } from '../../frame/shown-once.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Refusal } from '../import/refusal.tsx';

/** The dates in one's own calendar: a file, or an address that a calendar program follows. */
export function CalendarSection() {
  const { t } = useTranslation();
  const language = useLanguage();
  const cache = useQueryClient();
  const { data = [], error } = useQuery(calendarFeedsOptions);
  const [name, setName] = useState('');
  const again = () => cache.invalidateQueries({ queryKey: calendarFeedsOptions.queryKey });
  const revoke = useMutation({ mutationFn: removeCalendarFeed, onSettled: again });
  const make = useMutation({
    mutationFn: createCalendarFeed,
    onSuccess: () => {
      setName('');
      return again();
    },
  });
  const made = make.data;
  // Once it is revoked, nobody should take it along any more.
  const isThere = made !== undefined && data.some(({ id }) => id === made.feed.id);
  return (
    <Section title={t('calendar.title')} lead={t('calendar.lead')}>
      <Stack gap="md">
        <Refusal title={t('calendar.refused')} error={error ?? revoke.error} />
        {data.length === 0 ? null : (
          <PeopleTable
            name={t('calendar.title')}
            columns={[t('calendar.name'), t('tokens.expires'), t('tokens.used')]}
          >
            {data.map((feed) => (
              <RevocableRow
                key={feed.id}
                opener={feed}
                revokeLabel={t('calendar.revokeOf', { name: feed.name })}
                onRevoke={() => revoke.mutate(feed.id)}
              />
            ))}
          </PeopleTable>
        )}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            make.mutate(name);
          }}
        >
          <Stack gap="sm">
            <Group gap="sm" align="end">
              <TextInput
                required
                label={t('calendar.name')}
                placeholder={t('calendar.example')}
                value={name}
                onChange={({ currentTarget }) => setName(currentTarget.value)}
              />
              <Button type="submit" loading={make.isPending}>
                {t('calendar.make')}
              </Button>
            </Group>
            <Refusal title={t('calendar.refused')} error={make.error} />
            {isThere ? (
              <ShownOnce
                title={t('calendar.secretTitle')}
                text={t('calendar.secretText')}
                secret={`${window.location.origin}${made.path}&lang=${language}`}
                labels={{ copy: t('calendar.copy'), copied: t('tokens.copied') }}
              />
            ) : null}
          </Stack>
        </form>
        <Text size="sm">
          <Anchor href={`/api/cooperation.ics?lang=${language}`} size="sm">
            {t('calendar.file')}
          </Anchor>
        </Text>
      </Stack>
    </Section>
  );
}
