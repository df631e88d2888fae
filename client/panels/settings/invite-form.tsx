import { Button, Stack, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { invite } from '../../api/users.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Refusal } from '../import/refusal.tsx';
import { PlaceInputs, type ChosenPlace } from './place-inputs.tsx';
import { ShownOnce } from '../../frame/shown-once.tsx';

const HR: ChosenPlace = { role: 'hr', schoolId: null, collegeId: null };

/** Invites somebody and shows the link to send. */
export function InviteForm() {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [place, setPlace] = useState(HR);
  const make = useMutation({
    mutationFn: () => invite({ email, name, ...place }),
    onSuccess: () => {
      setEmail('');
      setName('');
      return cache.invalidateQueries({ queryKey: ['accounts'] });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <Stack gap="sm" maw="26rem">
        <Title order={3} size="h5">
          {t('people.invite')}
        </Title>
        <TextInput
          required
          label={t('people.name')}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <TextInput
          required
          type="email"
          label={t('people.email')}
          value={email}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
        />
        <PlaceInputs value={place} onChange={setPlace} />
        <Refusal title={t('people.inviteRefused')} error={make.error} />
        <Button type="submit" loading={make.isPending} style={{ alignSelf: 'start' }}>
          {t('people.inviteRun')}
        </Button>
        {make.data === undefined ? null : (
          <ShownOnce
            title={t('people.linkTitle')}
            text={t('people.linkText', { email: make.data.link.email })}
            secret={window.location.origin + make.data.path}
            labels={{ copy: t('people.copy'), copied: t('people.copied') }}
          />
        )}
      </Stack>
    </form>
  );
}
