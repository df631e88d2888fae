import { Badge, Button, Group, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { KINDS } from '../../../domain/records/kinds.ts';
import { importsOptions, type ImportEntry } from '../../api/imports.ts';
import { Failed } from '../../frame/panel-message.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { ImportSection } from './import-section.tsx';
import { isOver } from './import-status.ts';
import { UndoButton } from './undo-button.tsx';
import { useChosenImport } from './use-chosen-import.ts';
import { useMoment } from './use-moment.ts';

const SHOWN_AT_FIRST = 20;

/** Every import: when, which file, what became of it; drafts go on from here, commits can be undone. */
export function ImportHistory() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(importsOptions);
  return (
    <ImportSection title={t('import.history.title')}>
      {data === undefined ? (
        error === null ? (
          <PanelSkeleton shape="table" />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : data.length === 0 ? (
        <Text c="dimmed">{t('import.history.empty')}</Text>
      ) : (
        <HistoryTable entries={data} />
      )}
    </ImportSection>
  );
}

function HistoryTable({ entries }: { readonly entries: readonly ImportEntry[] }) {
  const { t } = useTranslation();
  const format = useFormatter();
  const [all, setAll] = useState(false);
  const shown = all ? entries : entries.slice(0, SHOWN_AT_FIRST);
  const heads = ['when', 'file', 'kind', 'status', 'result'] as const;
  return (
    <>
      <Table className="row-cards" verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {heads.map((head) => (
              <Table.Th key={head} scope="col">
                {t(`import.history.${head}`)}
              </Table.Th>
            ))}
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((entry) => (
            <HistoryRow key={entry.id} entry={entry} />
          ))}
        </Table.Tbody>
      </Table>
      {shown.length < entries.length ? (
        <Button variant="default" size="xs" mt="sm" onClick={() => setAll(true)}>
          {t('import.history.showAll', { number: format.count(entries.length) })}
        </Button>
      ) : null}
    </>
  );
}

function HistoryRow({ entry }: { readonly entry: ImportEntry }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const moment = useMoment();
  const { id: chosen, choose } = useChosenImport();
  const { id, kind, fileName, status, createdAt, createdBy, rows, result } = entry;
  return (
    <Table.Tr aria-current={id === chosen ? 'true' : undefined}>
      <Table.Td className="import-when">
        {moment(createdAt)}
        {createdBy === null ? null : ` · ${createdBy}`}
      </Table.Td>
      <Table.Th scope="row" className="import-header">
        {fileName}
      </Table.Th>
      <Table.Td>{KINDS[kind].label[language]}</Table.Td>
      <Table.Td>
        <Badge variant={status === 'failed' ? 'light' : 'default'} color="red" tt="none">
          {t(`import.status.${status}`)}
        </Badge>
      </Table.Td>
      <Table.Td>
        {result === null
          ? t('import.history.rows', { rows: format.count(rows) })
          : t('import.history.counts', {
              inserted: format.count(result.inserted),
              updated: format.count(result.updated),
              skipped: format.count(result.skipped),
            })}
      </Table.Td>
      <Table.Td>
        <Group gap="xs" justify="flex-end">
          {status === 'committed' ? <UndoButton entry={entry} compact /> : null}
          {isOver(status) || id === chosen ? null : (
            <Button
              variant="default"
              size="xs"
              aria-label={t('import.history.resumeOf', { name: fileName })}
              onClick={() => choose(id)}
            >
              {t('import.history.resume')}
            </Button>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
