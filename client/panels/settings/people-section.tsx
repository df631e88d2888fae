import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../frame/section.tsx';
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
