import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { dueOptions, ledgerOptions } from '../../api/cooperation.ts';
import { Failed } from '../../frame/panel-message.tsx';
import { PanelSkeleton } from '../../frame/panel-skeleton.tsx';
import { Section } from '../../frame/section.tsx';
import { TwinTable } from '../../frame/twin-table.tsx';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { useLedgerView } from '../cooperation/use-ledger-view.ts';
import { endsSoon, openPromises, type BriefTable } from './brief-ledger.ts';

/** What was promised and is open, and what ends soon, of a school: what one should not be asked about unprepared. */
export function BriefLedgerSections({ schoolId }: { readonly schoolId: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { on } = useLedgerView();
  const ledger = useQuery(ledgerOptions({ school: [String(schoolId)] }));
  const due = useQuery(dueOptions([String(schoolId)], on));
  const error = ledger.error ?? due.error;
  if (error !== null) return <Failed error={error} retry={() => void ledger.refetch()} />;
  if (ledger.data === undefined || due.data === undefined) return <PanelSkeleton shape="table" />;
  const words = { names: ledger.data.names, language, format, t };
  return (
    <div className="brief-pair">
      <BriefList
        title={t('brief.promises', { day: format.date(due.data.on) })}
        list={openPromises(ledger.data.rows, due.data.on, words)}
      />
      <BriefList
        title={t('brief.ends', { days: format.count(due.data.days) })}
        list={endsSoon(due.data.ends, { ...words, names: due.data.names })}
      />
    </div>
  );
}

function BriefList({ title, list: { table, more } }: { title: string; list: BriefTable }) {
  const { t } = useTranslation();
  const format = useFormatter();
  return (
    <Section title={title}>
      {table.rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('ledger.due.nothing')}
        </Text>
      ) : (
        <TwinTable caption={title} table={table} isWhole />
      )}
      {more === 0 ? null : <Text size="sm">{t('brief.more', { n: format.count(more) })}</Text>}
    </Section>
  );
}
