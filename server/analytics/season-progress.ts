import type { Day } from '../../domain/dates.ts';
import type { DimensionId } from '../../domain/dimensions.ts';
import type { Filters } from '../../domain/filters.ts';
import { sameDay, seasonEnd, seasonWeeks, weeksBegun } from '../../domain/season.ts';
import type { MetricValue } from '../../domain/metrics/value.ts';
import type { Scope } from '../../domain/scope.ts';
import type { Aggregator, KeyValue } from '../store/ports.ts';
import { resolveAsOf } from './as-of.ts';
import { chosenSeason } from './chosen-season.ts';
import { consistent } from './consistent.ts';
import { compareKeys } from './order.ts';
import { queryMetrics } from './query-metrics.ts';
import { readSeasonEvents, type EventDays, type SeasonCounts } from './season-events.ts';

/** How far a season was on a day, in weeks since it began. */
export interface SeasonPoint {
  readonly week: number;
  readonly day: Day;
  readonly counts: SeasonCounts;
}

/** One season up to a day. */
export interface SeasonCurve {
  readonly year: number;
  readonly asOf: Day;
  readonly points: readonly SeasonPoint[];
}

/** One group: how far it was in each of the seasons, the latest first. */
export interface SeasonRow {
  readonly key: readonly KeyValue[];
  readonly seasons: readonly SeasonCounts[];
}

export interface SeasonAnswer {
  readonly asOf: Day;
  readonly version: number;
  /** The graduating class; null where no class has been offered anything. */
  readonly season: number | null;
  /** Whether it is still running on the as-of day. */
  readonly running: boolean;
  /** The season, the one before and the one before that, each up to the same day of its own. */
  readonly seasons: readonly SeasonCurve[];
  /** Places that the company planned for the class; null where no season is chosen. */
  readonly planned: MetricValue | null;
  readonly rows: readonly SeasonRow[];
}

interface SeasonQuery {
  readonly by: readonly DimensionId[];
  /** The years among them choose the season; the other filters choose its people. */
  readonly where: Filters;
  readonly asOf?: Day | undefined;
  readonly scope: Scope;
}

const COMPARED = [0, 1, 2];

function rowsOf(seasons: readonly EventDays[], ends: readonly Day[]): SeasonRow[] {
  const keys = new Map(
    seasons.flatMap((days) => days.keys.map((key) => [JSON.stringify(key), key] as const)),
  );
  return [...keys.values()]
    .map((key) => ({
      key,
      seasons: seasons.map((days, index) => days.upTo(ends[index] ?? 0, key)),
    }))
    .toSorted((a, b) => compareKeys(a.key, b.key));
}

/**
 * How a season goes: offers, acceptances, withdrawals and starts by week, cumulated, beside the two seasons before it
 * on the same day of theirs. Each season is asked for as it stood on its day.
 * @returns no point beyond the as-of; groups ordered by key.
 * @throws AppError `invalid_input` for an as-of after the data's.
 */
export async function seasonProgress(
  aggregator: Aggregator,
  query: SeasonQuery,
): Promise<SeasonAnswer> {
  return consistent<SeasonAnswer>(async () => {
    const known = await aggregator.snapshot();
    const asOf = resolveAsOf(query.asOf, known);
    const state = { asOf, version: known.version };
    const chosen = await chosenSeason(aggregator, query, asOf);
    const versions = [known.version, chosen.version];
    const year = chosen.season;
    if (year === null) {
      return {
        versions,
        result: { ...state, season: null, running: false, seasons: [], planned: null, rows: [] },
      };
    }
    const ends = COMPARED.map((before) => sameDay(year, asOf, before));
    const events: EventDays[] = [];
    for (const before of COMPARED) {
      const end = ends[before] ?? asOf;
      const one = { from: year - before, to: year - before };
      const where = { ...query.where, year: [one] };
      const read = await readSeasonEvents(aggregator, { ...query, where, asOf: end });
      versions.push(...read.versions);
      events.push(read.days);
    }
    const weeks = weeksBegun(year, ends[0] ?? asOf);
    const seasons = events.map((days, before) => {
      const end = ends[before] ?? asOf;
      const points = seasonWeeks(year - before, end, weeks).map(({ week, day }) => ({
        week,
        day,
        counts: days.upTo(day, null),
      }));
      return { year: year - before, asOf: end, points };
    });
    const plan = await queryMetrics(aggregator, {
      metrics: ['planned'],
      by: [],
      where: { ...query.where, year: [{ from: year, to: year }] },
      asOf,
      limit: 1,
      scope: query.scope,
    });
    versions.push(plan.version);
    return {
      versions,
      result: {
        ...state,
        season: year,
        running: asOf < seasonEnd(year),
        seasons,
        planned: plan.total['planned'] ?? null,
        rows: rowsOf(events, ends),
      },
    };
  });
}
