import { Button, Group, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { meOptions } from '../../api/account.ts';
import { changeUser, newPasswordLink, usersOptions, type User } from '../../api/users.ts';
import { PeopleTable } from '../../frame/people-table.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Refusal } from '../import/refusal.tsx';
import { ShownOnce } from '../../frame/shown-once.tsx';
import { usePlaceWords } from './use-place-words.ts';

/** Everybody with an account, and what can be done about them. */
export function UsersTable() {
  const { t } = useTranslation();
  const wordsOf = usePlaceWords();
  const cache = useQueryClient();
  const { data = [], error } = useQuery(usersOptions);
  const { data: me } = useQuery(meOptions);
  const again = () => cache.invalidateQueries({ queryKey: ['accounts'] });
  const change = useMutation({
    mutationFn: (user: User) => changeUser(user.id, { disabled: !user.disabled }),
    onSettled: again,
  });
  const link = useMutation({ mutationFn: newPasswordLink, onSettled: again });
  return (
    <>
      <Refusal title={t('people.refused')} error={error ?? change.error ?? link.error} />
      {link.data === undefined ? null : (
        <ShownOnce
          title={t('people.linkTitle')}
          text={t('people.linkText', { email: link.data.link.email })}
          secret={window.location.origin + link.data.path}
          labels={{ copy: t('people.copy'), copied: t('people.copied') }}
        />
      )}
      <PeopleTable
        name={t('people.users')}
        columns={[t('people.name'), t('people.role'), t('people.state')]}
      >
        {data.map((user) => (
          <Table.Tr key={user.id}>
            <Table.Th scope="row" fw={500}>
              {user.name}
              <Text size="sm" c="dimmed">
                {user.email}
              </Text>
            </Table.Th>
            <Table.Td>{wordsOf(user)}</Table.Td>
            <Table.Td>{t(user.disabled ? 'people.shutOut' : 'people.active')}</Table.Td>
            <Table.Td>
              <Group gap="xs" justify="flex-end" wrap="nowrap">
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('people.passwordOf', { name: user.name })}
                  onClick={() => link.mutate(user.id)}
                >
                  {t('people.password')}
                </Button>
                {user.email === me?.user.email ? null : (
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={t(user.disabled ? 'people.letInOf' : 'people.shutOf', {
                      name: user.name,
                    })}
                    onClick={() => change.mutate(user)}
                  >
                    {t(user.disabled ? 'people.letIn' : 'people.shut')}
                  </Button>
                )}
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </PeopleTable>
    </>
  );
}
