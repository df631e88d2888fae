import '../panels/panels.css';
import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { createLink, useParams } from '@tanstack/react-router';
import { DataGate } from '../frame/data-gate.tsx';
import { useSchool } from '../frame/use-school.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { SchoolBrief } from '../panels/brief/school-brief.tsx';

const LinkAnchor = createLink(Anchor<'a'>);

/** One printable page about a school, for a visit. */
export function BriefPage() {
  const { t } = useTranslation();
  const { schoolId } = useParams({ from: '/schools/$schoolId/brief' });
  const school = useSchool(schoolId);
  const title = t('brief.title', { name: school?.name ?? '' });
  useDocumentTitle(`${title} · Talentbridge`);
  return (
    <DataGate>
      <Stack gap="md">
        <div>
          <LinkAnchor
            to="/schools/$schoolId"
            params={{ schoolId }}
            search={true}
            size="sm"
            className="brief-back"
          >
            {t('brief.back')}
          </LinkAnchor>
          <Title order={1} size="h2">
            {school === null ? t('profile.title') : title}
          </Title>
        </div>
        {school === null ? (
          <Text role="alert">{t('profile.unknown', { id: schoolId })}</Text>
        ) : null}
        {school ? <SchoolBrief schoolId={school.id} /> : null}
      </Stack>
    </DataGate>
  );
}
