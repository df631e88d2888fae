import { linksText } from '../../../domain/cooperation/links.ts';
import { promisesText } from '../../../domain/cooperation/promises.ts';
import { yearlyText } from '../../../domain/cooperation/yearly-use.ts';
import { columnsOf } from '../../../domain/records/kinds.ts';
import type { CooperationKind } from '../../../domain/records/enumerations.ts';
import type { EntryChange, LedgerEntry } from '../../api/cooperation.ts';
import { onLines } from './list-lines.ts';

/** What somebody has written, by field; lists have an item on each line. */
export type Written = Readonly<Record<string, string>>;

/** The fields that entries of every kind have, and those of some kinds besides. */
const COMMON = [
  'school',
  'college',
  'kind',
  'title',
  'starts_on',
  'ends_on',
  'status',
  'people',
  'amount',
  'outcome',
  'next_on',
  'contact_role',
  'promises',
  'minutes',
  'links',
  'shared',
];
const BESIDES: Readonly<Partial<Record<CooperationKind, readonly string[]>>> = {
  internship_base: ['seats', 'used', 'mentors', 'hours'],
  training: ['seats', 'used', 'mentors', 'courses', 'hours'],
  course: ['courses', 'hours', 'mentors', 'used'],
  research: ['results_stage', 'mentors'],
  event: ['seats'],
};

/** An entry as it stands in the form; nothing of an entry that is yet to be made. */
export function writtenOf(entry: LedgerEntry | null): Written {
  if (entry === null) return {};
  const lists = {
    promises: onLines(promisesText(entry.promises)),
    links: onLines(linksText(entry.links)),
    used: onLines(yearlyText(entry.used)),
  };
  const plain = Object.entries(entry).flatMap(([field, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[field, String(value)] as const] : [],
  );
  return {
    ...Object.fromEntries(plain),
    ...lists,
    school: String(entry.school.id),
    college: entry.college?.name ?? '',
    shared: entry.shared ? 'yes' : 'no',
  };
}

/** The fields to show for a kind, in the order of the columns; a field that holds something is always shown. */
export function fieldsFor(kind: string, written: Written): string[] {
  const besides = Object.entries(BESIDES).find(([one]) => one === kind)?.[1] ?? [];
  return columnsOf('cooperation')
    .map(({ field }) => field)
    .filter(
      (field) =>
        COMMON.includes(field) || besides.includes(field) || (written[field] ?? '').trim() !== '',
    );
}

/** What is written and differs from an entry, as it is sent. */
export function changeOf(said: Written, base: Written): EntryChange {
  const differing = Object.entries(said).filter(
    ([field, text]) => text.trim() !== (base[field] ?? '').trim(),
  );
  return Object.fromEntries(
    differing.map(([field, text]) => [
      field,
      field === 'school' ? Number(text) : text.trim() === '' ? null : text.trim(),
    ]),
  );
}

/** A field that two people changed, or that the other did. */
export interface Clash {
  readonly field: string;
  /** What it was when both began, what the other made of it, and what one has written oneself; null for nothing. */
  readonly theirs: string;
  readonly mine: string | null;
}

/** What somebody else changed since one began, and what one has written there oneself. */
export function clashesOf(before: Written, current: Written, said: Written): Clash[] {
  const fields = columnsOf('cooperation').map(({ field }) => field);
  return fields.flatMap((field): Clash[] => {
    const was = before[field] ?? '';
    const theirs = current[field] ?? '';
    if (was === theirs) return [];
    const own = said[field];
    const mine = own === undefined || own.trim() === was.trim() ? null : own;
    return [{ field, theirs, mine }];
  });
}
