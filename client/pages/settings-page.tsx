import '../panels/panels.css';
import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { createLink } from '@tanstack/react-router';
import { useMe } from '../frame/use-me.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { DirectorySection } from '../panels/directory/directory-section.tsx';
import { MergeHistory } from '../panels/directory/merge-history.tsx';
import { CompanySection } from '../panels/settings/company-section.tsx';
import { DaySection } from '../panels/settings/day-section.tsx';
import { PeopleSection } from '../panels/settings/people-section.tsx';
import { ProtectionSection } from '../panels/settings/protection-section.tsx';
import { TokensSection } from '../panels/settings/tokens-section.tsx';

const LinkAnchor = createLink(Anchor<'a'>);

/** What the deployment is set up with, a section each. */
export function SettingsPage() {
  const { t } = useTranslation();
  const me = useMe();
  useDocumentTitle(`${t('nav.settings')} · Talentbridge`);
  return (
    <Stack gap="lg">
      <div>
        <Title order={1} size="h2">
          {t('nav.settings')}
        </Title>
        <Text c="dimmed">{t('settings.lead')}</Text>
        {me?.user.role === 'admin' ? (
          <LinkAnchor to="/settings/audit" underline="always">
            {t('audit.page')}
          </LinkAnchor>
        ) : null}
      </div>
      {me?.user.role === 'admin' ? <CompanySection /> : null}
      <DirectorySection directory="schools" />
      <DirectorySection directory="majors" />
      <MergeHistory />
      {me?.user.role === 'admin' ? (
        <>
          <DaySection />
          <ProtectionSection />
          <PeopleSection />
          <TokensSection />
        </>
      ) : null}
    </Stack>
  );
}
