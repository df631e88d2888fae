import { Anchor, Button, Paper, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { createLink } from '@tanstack/react-router';
import { useState } from 'react';
import { ROLES } from '../../../domain/roles.ts';
import { acceptLink, linkOptions } from '../../api/account.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Refusal } from '../import/refusal.tsx';
import { SingleSignOn } from './single-sign-on.tsx';

const LinkAnchor = createLink(Anchor<'a'>);

/** Where a link leads: an invited person chooses a password and is in. */
export function JoinPanel({ secret }: { readonly secret: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  useDocumentTitle(`${t('account.join')} · Talentbridge`);
  const { data, error } = useQuery(linkOptions(secret));
  const [email, setEmail] = useState('');
  const [name, setName] = useState<string | null>(null);
  const [password, setPassword] = useState('');
  const isFirst = data?.purpose === 'first_administrator';
  const shownName = name ?? data?.name ?? '';
  const enter = useMutation({
    mutationFn: () =>
      acceptLink(secret, {
        password,
        ...(isFirst ? { email } : {}),
        ...(data?.purpose === 'password' ? {} : { name: shownName }),
      }),
    onSuccess: () => window.location.assign('/'),
  });
  const lead =
    data === undefined
      ? ''
      : isFirst
        ? t('account.joinFirst')
        : data.purpose === 'password'
          ? t('account.joinPassword', { email: data.email })
          : t('account.joinLead', { role: ROLES[data.role][language] });

  return (
    <Paper withBorder className="panel sign-in">
      <Stack gap="md">
        <Title order={1} size="h2">
          {t('account.join')}
        </Title>
        <Refusal title={t('account.linkGone')} error={error} />
        {error === null ? null : (
          <LinkAnchor to="/" underline="always">
            {t('account.toSignIn')}
          </LinkAnchor>
        )}
        {data === undefined ? null : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              enter.mutate();
            }}
          >
            <Stack gap="sm">
              <Text>{lead}</Text>
              {data.purpose === 'invitation' ? <SingleSignOn returnTo="/" /> : null}
              <TextInput
                type="email"
                name="email"
                autoComplete="username"
                required
                readOnly={!isFirst}
                label={t('account.email')}
                value={isFirst ? email : (data.email ?? '')}
                onChange={(event) => setEmail(event.currentTarget.value)}
              />
              {data.purpose === 'password' ? null : (
                <TextInput
                  name="name"
                  autoComplete="name"
                  required
                  label={t('account.name')}
                  value={shownName}
                  onChange={(event) => setName(event.currentTarget.value)}
                />
              )}
              <PasswordInput
                visibilityToggleButtonProps={{ 'aria-label': t('account.showPassword') }}
                name="password"
                autoComplete="new-password"
                required
                minLength={12}
                label={t('account.newPassword')}
                description={t('account.passwordRule')}
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
              />
              <Refusal title={t('account.linkRefused')} error={enter.error} />
              <Button type="submit" loading={enter.isPending}>
                {t('account.enter')}
              </Button>
            </Stack>
          </form>
        )}
      </Stack>
    </Paper>
  );
}
