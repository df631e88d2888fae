import './directory.css';
import { Button, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Directory } from '../../../domain/directory/directories.ts';
import { entriesOptions, type DirectoryEntry } from '../../api/directory.ts';
import { Failed } from '../../frame/panel-message.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { Section } from '../../frame/section.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { DuplicateList } from './duplicate-list.tsx';
import { EntryEditor } from './entry-editor.tsx';
import { orderEntries, searchEntries } from './entry-names.ts';
import { EntryTable } from './entry-table.tsx';
import { MergeDialog } from './merge-dialog.tsx';

const SHOWN_AT_FIRST = 10;

/** What is open over the table. */
type Open =
  | { readonly what: 'editor'; readonly id: number }
  | { readonly what: 'merge'; readonly from: number; readonly into: number | null };

/** The schools or the majors: every name they are known by, what uses them, and which of them are one. */
export function DirectorySection({ directory }: { readonly directory: Directory }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(entriesOptions(directory));
  return (
    <Section title={t(`directory.title.${directory}`)} lead={t(`directory.lead.${directory}`)}>
      {data !== undefined ? (
        <Entries directory={directory} entries={data} />
      ) : error === null ? (
        <PanelSkeleton shape="table" />
      ) : (
        <Failed error={error} retry={() => void refetch()} />
      )}
    </Section>
  );
}

interface EntriesProps {
  readonly directory: Directory;
  readonly entries: readonly DirectoryEntry[];
}

function Entries({ directory, entries }: EntriesProps) {
  const { t } = useTranslation();
  const format = useFormatter();
  const language = useLanguage();
  const [search, setSearch] = useState('');
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<Open | null>(null);
  const found = orderEntries(searchEntries(entries, search), language);
  const shown = all ? found : found.slice(0, SHOWN_AT_FIRST);
  const entryAt = (id: number) => entries.find((entry) => entry.id === id) ?? null;
  const edited = open?.what === 'editor' ? entryAt(open.id) : null;
  const merged = open?.what === 'merge' ? entryAt(open.from) : null;
  if (entries.length === 0) return <Text c="dimmed">{t(`directory.empty.${directory}`)}</Text>;
  return (
    <>
      <DuplicateList
        directory={directory}
        onMerge={(from, into) => setOpen({ what: 'merge', from, into })}
      />
      <TextInput
        className="entry-search"
        type="search"
        label={t(`directory.search.${directory}`)}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        mb="sm"
      />
      {shown.length === 0 ? (
        <Text c="dimmed">{t('directory.nothingFound')}</Text>
      ) : (
        <EntryTable
          directory={directory}
          entries={shown}
          onEdit={(id) => setOpen({ what: 'editor', id })}
          onMerge={(from) => setOpen({ what: 'merge', from, into: null })}
        />
      )}
      {shown.length < found.length ? (
        <Button variant="default" size="xs" mt="sm" onClick={() => setAll(true)}>
          {t('directory.showAll', { number: format.count(found.length) })}
        </Button>
      ) : null}
      {edited === null ? null : (
        <EntryEditor directory={directory} entry={edited} onClose={() => setOpen(null)} />
      )}
      {merged === null || open?.what !== 'merge' ? null : (
        <MergeDialog
          directory={directory}
          entries={entries}
          from={merged}
          into={open.into === null ? null : entryAt(open.into)}
          onChange={(from, into) => setOpen({ what: 'merge', from, into })}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
