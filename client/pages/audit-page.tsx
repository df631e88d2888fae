import '../panels/panels.css';
import { Anchor, Stack, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { createLink } from '@tanstack/react-router';
import { useMe } from '../frame/use-me.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { AuditSection } from '../panels/audit/audit-section.tsx';

const LinkAnchor = createLink(Anchor<'a'>);

/** Who did what to what, for administrators. */
export function AuditPage() {
  const { t } = useTranslation();
  const me = useMe();
  useDocumentTitle(`${t('audit.title')} · Talentbridge`);
  return (
    <Stack gap="lg">
      <div>
        <LinkAnchor to="/settings" size="sm" underline="always">
          {t('nav.settings')}
        </LinkAnchor>
        <Title order={1} size="h2">
          {t('audit.page')}
        </Title>
      </div>
      {me?.user.role === 'admin' ? <AuditSection /> : t('audit.adminsOnly')}
    </Stack>
  );
}
