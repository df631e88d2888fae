import { Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ROLES, type Role } from '../../../domain/roles.ts';
import { signIn, signInToDemo, welcomeOptions } from '../../api/account.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Refusal } from '../import/refusal.tsx';
import { SignOnRefused, SingleSignOn, useReturnAddress } from './single-sign-on.tsx';

/** Stands in the place of every page until somebody is signed in; the address stays, so that a link is kept. */
export function SignInPanel() {
  const { t } = useTranslation();
  useDocumentTitle(`${t('account.signIn')} · Talentbridge`);
  const { data } = useQuery(welcomeOptions);
  return (
    <Paper withBorder className="panel sign-in">
      <Stack gap="md">
        <Title order={1} size="h2">
          {t('account.signIn')}
        </Title>
        {data?.demo === true ? <DemoSignIn /> : null}
        {data?.demo === false ? <PasswordSignIn /> : null}
      </Stack>
    </Paper>
  );
}

/** A way in; the page begins anew, so that nothing stays of what was refused before. */
function useSignIn<Input>(enter: (input: Input) => Promise<unknown>) {
  const { returnTo } = useReturnAddress();
  return useMutation({
    mutationFn: enter,
    onSuccess: () => window.location.replace(returnTo),
  });
}

const DEMO_ORDER: readonly Role[] = ['hr', 'dean', 'admin'];

function DemoSignIn() {
  const { t } = useTranslation();
  const language = useLanguage();
  const enter = useSignIn(signInToDemo);
  return (
    <>
      <Text>{t('account.demoLead')}</Text>
      {DEMO_ORDER.map((role) => (
        <Button
          key={role}
          variant={role === 'hr' ? 'filled' : 'default'}
          loading={enter.isPending && enter.variables === role}
          onClick={() => enter.mutate(role)}
        >
          {t('account.demoAs', { role: ROLES[role][language] })}
        </Button>
      ))}
      <Refusal title={t('account.refused')} error={enter.error} />
    </>
  );
}

function PasswordSignIn() {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { returnTo, refused } = useReturnAddress();
  const enter = useSignIn(() => signIn(email, password));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        enter.mutate(undefined);
      }}
    >
      <Stack gap="sm">
        <Text c="dimmed">{t('account.lead')}</Text>
        <SignOnRefused refused={refused} />
        <SingleSignOn returnTo={returnTo} />
        <TextInput
          type="email"
          name="email"
          autoComplete="username"
          required
          label={t('account.email')}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          visibilityToggleButtonProps={{ 'aria-label': t('account.showPassword') }}
          name="password"
          autoComplete="current-password"
          required
          label={t('account.password')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Refusal title={t('account.refused')} error={enter.error} />
        <Button type="submit" loading={enter.isPending}>
          {t('account.signIn')}
        </Button>
      </Stack>
    </form>
  );
}
