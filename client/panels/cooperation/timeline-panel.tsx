import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayFromIso, fixedDay, isoFromDay, yearOfDay } from '../../../domain/dates.ts';
import type { Filters } from '../../../domain/filters.ts';
import { dueOptions, ledgerOptions, type LedgerEntry } from '../../api/cooperation.ts';
import { figuresOptions } from '../../api/figures.ts';
import { TimelineChart } from '../../charts/timeline-chart.tsx';
import { nameIn } from '../../frame/named.ts';
import { Panel } from '../../frame/panel.tsx';
import { panelState } from '../../frame/panel-state.ts';
import type { PanelTable } from '../../frame/panel-table.ts';
import { SERIES_COLORS, OTHER_COLOR } from '../../frame/series-colors.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { COOPERATION_KINDS } from '../../../domain/records/enumerations.ts';
import { kindIn, saidIn, statusIn } from './ledger-words.ts';
import { goingOn, timelineOf } from './timeline-shape.ts';
import { useLedgerView } from './use-ledger-view.ts';

interface TimelinePanelProps {
  /** Of which hires the trend above is. */
  readonly filters: Filters;
  readonly schools: readonly string[];
  readonly onPick: (entry: LedgerEntry) => void;
}

const KINDS = Object.keys(COOPERATION_KINDS);
const METRICS = ['hires'] as const;

/** What did company and schools do together, and how did hires go in the same years? */
export function TimelinePanel({ filters, schools, onPick }: TimelinePanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const { on: asked } = useLedgerView();
  const ledger = useQuery(ledgerOptions({ school: schools }));
  const due = useQuery(dueOptions(schools, asked));
  const figures = useQuery(figuresOptions({ metrics: METRICS, by: ['hire_year'], filters }));
  const entries = ledger.data?.rows ?? [];
  const names = ledger.data?.names ?? {};
  const on = dayFromIso(due.data?.on ?? '') ?? 0;
  const asOf = dayFromIso(figures.data?.asOf ?? '') ?? on;
  const hires = (figures.data?.rows ?? []).flatMap(({ key, values }) => {
    const year = key['hire_year'];
    const value = values['hires']?.value;
    return typeof year === 'number' && typeof value === 'number' ? [{ year, hires: value }] : [];
  });
  const ready = ledger.data !== undefined && due.data !== undefined && figures.data !== undefined;
  const timeline = timelineOf(entries, hires, on);
  const title = (entry: LedgerEntry) => saidIn(language, names, 'title', entry.title);
  const school = (entry: LedgerEntry) => nameIn(language, entry.school);
  const time = ({ starts_on: starts, ends_on: ends }: LedgerEntry) =>
    [starts, ends].map((day) => (day === null ? '…' : format.date(day))).join(' – ');
  const yearOf = (year: number) => String(year);
  const table: PanelTable = {
    columns: [
      { id: 'what', label: t('ledger.column.what'), numeric: false },
      { id: 'title', label: t('ledger.column.title'), numeric: false },
      { id: 'school', label: t('ledger.column.school'), numeric: false },
      { id: 'from', label: t('ledger.column.from'), numeric: false },
      { id: 'to', label: t('ledger.column.to'), numeric: false },
      { id: 'status', label: t('ledger.column.status'), numeric: false },
      { id: 'hires', label: t('ledger.column.hires'), numeric: true },
    ],
    rows: [
      ...hires.map(({ year, hires: value }) => ({
        id: `year-${year}`,
        cells: [
          { kind: 'text' as const, text: t('ledger.hiresOf', { year: yearOf(year) }) },
          ...['', ''].map((text) => ({ kind: 'text' as const, text })),
          { kind: 'text' as const, text: `${year}-01-01` },
          { kind: 'text' as const, text: isoFromDay(Math.min(fixedDay(year, 12, 31), asOf)) },
          { kind: 'text' as const, text: '' },
          { kind: 'count' as const, count: value },
        ],
      })),
      ...entries.map((entry) => ({
        id: String(entry.id),
        cells: [
          kindIn(language, entry),
          title(entry),
          school(entry),
          entry.starts_on ?? '',
          entry.ends_on ?? '',
          statusIn(language, entry),
          '',
        ].map((text) => ({ kind: 'text' as const, text })),
      })),
    ],
  };
  const ticks = Array.from(
    { length: yearOfDay(timeline.to) - yearOfDay(timeline.from) },
    (_, index) => {
      const year = yearOfDay(timeline.from) + index;
      return { day: fixedDay(year, 1, 1), label: yearOf(year) };
    },
  );
  const notes = [
    t('ledger.timelineNote', { day: format.day(isoFromDay(asOf)) }),
    timeline.undated === 0 ? '' : t('ledger.undated', { n: format.count(timeline.undated) }),
  ].filter((note) => note !== '');
  return (
    <Panel
      id="cooperation-timeline"
      question={t('ledger.timeline')}
      metrics={METRICS}
      state={panelState(ledger, due, figures)}
      skeleton="columns"
      table={ready ? { ...table, rows: entries.length === 0 ? [] : table.rows } : null}
      answer={
        entries.length === 0
          ? null
          : t('ledger.timelineAnswer', {
              day: format.day(isoFromDay(on)),
              n: format.count(goingOn(entries, on)),
              total: format.count(entries.length),
            })
      }
      empty={t('ledger.nothingYet')}
      note={notes.join(' ')}
    >
      <TimelineChart
        label={t('ledger.timelineLabel')}
        from={timeline.from}
        to={timeline.to}
        ticks={ticks}
        columnsLabel={t('ledger.hiresByYear')}
        columns={hires.map(({ year, hires: value }) => ({
          id: String(year),
          from: fixedDay(year, 1, 1),
          to: fixedDay(year + 1, 1, 1),
          value,
          partial: fixedDay(year, 12, 31) > asOf,
          title: `${t('ledger.hiresOf', { year: yearOf(year) })}: ${format.count(value)}`,
        }))}
        today={{ day: on, label: format.date(isoFromDay(on)) }}
        lanes={timeline.lanes.map(({ kind, rows, bars }) => ({
          id: kind,
          label: COOPERATION_KINDS[kind][language],
          color: SERIES_COLORS[KINDS.indexOf(kind)] ?? OTHER_COLOR,
          rows,
          bars: bars.map(({ entry, span, row }) => ({
            id: String(entry.id),
            from: span.from,
            to: span.to,
            row,
            title: [title(entry), school(entry), time(entry), statusIn(language, entry)]
              .filter((part) => part !== '')
              .join(' · '),
            look:
              entry.status === 'planned' || entry.status === 'cancelled' ? entry.status : 'full',
          })),
        }))}
        count={(value) => format.count(value)}
        onPick={(id) => {
          const entry = entries.find((one) => String(one.id) === id);
          if (entry !== undefined) onPick(entry);
        }}
      />
    </Panel>
  );
}
