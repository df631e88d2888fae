import '../panels/panels.css';
import { Stack, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useTranslation } from '../i18n/use-translation.ts';
import { AccountLine } from '../panels/account/account-line.tsx';
import { PasswordSection } from '../panels/account/password-section.tsx';
import { SessionsSection } from '../panels/account/sessions-section.tsx';

/** The own account: password and sessions. */
export function AccountPage() {
  const { t } = useTranslation();
  useDocumentTitle(`${t('account.own')} · Talentbridge`);
  return (
    <Stack gap="md">
      <Title order={1} size="h2">
        {t('account.own')}
      </Title>
      <AccountLine />
      <PasswordSection />
      <SessionsSection />
    </Stack>
  );
}
