import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { endOtherSessions, endSession, sessionsOptions } from '../../api/account.ts';
import { PeopleTable } from '../../frame/people-table.tsx';
import { Section } from '../../frame/section.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Refusal } from '../import/refusal.tsx';
import { browserName } from './browser-name.ts';

/** Where one is signed in, and a way to end it. */
export function SessionsSection() {
  const { t } = useTranslation();
  const format = useFormatter();
  const cache = useQueryClient();
  const { data = [], error } = useQuery(sessionsOptions);
  const again = () => cache.invalidateQueries({ queryKey: ['me', 'sessions'] });
  const end = useMutation({ mutationFn: endSession, onSettled: again });
  const endOthers = useMutation({ mutationFn: endOtherSessions, onSettled: again });
  return (
    <Section title={t('account.sessions')}>
      <Stack gap="sm">
        <Refusal title={t('state.failed')} error={error ?? end.error ?? endOthers.error} />
        <PeopleTable
          name={t('account.sessions')}
          columns={[
            t('account.session'),
            t('account.address'),
            t('account.sessionFrom'),
            t('account.sessionUntil'),
          ]}
        >
          {data.map(({ id, current, browser, address, createdAt, expiresAt }) => {
            const name = browserName(browser) ?? t('account.sessionUnknown');
            return (
              <Table.Tr key={id}>
                <Table.Th scope="row" fw={current ? 700 : 400}>
                  {name}
                </Table.Th>
                <Table.Td>{address}</Table.Td>
                <Table.Td>{format.day(createdAt.slice(0, 10))}</Table.Td>
                <Table.Td>{format.day(expiresAt.slice(0, 10))}</Table.Td>
                <Table.Td ta="end">
                  {current ? (
                    <Text size="sm" c="dimmed">
                      {t('account.sessionHere')}
                    </Text>
                  ) : (
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={t('account.endOf', { browser: name })}
                      onClick={() => end.mutate(id)}
                    >
                      {t('account.endSession')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </PeopleTable>
        {data.length > 1 ? (
          <Group>
            <Button
              variant="default"
              loading={endOthers.isPending}
              onClick={() => endOthers.mutate()}
            >
              {t('account.endOthers')}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </Section>
  );
}
