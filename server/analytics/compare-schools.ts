import type { Day } from '../../domain/dates.ts';
import type { Filters, YearRange } from '../../domain/filters.ts';
import { evaluate } from '../../domain/metrics/evaluate.ts';
import type { Metric } from '../../domain/metrics/metric.ts';
import { needsOf, restsOnTenure } from '../../domain/metrics/needs.ts';
import { proportionOf } from '../../domain/metrics/compared.ts';
import { metric, type MetricId } from '../../domain/metrics/registry.ts';
import { SMALL_N, type MetricValue } from '../../domain/metrics/value.ts';
import type { Scope } from '../../domain/scope.ts';
import { againstOthers, type Difference } from '../../domain/statistics/against-others.ts';
import { rankGroups, type RankedGroup } from '../../domain/statistics/rank-groups.ts';
import { wilson } from '../../domain/statistics/wilson.ts';
import type { Aggregator, Cell, KeyValue, Selection } from '../store/ports.ts';
import { isApplicable } from './applicable.ts';
import { resolveAsOf } from './as-of.ts';
import { consistent } from './consistent.ts';
import { funnelCurve, type FunnelPoint } from './funnel-curve.ts';
import { matureYears } from './mature-years.ts';
import { compareKeys } from './order.ts';
import { seasonOf } from './season.ts';
import { NOT_APPLICABLE, speaksOfLeavers } from './speaks-of-leavers.ts';

/** Schools with at least this many people that a ranking needs. */
const LEAST_RANKED = 5;

export interface ComparisonQuery {
  /** A metric that is a proportion. */
  readonly metric: MetricId;
  readonly where: Filters;
  readonly asOf?: Day | undefined;
  /** How many mature graduation years to put together instead of those filtered by. */
  readonly pool?: number | undefined;
  readonly scope: Scope;
}

export interface ComparedSchool {
  readonly key: readonly KeyValue[];
  /** How many of the `n` of the value count; null where there is no value. */
  readonly x: number | null;
  readonly value: MetricValue;
  /** Whether it differs from all other schools together; null below 10 people. */
  readonly difference: Difference | null;
  /** Null where there is no ranking, or the school is too small for it. */
  readonly ranked: RankedGroup | null;
}

export interface Comparison {
  readonly asOf: Day;
  readonly version: number;
  /** The graduation years that were put together; null without pooling. */
  readonly years: YearRange | null;
  readonly whole: { readonly x: number } & MetricValue;
  readonly rows: readonly ComparedSchool[];
  readonly limits: readonly FunnelPoint[];
  /** How many schools are ranked, and how many ranks make a third; nobody where there are fewer than five. */
  readonly ranking: { readonly schools: number; readonly places: number; readonly needs: number };
}

interface Counted {
  readonly cell: Cell;
  readonly value: MetricValue;
  readonly x: number;
}

/** The schools together: only those that have a value themselves. */
function wholeOf(compared: readonly Counted[]): Comparison['whole'] {
  const x = compared.reduce((sum, one) => sum + one.x, 0);
  const n = compared.reduce((sum, one) => sum + one.value.n, 0);
  if (n === 0) return { x, value: null, n, status: 'no_denominator', reason: 'nobody' };
  return { x, value: x / n, n, ...wilson(x, n), status: n < SMALL_N ? 'small' : 'ok' };
}

function rank(large: readonly Counted[], better: Metric['better']) {
  if (large.length < LEAST_RANKED) return { of: new Map<Counted, RankedGroup>(), places: 0 };
  const { groups, places } = rankGroups(
    large.map(({ x, value }) => ({ x, n: value.n })),
    better === 'lower' ? 'lowest' : 'highest',
  );
  return {
    of: new Map(
      large.flatMap((one, index) => {
        const ranked = groups[index];
        return ranked === undefined ? [] : [[one, ranked] as const];
      }),
    ),
    places,
  };
}

function compare(definition: Metric, counted: readonly Counted[]) {
  const compared = counted.filter(({ value }) => value.value !== null);
  const whole = wholeOf(compared);
  const differences = againstOthers(
    compared.map(({ x, value }) => ({ x, n: value.n })),
    SMALL_N,
  );
  const differenceOf = new Map(compared.map((one, index) => [one, differences[index] ?? null]));
  const large = compared.filter(({ value }) => value.n >= SMALL_N);
  const { of, places } = rank(large, definition.better);
  const rows = counted.map((one) => ({
    key: one.cell.key,
    x: one.value.value === null ? null : one.x,
    value: one.value,
    difference: differenceOf.get(one) ?? null,
    ranked: of.get(one) ?? null,
  }));
  const sizes = compared.map(({ value }) => value.n);
  return {
    whole,
    rows: rows.toSorted((a, b) => compareKeys(a.key, b.key)),
    limits: whole.value === null ? [] : funnelCurve(whole.value, sizes),
    ranking: { schools: large.length, places, needs: LEAST_RANKED },
  };
}

/**
 * Compares schools by a proportion, mature people only: which differ from all others together, between which limits
 * chance alone keeps schools of a size, and how they rank as far as can be told.
 * @returns every school of the selection, by id. The whole is made of those that have a value.
 * @throws AppError `invalid_input` for an as-of after the data's; Error where the metric is no proportion.
 */
export async function compareSchools(
  aggregator: Aggregator,
  query: ComparisonQuery,
): Promise<Comparison> {
  const definition = metric(query.metric);
  const formula = proportionOf(query.metric);
  if (formula === null) throw new Error(`${query.metric} is no proportion`);
  const isKnown = isApplicable(query.metric, { by: ['school'], ...query });
  const measures = isKnown ? needsOf(definition).measures : [];
  return consistent(async () => {
    const known = await aggregator.snapshot();
    const versions = [known.version];
    const asOf = resolveAsOf(query.asOf, known);
    const read = async (by: Selection['by'], where: Filters) => {
      const answer = await aggregator.aggregate({ by, where, asOf, scope: query.scope, measures });
      versions.push(answer.version);
      return answer.cells;
    };
    const size = (cell: Cell) => cell.measures[formula.among] ?? 0;
    const days = formula.maturity?.days ?? 0;
    const { pool } = query;
    const years =
      pool === undefined
        ? null
        : matureYears(await read(['year'], query.where), size, asOf, days, pool);
    const where = years === null ? query.where : { ...query.where, year: [years] };
    const cells = pool !== undefined && years === null ? [] : await read(['school'], where);
    const season = seasonOf([], { by: [], where });
    const isMeaningless = !isKnown || (restsOnTenure(definition) && speaksOfLeavers([], where));
    const counted = cells
      .map((cell) => ({
        cell,
        value: isMeaningless
          ? NOT_APPLICABLE
          : evaluate(definition, { measures: cell.measures, season, asOf }),
        x: cell.measures[formula.of] ?? 0,
      }))
      .filter(({ value }) => value.n > 0 || value.reason !== 'nobody');
    return {
      versions,
      result: { asOf, version: known.version, years, ...compare(definition, counted) },
    };
  });
}
