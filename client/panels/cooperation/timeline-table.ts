import type { TFunction } from 'i18next';
import { fixedDay, isoFromDay, type Day } from '../../../domain/dates.ts';
import type { Language } from '../../../domain/language.ts';
import type { LedgerEntry, LedgerNames } from '../../api/cooperation.ts';
import { nameIn } from '../../frame/named.ts';
import type { PanelCell, PanelTable } from '../../frame/panel-table.ts';
import { kindIn, saidIn, statusIn } from './ledger-words.ts';
import type { YearHires } from './timeline-shape.ts';

interface TimelineTableInput {
  readonly entries: readonly LedgerEntry[];
  readonly names: LedgerNames;
  /** Null where no trend stands above the entries. */
  readonly trend: { readonly hires: readonly YearHires[]; readonly asOf: Day } | null;
  readonly language: Language;
  readonly t: TFunction;
}

const COLUMNS = ['what', 'title', 'school', 'from', 'to', 'status'] as const;

const textCell = (text: string): PanelCell => ({ kind: 'text', text });

/** The table twin of a timeline: the hires of each year where it shows them, and every entry. */
export function timelineTable({
  entries,
  names,
  trend,
  language,
  t,
}: TimelineTableInput): PanelTable {
  const last = trend === null ? [] : (['hires'] as const);
  const years = (trend?.hires ?? []).map(({ year, hires }) => ({
    id: `year-${year}`,
    cells: [
      t('ledger.hiresOf', { year: String(year) }),
      '',
      '',
      `${year}-01-01`,
      isoFromDay(Math.min(fixedDay(year, 12, 31), trend?.asOf ?? Infinity)),
      '',
    ]
      .map(textCell)
      .concat({ kind: 'count', count: hires }),
  }));
  const rows = entries.map((entry) => ({
    id: String(entry.id),
    cells: [
      kindIn(language, entry),
      saidIn(language, names, 'title', entry.title),
      nameIn(language, entry.school),
      entry.starts_on ?? '',
      entry.ends_on ?? '',
      statusIn(language, entry),
      ...last.map(() => ''),
    ].map(textCell),
  }));
  return {
    columns: [...COLUMNS, ...last].map((id) => ({
      id,
      label: t(`ledger.column.${id}`),
      numeric: id === 'hires',
    })),
    rows: [...years, ...rows],
  };
}
