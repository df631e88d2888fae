import type { Day } from '../dates.ts';
import type { CooperationKind } from '../records/enumerations.ts';
import type { LedgerEntry } from './entry.ts';

/** Kinds that take place on a day, or a few: without a last day they are over on their first. */
export const MOMENTARY_KINDS = ['visit', 'event'] as const satisfies CooperationKind[];

/** States in which nothing goes on any more. */
export const OVER_STATUSES = ['ended', 'cancelled'] as const;

/** Whether a kind takes place on a day rather than going on. */
export function isMomentary(kind: CooperationKind): boolean {
  return MOMENTARY_KINDS.some((one) => one === kind);
}

/** Whether an entry is over by its own word. */
export function isOver({ status }: Pick<LedgerEntry, 'status'>): boolean {
  return OVER_STATUSES.some((one) => one === status);
}

/** From when to when something goes on. */
export interface Span {
  /** Null where nobody said when it began. */
  readonly from: Day | null;
  /** Null where it goes on without an end. */
  readonly to: Day | null;
}

type Timed = Pick<LedgerEntry, 'kind' | 'status' | 'starts_on' | 'ends_on'>;

/**
 * The time that an entry takes. Without a last day, a visit or an event is over on its first, and so is what is said
 * to have ended: on which day is not known, and no length is invented. Null for an entry without any date.
 */
export function spanOf(entry: Timed): Span | null {
  const { kind, starts_on: starts, ends_on: ends } = entry;
  if (starts === null && ends === null) return null;
  const short = isMomentary(kind);
  return {
    from: starts ?? (short ? ends : null),
    to: ends ?? (short || isOver(entry) ? starts : null),
  };
}

/** Whether something goes on at some time between two days; an open side reaches as far as it may. */
export function overlaps(span: Span, from: Day | null, to: Day | null): boolean {
  const begins = span.from ?? -Infinity;
  const ends = span.to ?? Infinity;
  return begins <= (to ?? Infinity) && ends >= (from ?? -Infinity);
}
