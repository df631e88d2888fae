import { Button, Group, Table, Text } from '@mantine/core';
import type { Directory } from '../../../domain/directory/directories.ts';
import type { DirectoryEntry } from '../../api/directory.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { AliasList } from './alias-list.tsx';
import { entryNames, USES } from './entry-names.ts';

interface EntryTableProps {
  readonly directory: Directory;
  readonly entries: readonly DirectoryEntry[];
  readonly onEdit: (id: number) => void;
  readonly onMerge: (id: number) => void;
}

/** Entries with their names, code and what uses them. */
export function EntryTable({ directory, entries, onEdit, onMerge }: EntryTableProps) {
  const { t } = useTranslation();
  return (
    <Table
      className="row-cards"
      verticalSpacing="xs"
      aria-label={t(`directory.title.${directory}`)}
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('directory.column.name')}</Table.Th>
          <Table.Th scope="col">{t('directory.column.aliases')}</Table.Th>
          <Table.Th scope="col">{t('directory.column.code')}</Table.Th>
          {USES[directory].map((use) => (
            <Table.Th key={use} scope="col" className="entry-count">
              {t(`directory.use.${use}`)}
            </Table.Th>
          ))}
          <Table.Td />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map((entry) => (
          <EntryRow key={entry.id} {...{ directory, entry, onEdit, onMerge }} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface EntryRowProps extends Omit<EntryTableProps, 'entries'> {
  readonly entry: DirectoryEntry;
}

function EntryRow({ directory, entry, onEdit, onMerge }: EntryRowProps) {
  const { t } = useTranslation();
  const format = useFormatter();
  const { name, other } = entryNames(entry, useLanguage());
  return (
    <Table.Tr>
      <Table.Th scope="row" className="entry-names">
        {name}
        {other === null ? null : (
          <Text size="sm" c="dimmed" fw={400}>
            {other}
          </Text>
        )}
      </Table.Th>
      <Table.Td>
        <AliasList aliases={entry.aliases} />
      </Table.Td>
      <Table.Td>{entry.fields['code']}</Table.Td>
      {USES[directory].map((use) => (
        <Table.Td key={use} className="entry-count">
          <Text span size="sm" hiddenFrom="sm" c="dimmed">
            {t(`directory.use.${use}`)}{' '}
          </Text>
          {format.count(entry.counts[use])}
        </Table.Td>
      ))}
      <Table.Td>
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          <Button
            variant="default"
            size="xs"
            aria-label={t('directory.editOf', { name })}
            onClick={() => onEdit(entry.id)}
          >
            {t('directory.edit')}
          </Button>
          <Button
            variant="default"
            size="xs"
            aria-label={t('directory.mergeOf', { name })}
            onClick={() => onMerge(entry.id)}
          >
            {t('directory.merge')}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
