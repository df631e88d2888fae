import type { TFunction } from 'i18next';
import type { Language } from '../../../domain/language.ts';
import type { DueLists, LedgerEntry, LedgerNames } from '../../api/cooperation.ts';
import type { Formatter } from '../../../domain/formatter.ts';
import type { PanelTable } from '../../frame/panel-table.ts';
import { kindIn, saidIn } from '../cooperation/ledger-words.ts';

interface Words {
  readonly names: LedgerNames;
  readonly language: Language;
  readonly format: Formatter;
  readonly t: TFunction;
}

const text = (words: string) => ({ kind: 'text' as const, text: words });

/** How many rows of each table one page has room for. */
const MOST_PROMISES = 5;
const MOST_ENDING = 5;

/** A cell of that page holds two lines or so. */
const LONGEST = 80;

/** A date that no line breaks apart. */
const whole = (date: string): string => date.replaceAll(' ', '\u00A0');

function shortened(words: string): string {
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST)}…`;
}

/** A table, and how many rows there are beside those that it shows. */
export interface BriefTable {
  readonly table: PanelTable;
  readonly more: number;
}

/**
 * What was promised and is not kept, the first due first, those without a day last.
 * @param on the day it is looked at, `YYYY-MM-DD`: what was due before is marked.
 */
export function openPromises(
  entries: readonly LedgerEntry[],
  on: string,
  { names, language, format, t }: Words,
): BriefTable {
  const open = entries
    .filter(({ status }) => status !== 'cancelled')
    .flatMap((entry) =>
      entry.promises.filter(({ done }) => !done).map((promise) => ({ entry, promise })),
    )
    .toSorted((a, b) => {
      const [first, second] = [a, b].map(({ promise }) => promise.due_on ?? '9999');
      return (first ?? '') < (second ?? '') ? -1 : (first ?? '') > (second ?? '') ? 1 : 0;
    });
  const dayOf = (iso: string) => whole(format.date(iso));
  const dueOf = (due: string | null): string => {
    if (due === null) return t('brief.noDay');
    return due < on ? t('brief.overdue', { day: dayOf(due) }) : dayOf(due);
  };
  return {
    table: {
      columns: [
        { id: 'promise', label: t('ledger.form.promised'), numeric: false },
        { id: 'owner', label: t('brief.owner'), numeric: false },
        { id: 'due', label: t('ledger.form.dueOn'), numeric: false },
      ],
      rows: open.slice(0, MOST_PROMISES).map(({ entry, promise }, index) => ({
        id: `${entry.id}-${index}`,
        cells: [
          text(shortened(saidIn(language, names, 'promise', promise.text))),
          text(shortened(saidIn(language, names, 'contact_role', promise.owner))),
          text(dueOf(promise.due_on)),
        ],
      })),
    },
    more: Math.max(0, open.length - MOST_PROMISES),
  };
}

/** What ends within the days that were asked about, the first first. */
export function endsSoon(
  ends: DueLists['ends'],
  { names, language, format, t }: Words,
): BriefTable {
  return {
    table: {
      columns: [
        { id: 'title', label: t('ledger.column.title'), numeric: false },
        { id: 'what', label: t('ledger.column.what'), numeric: false },
        { id: 'end', label: t('brief.endsOn'), numeric: false },
      ],
      rows: ends.slice(0, MOST_ENDING).map(({ entry, due_on: due }, index) => ({
        id: String(index),
        cells: [
          text(entry === null ? '' : shortened(saidIn(language, names, 'title', entry.title))),
          text(entry === null ? '' : kindIn(language, entry)),
          text(whole(format.date(due))),
        ],
      })),
    },
    more: Math.max(0, ends.length - MOST_ENDING),
  };
}
