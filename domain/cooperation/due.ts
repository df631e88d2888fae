import { dayFromIso, type Day } from '../dates.ts';
import type { LedgerEntry } from './entry.ts';
import { promisesOf, type Promised } from './promises.ts';
import { isMomentary, isOver, overlaps, spanOf } from './span.ts';

/** What falls due: the end of something, its next step, its planned beginning, a promise, or a word with a school. */
export const DUE_KINDS = ['end', 'next', 'start', 'promise', 'contact'] as const;

export type DueKind = (typeof DUE_KINDS)[number];

/** One thing that falls due on a day. */
export interface DueItem {
  readonly what: DueKind;
  readonly on: Day;
  readonly schoolId: number;
  /** What it belongs to; null for a contact, which belongs to the school. */
  readonly entry: LedgerEntry | null;
  readonly promise: Promised | null;
}

/** What falls due, each list with the nearest day first. */
export interface DueLists {
  /** What lasts and ends within the days asked for. */
  readonly ends: readonly DueItem[];
  /** What should have happened before the day. */
  readonly overdue: readonly DueItem[];
  /** Next steps, beginnings and promises within the days asked for. */
  readonly coming: readonly DueItem[];
}

/** A school with something in force should be visited or met at least once in so many days. */
export const CONTACT_DAYS = 365;

const byDay = (a: DueItem, b: DueItem): number =>
  a.on - b.on || a.schoolId - b.schoolId || (a.entry?.id ?? 0) - (b.entry?.id ?? 0);

const circleOf = ({ school_id: school, college_id: college }: LedgerEntry): string =>
  `${school} ${college ?? ''}`;

/** The visits whose date for the next one no longer counts: the same school or college was visited, or will be, later. */
function followedUp(entries: readonly LedgerEntry[]): ReadonlySet<number> {
  const latest = new Map<string, Day>();
  const visits = entries.filter(({ kind, status }) => kind === 'visit' && status !== 'cancelled');
  for (const visit of visits) {
    const circle = circleOf(visit);
    const day = spanOf(visit)?.from ?? -Infinity;
    latest.set(circle, Math.max(day, latest.get(circle) ?? -Infinity));
  }
  const old = visits.filter(
    (visit) => (spanOf(visit)?.from ?? -Infinity) < (latest.get(circleOf(visit)) ?? -Infinity),
  );
  return new Set(old.map(({ id }) => id));
}

/** Everything that an entry makes fall due, on whatever day. */
function itemsOf(entry: LedgerEntry, followed: ReadonlySet<number>): DueItem[] {
  if (entry.status === 'cancelled') return [];
  const { starts_on: starts, ends_on: ends, next_on: next, school_id: schoolId } = entry;
  const item = (what: DueKind, on: Day, promise: Promised | null = null): DueItem => ({
    what,
    on,
    schoolId,
    entry,
    promise,
  });
  const begins = entry.status === 'planned' && starts !== null;
  const counts = next !== null && !followed.has(entry.id) && !(begins && next === starts);
  const lasts = !isMomentary(entry.kind) && ends !== null && !isOver(entry);
  const promises = promisesOf(entry.promises).flatMap((promise) => {
    const day = promise.due_on === null ? null : dayFromIso(promise.due_on);
    return promise.done || day === null ? [] : [item('promise', day, promise)];
  });
  return [
    ...(lasts ? [item('end', ends)] : []),
    ...(begins ? [item('start', starts)] : []),
    ...(counts ? [item('next', next)] : []),
    ...promises,
  ];
}

/** Schools with something in force that nobody has met for too long, and have no date for it either. */
function contactsOf(
  entries: readonly LedgerEntry[],
  on: Day,
  items: readonly DueItem[],
): DueItem[] {
  const dated = new Set(
    items
      .filter(({ what, entry }) => entry?.kind === 'visit' && what !== 'promise')
      .map(({ schoolId }) => schoolId),
  );
  const inForce = new Map<number, Day>();
  const met = new Map<number, Day>();
  const latest = (days: Map<number, Day>, school: number, day: Day): void => {
    days.set(school, Math.max(day, days.get(school) ?? -Infinity));
  };
  for (const entry of entries) {
    const span = spanOf(entry);
    if (span === null || entry.status === 'cancelled' || entry.status === 'planned') continue;
    if (isMomentary(entry.kind)) {
      if (span.to !== null && span.to <= on) latest(met, entry.school_id, span.to);
    } else if (!isOver(entry) && overlaps(span, on, on) && span.from !== null) {
      const first = Math.min(span.from, inForce.get(entry.school_id) ?? Infinity);
      inForce.set(entry.school_id, first);
    }
  }
  return [...inForce].flatMap(([schoolId, since]): DueItem[] => {
    const due = (met.get(schoolId) ?? since) + CONTACT_DAYS;
    if (due >= on || dated.has(schoolId)) return [];
    return [{ what: 'contact', on: due, schoolId, entry: null, promise: null }];
  });
}

/** Every date that the entries hold in store, whenever it is, the earliest first: what a calendar shows. */
export function datesOf(entries: readonly LedgerEntry[]): DueItem[] {
  const followed = followedUp(entries);
  return entries.flatMap((entry) => itemsOf(entry, followed)).toSorted(byDay);
}

/**
 * What ends, what is overdue and what comes, looked at on a day.
 * @param days how far ahead, the last day included.
 */
export function dueOf(entries: readonly LedgerEntry[], on: Day, days: number): DueLists {
  const items = datesOf(entries);
  const past = items.filter((item) => item.on < on);
  const ahead = items.filter((item) => item.on >= on && item.on <= on + days);
  return {
    ends: ahead.filter(({ what }) => what === 'end'),
    overdue: [...past, ...contactsOf(entries, on, items)].toSorted(byDay),
    coming: ahead.filter(({ what }) => what !== 'end'),
  };
}
