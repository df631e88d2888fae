import { Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMatchRoute } from '@tanstack/react-router';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { COMPANY_ROLES } from '../../domain/roles.ts';
import { meOptions, type Me } from '../api/account.ts';
import { RequestError } from '../api/request-error.ts';
import { nameIn } from '../frame/named.ts';
import { hasRole } from '../frame/use-me.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { PageBroken, PageLoading } from './route-states.tsx';

const SignInPage = lazy(async () => {
  const { SignInPage: page } = await import('../pages/sign-in-page.tsx');
  return { default: page };
});

interface EntranceProps {
  /** What stands above every page of the company. */
  readonly note: ReactNode;
  readonly children: ReactNode;
}

/** Shows a page to whom it is for: the sign-in where nobody is signed in, and to a dean what a dean may see. */
export function Entrance({ note, children }: EntranceProps) {
  const matches = useMatchRoute();
  const { data: me, error } = useQuery(meOptions);
  if (matches({ to: '/join/$secret' }) !== false) return children;
  if (error instanceof RequestError && error.status === 401) {
    return (
      <Suspense fallback={<PageLoading />}>
        <SignInPage />
      </Suspense>
    );
  }
  if (error !== null) return <PageBroken error={error} />;
  if (me === undefined) return <PageLoading />;
  if (hasRole(me, COMPANY_ROLES)) {
    return (
      <>
        {note}
        {children}
      </>
    );
  }
  return matches({ to: '/account' }) === false ? <NothingPublished me={me} /> : children;
}

function NothingPublished({ me }: { readonly me: Me }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const school = me.scope.kind === 'school' ? nameIn(language, me.scope.school) : '';
  return (
    <Paper withBorder className="panel">
      <Stack gap="sm">
        <Title order={1} size="h3">
          {t('account.deanTitle')}
        </Title>
        <Text>{t('account.deanText', { school })}</Text>
      </Stack>
    </Paper>
  );
}
