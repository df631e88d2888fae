import { Badge, Text, Title } from '@mantine/core';
import type { Summary } from '../../../domain/records/import-shapes.ts';
import type { Severity } from '../../../domain/records/issues.ts';
import type { Kind } from '../../../domain/records/kinds.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { issuesByCode, messageOfAll, settledBy } from './issue-groups.ts';
import { IssueValues } from './issue-values.tsx';

interface IssueListProps {
  readonly severity: Severity;
  readonly summary: Summary;
  readonly kind: Kind;
}

const COLORS = { error: 'red', warning: 'yellow' } as const;

/** The issues of one severity by code, each with its number and, on opening, the values it is about. */
export function IssueList({ severity, summary, kind }: IssueListProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const found = issuesByCode(summary, severity);
  return (
    <div>
      <Title order={3} size="h5" mb="xs">
        {t(`import.issues.${severity}`)}
      </Title>
      {found.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t(`import.issues.none.${severity}`)}
        </Text>
      ) : null}
      {found.map((all) => {
        const located = all.groups.filter(({ lines }) => lines.length > 0);
        const settled = settledBy(all.code);
        const heading = (
          <>
            <Badge color={COLORS[severity]} variant="light" className="issue-count">
              {format.count(all.count)}
            </Badge>
            <span>{messageOfAll(all, kind, language)}</span>
          </>
        );
        if (located.length === 0) {
          return (
            <div key={all.code} className="issue">
              {heading}
            </div>
          );
        }
        return (
          <details key={all.code} className="issue">
            <summary>{heading}</summary>
            {settled === null ? null : (
              <Text size="sm" mb="xs">
                {t(`import.issues.settledBy.${settled}`)}
              </Text>
            )}
            <IssueValues
              groups={located}
              count={all.count}
              kind={kind}
              label={messageOfAll(all, kind, language)}
            />
          </details>
        );
      })}
    </div>
  );
}
