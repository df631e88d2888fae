import type { Day } from '../../domain/dates.ts';
import type { EventId } from '../../domain/events.ts';
import type { Histogram } from '../../domain/metrics/evaluate.ts';
import type { Aggregator, KeyValue, Selection } from '../store/ports.ts';
import { mergeHistograms } from './merge.ts';

/** The events that a season is told by. */
export const SEASON_EVENTS = [
  'offered',
  'accepted',
  'withdrawn',
  'hired',
] as const satisfies EventId[];

export type SeasonEvent = (typeof SEASON_EVENTS)[number];

/** How many people each event has befallen so far. */
export type SeasonCounts = Readonly<Record<SeasonEvent, number>>;

/** When the events of a season befell its people. */
export interface EventDays {
  /** The groups that something befell. */
  readonly keys: readonly (readonly KeyValue[])[];
  /** The counts up to a day, that day included: of one group, or of all together for null. */
  upTo(day: Day, key: readonly KeyValue[] | null): SeasonCounts;
}

interface DayCount {
  readonly day: Day;
  readonly count: number;
}

function dayCounts({ values, counts }: Histogram): DayCount[] {
  return [...values].map((day, index) => ({ day, count: counts[index] ?? 0 }));
}

/** Stands for all groups together where a group's key would. */
const TOGETHER = '';

/** The days of every event of a selection's people, up to its as-of. */
export async function readSeasonEvents(
  aggregator: Aggregator,
  selection: Selection,
): Promise<{ versions: number[]; days: EventDays }> {
  const versions: number[] = [];
  const keys = new Map<string, readonly KeyValue[]>();
  const found = new Map<string, DayCount[]>();
  for (const event of SEASON_EVENTS) {
    const answer = await aggregator.distribution(selection, { event, grain: 'day' });
    versions.push(answer.version);
    for (const { key, histogram } of answer.groups) {
      const id = JSON.stringify(key);
      keys.set(id, key);
      found.set(event + id, dayCounts(histogram));
    }
    const together = mergeHistograms(answer.groups.map(({ histogram }) => histogram));
    found.set(event + TOGETHER, dayCounts(together));
  }
  const sum = (event: SeasonEvent, id: string, day: Day): number =>
    (found.get(event + id) ?? [])
      .filter((one) => one.day <= day)
      .reduce((all, { count }) => all + count, 0);
  const upTo = (day: Day, key: readonly KeyValue[] | null): SeasonCounts => {
    const id = key === null ? TOGETHER : JSON.stringify(key);
    return {
      offered: sum('offered', id, day),
      accepted: sum('accepted', id, day),
      withdrawn: sum('withdrawn', id, day),
      hired: sum('hired', id, day),
    };
  };
  return { versions, days: { keys: [...keys.values()], upTo } };
}
