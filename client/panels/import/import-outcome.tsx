import { Anchor, Group, Stack, Text } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { KINDS } from '../../../domain/records/kinds.ts';
import type { ImportDetail } from '../../api/imports.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { accountOfResult } from './account.ts';
import { AccountTable } from './account-table.tsx';
import { ImportSection } from './import-section.tsx';
import { UndoButton } from './undo-button.tsx';

const LinkAnchor = createLink(Anchor<'a'>);

interface ImportOutcomeProps {
  readonly entry: ImportDetail;
  /** What can be done next besides. */
  readonly children: ReactNode;
}

/** What an import that is over did: its account, the way to the charts, and back. */
export function ImportOutcome({ entry, children }: ImportOutcomeProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { status, result, fileName, kind } = entry;
  const committed = status === 'committed';
  const created = result === null ? [] : Object.entries(result.created);
  return (
    <ImportSection
      title={t(
        `import.outcome.${committed ? 'committed' : status === 'undone' ? 'undone' : 'cancelled'}`,
      )}
      lead={`${fileName} · ${KINDS[kind].label[language]}`}
    >
      <Stack gap="md" align="flex-start">
        {result === null ? null : <AccountTable account={accountOfResult(result)} tense="did" />}
        {created.some(([, count]) => count > 0) && result !== null ? (
          <Text size="sm">
            {t('import.outcome.created', {
              schools: format.count(result.created.schools),
              majors: format.count(result.created.majors),
              colleges: format.count(result.created.colleges),
            })}
          </Text>
        ) : null}
        {committed ? (
          <LinkAnchor to="/" underline="always" fw={600}>
            {t('import.outcome.overview')}
          </LinkAnchor>
        ) : null}
        <Group gap="sm">
          {committed ? <UndoButton entry={entry} /> : null}
          {children}
        </Group>
      </Stack>
    </ImportSection>
  );
}
