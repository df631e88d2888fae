import { Badge, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { VisitProposal } from '../../api/proposals.ts';
import { nameIn } from '../../frame/named.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';

interface ProposalLineProps {
  readonly proposal: VisitProposal;
  /** Whether it is said which school proposes. */
  readonly withSchool: boolean;
  /** What one can do with it. */
  readonly children?: ReactNode;
}

/** A visit that a school proposes: when, of what, by whom, and what became of it. */
export function ProposalLine({ proposal, withSchool, children }: ProposalLineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { starts_on: starts, ends_on: ends, topic, note, state, reason, college } = proposal;
  const days = [starts, ends].flatMap((day) => (day === null ? [] : [format.date(day)]));
  const about = [
    days.join(' – '),
    withSchool ? nameIn(language, proposal.school) : '',
    college === null ? '' : nameIn(language, college),
    t('proposals.by', { name: proposal.proposed_by }),
  ];
  return (
    <li>
      <Group gap="sm" justify="space-between" align="flex-start">
        <div>
          <Group gap="xs">
            <Text size="sm" fw={500}>
              {topic}
            </Text>
            <Badge variant="default" radius="sm">
              {t(`proposals.state.${state}`)}
            </Badge>
          </Group>
          <Text size="sm" c="dimmed">
            {about.filter((part) => part !== '').join(' · ')}
          </Text>
          {note === null ? null : <Text size="sm">{note}</Text>}
          {reason === null ? null : <Text size="sm">{t('proposals.reasonIs', { reason })}</Text>}
        </div>
        {children}
      </Group>
    </li>
  );
}
