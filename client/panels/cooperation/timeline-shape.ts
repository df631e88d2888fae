import { overlaps, spanOf, type Span } from '../../../domain/cooperation/span.ts';
import { dayFromIso, fixedDay, yearOfDay, type Day } from '../../../domain/dates.ts';
import { COOPERATION_KINDS, type CooperationKind } from '../../../domain/records/enumerations.ts';
import type { LedgerEntry } from '../../api/cooperation.ts';

/** A bar of the timeline: from when to when, and in which row of its kind. */
export interface TimelineBar {
  readonly entry: LedgerEntry;
  readonly span: Span;
  readonly row: number;
}

/** The bars of one kind, in as few rows as hold them apart. */
export interface TimelineLane {
  readonly kind: CooperationKind;
  readonly rows: number;
  readonly bars: readonly TimelineBar[];
}

/** The hires of one calendar year. */
export interface YearHires {
  readonly year: number;
  readonly hires: number;
}

export interface Timeline {
  /** 1 January of the first year and 1 January after the last. */
  readonly from: Day;
  readonly to: Day;
  readonly lanes: readonly TimelineLane[];
  /** Entries without any date, which no axis can show. */
  readonly undated: number;
}

const KINDS = Object.keys(COOPERATION_KINDS) as CooperationKind[];
/** Room that a point takes in a row, in days, so that two points are told apart. */
const POINT_DAYS = 45;

const dayOf = (iso: string | null): Day | null => (iso === null ? null : dayFromIso(iso));

/** When an entry goes on; null where it says no date. */
function entrySpan({ kind, status, starts_on: starts, ends_on: ends }: LedgerEntry): Span | null {
  return spanOf({ kind, status, starts_on: dayOf(starts), ends_on: dayOf(ends) });
}

/** Puts spans into rows so that none overlaps another of its row: the row of each, the earliest span first. */
export function rowsOf(spans: readonly Span[]): number[] {
  const ends: number[] = [];
  const order = spans
    .map((span, index) => ({ span, index }))
    .toSorted((a, b) => (a.span.from ?? -Infinity) - (b.span.from ?? -Infinity));
  const rows = spans.map(() => 0);
  for (const { span, index } of order) {
    const from = span.from ?? -Infinity;
    const free = ends.findIndex((end) => end < from);
    const row = free === -1 ? ends.length : free;
    ends[row] = Math.max(span.to ?? Infinity, from + POINT_DAYS);
    rows[index] = row;
  }
  return rows;
}

/**
 * Entries as lanes under the hires of the same years.
 * @param on the day it is looked at, which always lies on the axis.
 */
export function timelineOf(
  entries: readonly LedgerEntry[],
  hires: readonly YearHires[],
  on: Day,
): Timeline {
  const spans = entries.flatMap((entry) => {
    const span = entrySpan(entry);
    return span === null ? [] : [{ entry, span }];
  });
  const days = spans.flatMap(({ span: { from, to } }) => [from, to].filter((day) => day !== null));
  const years = [...hires.map(({ year }) => year), ...days.map(yearOfDay), yearOfDay(on)];
  const lanes = KINDS.flatMap((kind): TimelineLane[] => {
    const own = spans.filter(({ entry }) => entry.kind === kind);
    if (own.length === 0) return [];
    const rows = rowsOf(own.map(({ span }) => span));
    const bars = own.map((bar, index) => ({ ...bar, row: rows[index] ?? 0 }));
    return [{ kind, rows: Math.max(...rows) + 1, bars }];
  });
  return {
    from: fixedDay(Math.min(...years), 1, 1),
    to: fixedDay(Math.max(...years) + 1, 1, 1),
    lanes,
    undated: entries.length - spans.length,
  };
}

/** How many entries go on in a year, for the sentence over the chart. */
export function goingOn(entries: readonly LedgerEntry[], on: Day): number {
  return entries.filter((entry) => {
    const span = entrySpan(entry);
    const over = entry.status === 'cancelled' || entry.status === 'ended';
    return span !== null && !over && entry.status !== 'planned' && overlaps(span, on, on);
  }).length;
}
