import type { Day } from '../../../domain/dates.ts';
import type { EventId, EventTime } from '../../../domain/events.ts';
import { and } from './sql-parts.ts';

/** Which rows an event befell by an as-of day, and its day or calendar year. */
export function eventSql(
  { event, grain }: EventTime,
  { counted }: { readonly counted: string },
  asOf: Day,
): { when: string; value: string } {
  const withdrew = 'coalesce(h.declined_on >= h.accepted_on, 0)';
  const events: Record<EventId, { day: string; only?: string }> = {
    interned: { day: 'coalesce(h.interned_from, h.interned_to)' },
    offered: { day: 'h.offered_on' },
    accepted: { day: 'h.accepted_on' },
    declined: { day: 'h.declined_on', only: `NOT ${withdrew}` },
    withdrawn: { day: 'h.declined_on', only: withdrew },
    hired: { day: 'h.hired_on' },
    left: { day: 'h.left_on' },
    promoted: { day: 'h.promoted_on' },
  };
  const { day, only = '1' } = events[event];
  return {
    when: and(counted, `${day} <= ${asOf}`, only),
    value: grain === 'day' ? day : `CAST(strftime('%Y', ${day} * 86400, 'unixepoch') AS INTEGER)`,
  };
}
