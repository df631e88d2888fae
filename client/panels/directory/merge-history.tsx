import './directory.css';
import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { mergesOptions, type Merge } from '../../api/directory.ts';
import { nameIn } from '../../frame/named.ts';
import { Failed } from '../../frame/panel-message.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { Section } from '../../frame/section.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useMoment } from '../import/use-moment.ts';
import { UndoMergeButton } from './undo-merge-button.tsx';
import { useCountWords } from './use-count-words.ts';

/** Every merge: when, what became what, what moved; each can be undone as long as nothing built on it. */
export function MergeHistory() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(mergesOptions);
  return (
    <Section title={t('directory.history.title')} lead={t('directory.history.lead')}>
      {data === undefined ? (
        error === null ? (
          <PanelSkeleton shape="table" />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : data.length === 0 ? (
        <Text c="dimmed">{t('directory.history.empty')}</Text>
      ) : (
        <Table className="row-cards" verticalSpacing="xs" aria-label={t('directory.history.title')}>
          <Table.Thead>
            <Table.Tr>
              {(['when', 'what', 'moved'] as const).map((head) => (
                <Table.Th key={head} scope="col">
                  {t(`directory.history.${head}`)}
                </Table.Th>
              ))}
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.map((merge) => (
              <MergeRow key={merge.id} merge={merge} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}

function MergeRow({ merge }: { readonly merge: Merge }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const moment = useMoment();
  const words = useCountWords();
  const { from, into, mergedAt, mergedBy, moved, undoneAt } = merge;
  return (
    <Table.Tr>
      <Table.Td className="merge-moment">
        {moment(mergedAt)}
        {mergedBy === null ? null : ` · ${mergedBy}`}
      </Table.Td>
      <Table.Th scope="row">
        {t(`directory.history.merged.${merge.kind}`, {
          from: nameIn(language, from),
          into: nameIn(language, into),
        })}
      </Table.Th>
      <Table.Td>{words(moved)}</Table.Td>
      <Table.Td>
        {undoneAt === null ? (
          <UndoMergeButton merge={merge} />
        ) : (
          <Text span size="sm" c="dimmed">
            {t('directory.history.undone', { when: moment(undoneAt) })}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
