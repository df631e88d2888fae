import { Anchor, Badge, Button, Group, NativeSelect, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { COOPERATION_KINDS, COOPERATION_STATUSES } from '../../../domain/records/enumerations.ts';
import { dimensionsOptions } from '../../api/dimensions.ts';
import {
  ledgerFileUrl,
  ledgerOptions,
  type LedgerEntry,
  type LedgerList,
} from '../../api/cooperation.ts';
import { nameIn } from '../../frame/named.ts';
import { Failed } from '../../frame/panel-message.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { Section } from '../../frame/section.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { RecordsSearch } from '../records/records-search.tsx';
import { kindIn, saidIn, statusIn } from './ledger-words.ts';
import { useLedgerView } from './use-ledger-view.ts';

const SHOWN_AT_FIRST = 15;

interface LedgerSectionProps {
  readonly onAdd: () => void;
  readonly onPick: (entry: LedgerEntry) => void;
}

/** Every entry of the ledger, to be found, filtered and opened. */
export function LedgerSection({ onAdd, onPick }: LedgerSectionProps) {
  const { t } = useTranslation();
  const format = useFormatter();
  const { selected, inFull, change } = useLedgerView();
  const { data, error, refetch } = useQuery(ledgerOptions(selected));
  const shown = inFull ? data?.rows : data?.rows.slice(0, SHOWN_AT_FIRST);
  return (
    <Section
      title={t('ledger.title')}
      lead={data === undefined ? null : t('ledger.count', { n: format.count(data.total) })}
    >
      <Group gap="sm" mb="sm" align="end">
        <LedgerFilters />
        <Button onClick={onAdd}>{t('ledger.add')}</Button>
      </Group>
      {data === undefined || shown === undefined ? (
        error === null ? (
          <PanelSkeleton shape="table" />
        ) : (
          <Failed error={error} retry={() => void refetch()} />
        )
      ) : shown.length === 0 ? (
        <Text c="dimmed">{t('ledger.nothingFound')}</Text>
      ) : (
        <LedgerTable rows={shown} names={data.names} onPick={onPick} />
      )}
      <Group gap="md" mt="sm">
        {data !== undefined && !inFull && data.rows.length > SHOWN_AT_FIRST ? (
          <Button variant="default" size="xs" onClick={() => change({ all: ['1'] })}>
            {t('ledger.all', { n: format.count(data.rows.length) })}
          </Button>
        ) : null}
        <Anchor href={ledgerFileUrl(selected)} size="sm">
          {t('ledger.csv')}
        </Anchor>
      </Group>
      {data !== undefined && data.rows.length < data.total ? (
        <Text size="sm" c="dimmed" mt="xs">
          {t('ledger.most', {
            n: format.count(data.rows.length),
            total: format.count(data.total),
          })}
        </Text>
      ) : null}
    </Section>
  );
}

/** What narrows the list. The school narrows the whole page. */
function LedgerFilters() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { selected, change } = useLedgerView();
  const { data } = useQuery(dimensionsOptions);
  const any = { value: '', label: t('ledger.any') };
  const schools = (data?.['school'] ?? []).map((school) => ({
    value: String(school.id),
    label: nameIn(language, school),
  }));
  const codes = (of: Readonly<Record<string, { readonly en: string; readonly zh: string }>>) =>
    Object.entries(of).map(([value, label]) => ({ value, label: label[language] }));
  const set = (key: string) => (event: { readonly currentTarget: HTMLSelectElement }) => {
    const { value } = event.currentTarget;
    change({ [key]: value === '' ? [] : [value] });
  };
  return (
    <>
      <RecordsSearch
        label={t('ledger.search')}
        search={selected.search ?? ''}
        onSearch={(search) => change({ search: search === '' ? [] : [search] }, { replace: true })}
      />
      <NativeSelect
        label={t('ledger.column.school')}
        className="ledger-school"
        data={[any, ...schools]}
        value={selected.school?.[0] ?? ''}
        onChange={set('school')}
      />
      <NativeSelect
        label={t('ledger.column.what')}
        data={[any, ...codes(COOPERATION_KINDS)]}
        value={selected.kind ?? ''}
        onChange={set('kind')}
      />
      <NativeSelect
        label={t('ledger.column.status')}
        data={[any, ...codes(COOPERATION_STATUSES)]}
        value={selected.status ?? ''}
        onChange={set('status')}
      />
    </>
  );
}

interface LedgerTableProps extends Pick<LedgerList, 'rows' | 'names'> {
  readonly onPick: (entry: LedgerEntry) => void;
}

function LedgerTable({ rows, names, onPick }: LedgerTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const date = (iso: string | null) => (iso === null ? '' : format.date(iso));
  return (
    <Table className="row-cards ledger-table" verticalSpacing="xs" aria-label={t('ledger.title')}>
      <Table.Thead>
        <Table.Tr>
          {(['title', 'school', 'what', 'from', 'to', 'status', 'next'] as const).map((column) => (
            <Table.Th key={column} scope="col">
              {t(`ledger.column.${column}`)}
            </Table.Th>
          ))}
          <Table.Td />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((entry) => {
          const title = saidIn(language, names, 'title', entry.title);
          const school = nameIn(language, entry.school);
          const lasts = entry.ends_on === null && entry.status === 'active';
          return (
            <Table.Tr key={entry.id}>
              <Table.Th scope="row" fw={500} className="entry-title">
                {title}
                {entry.shared ? (
                  <Badge variant="default" radius="sm" size="sm" ml="xs">
                    {t('ledger.column.shared')}
                  </Badge>
                ) : null}
              </Table.Th>
              <Table.Td>{school}</Table.Td>
              <Table.Td>{kindIn(language, entry)}</Table.Td>
              <Table.Td className="entry-day" data-label={t('ledger.column.from')}>
                {date(entry.starts_on)}
              </Table.Td>
              <Table.Td className="entry-day" data-label={t('ledger.column.to')}>
                {lasts ? t('ledger.openEnd') : date(entry.ends_on)}
              </Table.Td>
              <Table.Td>{statusIn(language, entry)}</Table.Td>
              <Table.Td className="entry-day" data-label={t('ledger.column.next')}>
                {date(entry.next_on)}
              </Table.Td>
              <Table.Td>
                <Button
                  variant="default"
                  size="xs"
                  aria-label={t('ledger.openOf', { name: title, school })}
                  onClick={() => onPick(entry)}
                >
                  {t('ledger.open')}
                </Button>
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
