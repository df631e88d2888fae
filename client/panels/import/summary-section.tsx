import { Anchor, Stack, Text } from '@mantine/core';
import type { Ref } from 'react';
import type { Summary } from '../../../domain/records/import-shapes.ts';
import { errorsUrl, type ImportDetail } from '../../api/imports.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { accountOfSummary } from './account.ts';
import { AccountTable } from './account-table.tsx';
import { CompletenessTable } from './completeness-table.tsx';
import { ImportSection } from './import-section.tsx';
import { IssueList } from './issue-list.tsx';

interface SummarySectionProps {
  readonly entry: ImportDetail;
  readonly summary: Summary;
  /** Whether the account is of an earlier mapping. */
  readonly stale: boolean;
  readonly ref: Ref<HTMLElement>;
}

/** What committing would do: the account of all rows, what is wrong, and how full each column is. */
export function SummarySection({ entry, summary, stale, ref }: SummarySectionProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id, kind } = entry;
  return (
    <ImportSection
      ref={ref}
      title={t('import.summary.title')}
      lead={t(stale ? 'import.summary.stale' : 'import.summary.lead')}
    >
      <Stack gap="xl" className={stale ? 'stale' : ''} aria-busy={stale}>
        <AccountTable account={accountOfSummary(summary)} tense="would" />
        <IssueList severity="error" summary={summary} kind={kind} />
        {summary.invalid > 0 ? (
          <Text size="sm">
            <Anchor href={errorsUrl(id, language)} download underline="always">
              {t('import.summary.errorsFile')}
            </Anchor>
          </Text>
        ) : null}
        <IssueList severity="warning" summary={summary} kind={kind} />
        <CompletenessTable summary={summary} kind={kind} />
      </Stack>
    </ImportSection>
  );
}
