import { Badge, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Summary } from '../../../domain/records/import-shapes.ts';
import type { Severity } from '../../../domain/records/issues.ts';
import type { Kind } from '../../../domain/records/kinds.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { IssueExamples } from './issue-examples.tsx';
import { groupMessage, issueGroups } from './issue-groups.ts';

interface IssueListProps {
  readonly severity: Severity;
  readonly summary: Summary;
  readonly kind: Kind;
}

const COLORS = { error: 'red', warning: 'yellow' } as const;

/** The issues of one severity by code, each with its number and, on opening, examples. */
export function IssueList({ severity, summary, kind }: IssueListProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const groups = issueGroups(summary, severity);
  return (
    <div>
      <Title order={3} size="h5" mb="xs">
        {t(`import.issues.${severity}`)}
      </Title>
      {groups.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t(`import.issues.none.${severity}`)}
        </Text>
      ) : null}
      {groups.map((group) => {
        const located = group.examples.filter(({ line }) => line !== null);
        const heading = (
          <>
            <Badge color={COLORS[severity]} variant="light" className="issue-count">
              {format.count(group.count)}
            </Badge>
            <span>{groupMessage(group, kind, language)}</span>
          </>
        );
        if (located.length === 0) {
          return (
            <div key={group.code} className="issue">
              {heading}
            </div>
          );
        }
        return (
          <details key={group.code} className="issue">
            <summary>{heading}</summary>
            <IssueExamples
              examples={located}
              count={group.count}
              kind={kind}
              label={groupMessage(group, kind, language)}
            />
          </details>
        );
      })}
    </div>
  );
}
