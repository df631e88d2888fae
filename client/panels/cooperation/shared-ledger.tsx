import { Table, Text } from '@mantine/core';
import type { LedgerEntry, LedgerNames } from '../../api/cooperation.ts';
import { nameIn } from '../../frame/named.ts';
import { Section } from '../../frame/section.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { kindIn, saidIn, statusIn } from './ledger-words.ts';

export interface SharedProps {
  readonly entries: readonly LedgerEntry[];
  readonly names: LedgerNames;
  /** Whether the entries have arrived. */
  readonly ready: boolean;
}

const COLUMNS = ['title', 'what', 'when', 'status', 'next'] as const;

/** Every entry that the company shares with the school. */
export function SharedLedger({ entries, names, ready }: SharedProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const timeOf = ({ starts_on: starts, ends_on: ends, status }: LedgerEntry): string => {
    const last = ends ?? (status === 'active' ? 'open' : null);
    const days = [starts, last === starts ? null : last];
    return days
      .flatMap((day) =>
        day === null ? [] : [day === 'open' ? t('ledger.openEnd') : format.date(day)],
      )
      .join(' – ');
  };
  if (!ready) return null;
  return (
    <Section title={t('shared.list')} lead={t('ledger.count', { n: format.count(entries.length) })}>
      {entries.length === 0 ? (
        <Text c="dimmed">{t('ledger.nothingShared')}</Text>
      ) : (
        <Table
          className="row-cards ledger-table"
          verticalSpacing="xs"
          aria-label={t('shared.list')}
        >
          <Table.Thead>
            <Table.Tr>
              {COLUMNS.map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`ledger.column.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {entries.map((entry) => (
              <Table.Tr key={entry.id} id={`entry-${entry.id}`} tabIndex={-1}>
                <Table.Th scope="row" fw={500} className="entry-title">
                  {saidIn(language, names, 'title', entry.title)}
                  {entry.college === null ? null : (
                    <Text size="sm" c="dimmed">
                      {nameIn(language, entry.college)}
                    </Text>
                  )}
                </Table.Th>
                <Table.Td>{kindIn(language, entry)}</Table.Td>
                <Table.Td>{timeOf(entry)}</Table.Td>
                <Table.Td>{statusIn(language, entry)}</Table.Td>
                <Table.Td>
                  {entry.next_on === null
                    ? null
                    : t('shared.next', { day: format.date(entry.next_on) })}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}
