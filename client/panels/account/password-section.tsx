import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changePassword } from '../../api/account.ts';
import { Section } from '../../frame/section.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Refusal } from '../import/refusal.tsx';

/** Changes the own password. */
export function PasswordSection() {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () => changePassword(current, next),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      return cache.invalidateQueries({ queryKey: ['me', 'sessions'] });
    },
  });
  return (
    <Section title={t('account.changePassword')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <Stack gap="sm" maw="26rem">
          <PasswordInput
            visibilityToggleButtonProps={{ 'aria-label': t('account.showPassword') }}
            autoComplete="current-password"
            required
            label={t('account.currentPassword')}
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <PasswordInput
            visibilityToggleButtonProps={{ 'aria-label': t('account.showPassword') }}
            autoComplete="new-password"
            required
            minLength={12}
            label={t('account.newPassword')}
            description={t('account.passwordRule')}
            value={next}
            onChange={(event) => setNext(event.currentTarget.value)}
          />
          <Refusal title={t('account.changeRefused')} error={change.error} />
          {change.isSuccess ? <Text component="output">{t('account.changed')}</Text> : null}
          <Button type="submit" loading={change.isPending} style={{ alignSelf: 'start' }}>
            {t('account.change')}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
