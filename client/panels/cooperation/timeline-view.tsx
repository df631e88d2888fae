import { fixedDay, isoFromDay, yearOfDay, type Day } from '../../../domain/dates.ts';
import { COOPERATION_KINDS } from '../../../domain/records/enumerations.ts';
import type { LedgerEntry, LedgerNames } from '../../api/cooperation.ts';
import { TimelineChart } from '../../charts/timeline-chart.tsx';
import { nameIn } from '../../frame/named.ts';
import { Panel } from '../../frame/panel.tsx';
import type { PanelState } from '../../frame/panel-state.ts';
import { OTHER_COLOR, SERIES_COLORS } from '../../frame/series-colors.ts';
import { useFormatter } from '../../frame/use-formatter.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { saidIn, statusIn } from './ledger-words.ts';
import { goingOn, timelineOf, type YearHires } from './timeline-shape.ts';
import { timelineTable } from './timeline-table.ts';

interface TimelineViewProps {
  readonly state: PanelState;
  readonly ready: boolean;
  readonly entries: readonly LedgerEntry[];
  readonly names: LedgerNames;
  /** The day it is looked at. */
  readonly on: Day;
  /** The trend above, and until when its data reach; null for a school, which reads of its hires elsewhere. */
  readonly trend: { readonly hires: readonly YearHires[]; readonly asOf: Day } | null;
  readonly onPick: (entry: LedgerEntry) => void;
}

const KINDS = Object.keys(COOPERATION_KINDS);

/** What company and schools do together as bars over time, under the hires of the same years where there is a trend. */
export function TimelineView(props: TimelineViewProps) {
  const { state, ready, entries, names, on, trend, onPick } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormatter();
  const hires = trend?.hires ?? [];
  const timeline = timelineOf(entries, hires, on);
  const title = (entry: LedgerEntry) => saidIn(language, names, 'title', entry.title);
  const time = ({ starts_on: starts, ends_on: ends }: LedgerEntry) =>
    [starts, ends].map((day) => (day === null ? '…' : format.date(day))).join(' – ');
  const table = timelineTable({ entries, names, trend, language, t });
  const ticks = Array.from(
    { length: yearOfDay(timeline.to) - yearOfDay(timeline.from) },
    (_, index) => {
      const year = yearOfDay(timeline.from) + index;
      return { day: fixedDay(year, 1, 1), label: String(year) };
    },
  );
  const notes = [
    trend === null
      ? t('ledger.marksNote')
      : t('ledger.timelineNote', { day: format.day(isoFromDay(trend.asOf)) }),
    timeline.undated === 0 ? '' : t('ledger.undated', { n: format.count(timeline.undated) }),
  ].filter((note) => note !== '');
  return (
    <Panel
      id="cooperation-timeline"
      question={t(trend === null ? 'ledger.sharedTimeline' : 'ledger.timeline')}
      metrics={trend === null ? [] : ['hires']}
      state={state}
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
      empty={t(trend === null ? 'ledger.nothingShared' : 'ledger.nothingYet')}
      note={notes.join(' ')}
    >
      <TimelineChart
        label={t(trend === null ? 'ledger.sharedTimelineLabel' : 'ledger.timelineLabel')}
        from={timeline.from}
        to={timeline.to}
        ticks={ticks}
        trend={
          trend === null
            ? null
            : {
                label: t('ledger.hiresByYear'),
                columns: hires.map(({ year, hires: value }) => ({
                  id: String(year),
                  from: fixedDay(year, 1, 1),
                  to: fixedDay(year + 1, 1, 1),
                  value,
                  partial: fixedDay(year, 12, 31) > trend.asOf,
                  title: `${t('ledger.hiresOf', { year: String(year) })}: ${format.count(value)}`,
                })),
              }
        }
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
            title: [
              title(entry),
              nameIn(language, entry.school),
              time(entry),
              statusIn(language, entry),
            ]
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
