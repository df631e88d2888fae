import { Button, NumberInput, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createToken, removeToken, tokensOptions } from '../../api/users.ts';
import { PeopleTable } from '../../frame/people-table.tsx';
import { RevocableRow } from '../../frame/revocable-row.tsx';
import { Section } from '../../frame/section.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Refusal } from '../import/refusal.tsx';
import { PlaceInputs, type ChosenPlace } from './place-inputs.tsx';
import { ShownOnce } from '../../frame/shown-once.tsx';
import { usePlaceWords } from './use-place-words.ts';

const HR: ChosenPlace = { role: 'hr', schoolId: null, collegeId: null };
const A_QUARTER = 90;
const LONGEST = 366;

/** What scripts sign in with. */
export function TokensSection() {
  const { t } = useTranslation();
  const wordsOf = usePlaceWords();
  const cache = useQueryClient();
  const { data = [], error } = useQuery(tokensOptions);
  const [name, setName] = useState('');
  const [days, setDays] = useState<number | string>(A_QUARTER);
  const [place, setPlace] = useState(HR);
  const again = () => cache.invalidateQueries({ queryKey: ['accounts'] });
  const revoke = useMutation({ mutationFn: removeToken, onSettled: again });
  const make = useMutation({
    mutationFn: () => createToken({ name, days: Number(days), ...place }),
    onSuccess: () => {
      setName('');
      return again();
    },
  });
  return (
    <Section title={t('tokens.title')} lead={t('tokens.lead')}>
      <Stack gap="md">
        <Refusal title={t('people.refused')} error={error ?? revoke.error} />
        {data.length === 0 ? (
          <Text c="dimmed">{t('tokens.none')}</Text>
        ) : (
          <PeopleTable
            name={t('tokens.title')}
            columns={[t('tokens.name'), t('tokens.role'), t('tokens.expires'), t('tokens.used')]}
          >
            {data.map((token) => (
              <RevocableRow
                key={token.id}
                opener={token}
                revokeLabel={t('tokens.revokeOf', { name: token.name })}
                onRevoke={() => revoke.mutate(token.id)}
              >
                <Table.Td>{wordsOf(token)}</Table.Td>
              </RevocableRow>
            ))}
          </PeopleTable>
        )}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            make.mutate();
          }}
        >
          <Stack gap="sm" maw="26rem">
            <Title order={3} size="h5">
              {t('tokens.make')}
            </Title>
            <TextInput
              required
              label={t('tokens.name')}
              value={name}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
            <NumberInput
              required
              min={1}
              max={LONGEST}
              label={t('tokens.days')}
              value={days}
              onChange={setDays}
            />
            <PlaceInputs value={place} onChange={setPlace} />
            <Refusal title={t('tokens.refused')} error={make.error} />
            <Button type="submit" loading={make.isPending} style={{ alignSelf: 'start' }}>
              {t('tokens.run')}
            </Button>
            {make.data === undefined ? null : (
              <ShownOnce
                title={t('tokens.secretTitle')}
                text={t('tokens.secretText')}
                secret={make.data.secret}
                labels={{ copy: t('tokens.copy'), copied: t('tokens.copied') }}
              />
            )}
          </Stack>
        </form>
      </Stack>
    </Section>
  );
}
