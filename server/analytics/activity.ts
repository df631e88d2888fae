import type { Day } from '../../domain/dates.ts';
import { EVENT_IDS, type EventId } from '../../domain/events.ts';
import type { Aggregator, KeyValue, Selection } from '../store/ports.ts';
import { resolveAsOf } from './as-of.ts';
import { consistent } from './consistent.ts';
import { compareKeys } from './order.ts';

/** How many people each event befell. */
export type EventCounts = Readonly<Record<EventId, number>>;

/** What happened to the people of one group in one calendar year. */
export interface ActivityRow {
  readonly key: readonly KeyValue[];
  readonly eventYear: number;
  readonly counts: EventCounts;
}

const NOTHING: EventCounts = {
  interned: 0,
  offered: 0,
  accepted: 0,
  declined: 0,
  withdrawn: 0,
  hired: 0,
  left: 0,
  promoted: 0,
};

/** Adds events to the row of a key and year, making it where it is not there yet. */
function add(
  rows: Map<string, ActivityRow>,
  key: readonly KeyValue[],
  eventYear: number,
  event: EventId,
  count: number,
): void {
  const id = JSON.stringify([key, eventYear]);
  const counts = rows.get(id)?.counts ?? NOTHING;
  rows.set(id, { key, eventYear, counts: { ...counts, [event]: counts[event] + count } });
}

const inOrder = (rows: ReadonlyMap<string, ActivityRow>): ActivityRow[] =>
  [...rows.values()].toSorted((a, b) => a.eventYear - b.eventYear || compareKeys(a.key, b.key));

/**
 * What happened in each calendar year to the people of a selection: events with a date, by group and all together.
 * The people of one event need not be among those of another.
 * @returns rows by year, then key; a year in which nothing happened to a group has no row.
 * @throws AppError `invalid_input` for an as-of after the data's.
 */
export async function activity(
  aggregator: Aggregator,
  query: Omit<Selection, 'asOf'> & { asOf?: Day | undefined },
): Promise<{ asOf: Day; version: number; rows: ActivityRow[]; total: ActivityRow[] }> {
  return consistent(async () => {
    const known = await aggregator.snapshot();
    const asOf = resolveAsOf(query.asOf, known);
    const versions = [known.version];
    const rows = new Map<string, ActivityRow>();
    const total = new Map<string, ActivityRow>();
    for (const event of EVENT_IDS) {
      const answer = await aggregator.distribution({ ...query, asOf }, { event, grain: 'year' });
      versions.push(answer.version);
      for (const { key, histogram } of answer.groups) {
        for (const [index, eventYear] of histogram.values.entries()) {
          const count = histogram.counts[index] ?? 0;
          add(rows, key, eventYear, event, count);
          add(total, [], eventYear, event, count);
        }
      }
    }
    const result = { asOf, version: known.version, rows: inOrder(rows), total: inOrder(total) };
    return { versions, result };
  });
}
