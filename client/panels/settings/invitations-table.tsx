import { Button, Table, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { invitationsOptions, removeInvitation } from '../../api/users.ts';
import { PeopleTable } from '../../frame/people-table.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Refusal } from '../import/refusal.tsx';
import { usePlaceWords } from './use-place-words.ts';

/** Links that were sent and not used yet. */
export function InvitationsTable() {
  const { t } = useTranslation();
  const wordsOf = usePlaceWords();
  const format = useFormatter();
  const cache = useQueryClient();
  const { data = [], error } = useQuery(invitationsOptions);
  const withdraw = useMutation({
    mutationFn: removeInvitation,
    onSettled: () => cache.invalidateQueries({ queryKey: ['accounts'] }),
  });
  const open = data.filter(({ usedAt }) => usedAt === null);
  return (
    <>
      <Title order={3} size="h5">
        {t('people.open')}
      </Title>
      <Refusal title={t('people.refused')} error={error ?? withdraw.error} />
      {open.length === 0 ? (
        <Text c="dimmed">{t('people.none')}</Text>
      ) : (
        <PeopleTable
          name={t('people.open')}
          columns={[t('people.name'), t('people.role'), t('people.expires')]}
        >
          {open.map(({ id, name, email, purpose, expiresAt, ...place }) => (
            <Table.Tr key={id}>
              <Table.Th scope="row" fw={500}>
                {name ?? t(`people.purpose.${purpose}`)}
                <Text size="sm" c="dimmed">
                  {email}
                </Text>
              </Table.Th>
              <Table.Td>
                {wordsOf(place)} · {t(`people.purpose.${purpose}`)}
              </Table.Td>
              <Table.Td>{format.day(expiresAt.slice(0, 10))}</Table.Td>
              <Table.Td ta="end">
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('people.withdrawOf', { name: name ?? email ?? '' })}
                  onClick={() => withdraw.mutate(id)}
                >
                  {t('people.withdraw')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </PeopleTable>
      )}
    </>
  );
}
