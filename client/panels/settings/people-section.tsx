import { Stack } from '@mantine/core';
import { Section } from '../../frame/section.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import { InvitationsTable } from './invitations-table.tsx';
import { InviteForm } from './invite-form.tsx';
import { UsersTable } from './users-table.tsx';

/** Who may come in: users, open invitations, and a form to invite somebody. */
export function PeopleSection() {
  const { t } = useTranslation();
  return (
    <Section title={t('people.title')} lead={t('people.lead')}>
      <Stack gap="md">
        <UsersTable />
        <InvitationsTable />
        <InviteForm />
      </Stack>
    </Section>
  );
}
