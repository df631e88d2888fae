import type { Day } from '../../domain/dates.ts';
import type { DimensionId } from '../../domain/dimensions.ts';
import type { Filters } from '../../domain/filters.ts';
import type { MetricValue } from '../../domain/metrics/value.ts';
import type { Scope } from '../../domain/scope.ts';
import type { Aggregator } from '../store/ports.ts';
import { resolveAsOf } from './as-of.ts';
import { chosenSeason } from './chosen-season.ts';
import { consistent } from './consistent.ts';
import { AHEAD, laterYears, type LaterYears } from './later-years.ts';
import { lastComplete } from './mature-years.ts';
import { queryMetrics } from './query-metrics.ts';
import { seasonExpectation, type SeasonExpectation } from './season-expectation.ts';
import { speaksOfLeavers } from './speaks-of-leavers.ts';

export interface ForecastQuery {
  /** What the groups of later classes are by. */
  readonly by: readonly DimensionId[];
  readonly where: Filters;
  readonly asOf?: Day | undefined;
  readonly scope: Scope;
}

export interface Forecast {
  readonly asOf: Day;
  readonly version: number;
  /** The graduating class; null where no class has been offered anything. */
  readonly season: number | null;
  /** Null without a season, or where the filters part people by what became of them. */
  readonly current: SeasonExpectation | null;
  readonly later: LaterYears;
  /** Places planned for the season and the classes after it, by year. */
  readonly planned: readonly { readonly year: number; readonly planned: MetricValue }[];
}

const NOTHING: LaterYears = {
  verdict: 'nobody',
  trial: null,
  known: [],
  years: [],
  groups: [],
};

/**
 * What to expect: of the season that goes on, and of the classes after it where the past says that they can be foretold.
 * The filter on years chooses the season.
 * @throws AppError `invalid_input` for an as-of after the data's.
 */
export async function forecast(aggregator: Aggregator, query: ForecastQuery): Promise<Forecast> {
  return consistent<Forecast>(async () => {
    const known = await aggregator.snapshot();
    const asOf = resolveAsOf(query.asOf, known);
    const state = { asOf, version: known.version };
    const { by, where, scope } = query;
    const { season, version } = await chosenSeason(aggregator, query, asOf);
    const versions = [known.version, version];
    const isMeaningless = speaksOfLeavers(by, where) || where.steps !== undefined;
    if (season === null || isMeaningless) {
      const later = isMeaningless ? { ...NOTHING, verdict: 'not_applicable' as const } : NOTHING;
      return { versions, result: { ...state, season, current: null, later, planned: [] } };
    }
    const current = await seasonExpectation(aggregator, { season, where, asOf, scope });
    const later = await laterYears(aggregator, { by, where, asOf, scope, season });
    const to = Math.max(season, lastComplete(asOf, 0)) + AHEAD;
    const plans = await queryMetrics(aggregator, {
      metrics: ['planned'],
      by: ['year'],
      where: { ...where, year: [{ from: season, to }] },
      asOf,
      limit: to - season + 1,
      scope,
    });
    versions.push(...current.versions, ...later.versions, plans.version);
    return {
      versions,
      result: {
        ...state,
        season,
        current: current.result,
        later: later.result,
        planned: plans.rows.flatMap(({ key: [year], values }) => {
          const { planned } = values;
          return typeof year === 'number' && planned !== undefined ? [{ year, planned }] : [];
        }),
      },
    };
  });
}
