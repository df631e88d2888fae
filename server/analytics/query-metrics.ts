import type { Day } from '../../domain/dates.ts';
import type { DimensionId } from '../../domain/dimensions.ts';
import type { Filters } from '../../domain/filters.ts';
import type { MeasureId } from '../../domain/measures.ts';
import { evaluate, type GroupFacts, type Histogram } from '../../domain/metrics/evaluate.ts';
import { needsOf, restsOnTenure, type DistributionId } from '../../domain/metrics/needs.ts';
import { metric, type MetricId } from '../../domain/metrics/registry.ts';
import type { MetricValue } from '../../domain/metrics/value.ts';
import type { Scope } from '../../domain/scope.ts';
import type { Aggregator, KeyValue, Selection } from '../store/ports.ts';
import { isApplicable } from './applicable.ts';
import { resolveAsOf } from './as-of.ts';
import { consistent } from './consistent.ts';
import { mergeHistograms, sumMeasures } from './merge.ts';
import { compareKeys, compareValues } from './order.ts';
import { readJoins } from './read-joins.ts';
import { seasonOf } from './season.ts';
import { readShares, type Share } from './shares.ts';
import { NOT_APPLICABLE, speaksOfLeavers } from './speaks-of-leavers.ts';

export interface MetricsQuery {
  readonly metrics: readonly MetricId[];
  readonly by: readonly DimensionId[];
  readonly where: Filters;
  readonly asOf?: Day | undefined;
  /** A metric or dimension of the query; descending where `descending`. Missing values come last either way. */
  readonly sort?: { readonly id: MetricId | DimensionId; readonly descending: boolean } | undefined;
  readonly limit: number;
  readonly scope: Scope;
}

/** Values by metric id. */
export type Values = Readonly<Record<string, MetricValue>>;

export interface MetricsRow {
  readonly key: readonly KeyValue[];
  readonly values: Values;
}

export interface MetricsAnswer {
  readonly asOf: Day;
  readonly version: number;
  readonly rows: MetricsRow[];
  readonly total: Values;
  readonly truncated: boolean;
}

function valuesOf(
  metrics: readonly MetricId[],
  facts: Omit<GroupFacts, 'whole' | 'largest'>,
  share: Share | null,
  { bySchool, ofLeavers }: { readonly bySchool: boolean; readonly ofLeavers: boolean },
): Values {
  return Object.fromEntries(
    metrics.map((id): [MetricId, MetricValue] => {
      const definition = metric(id);
      const { kind } = definition.formula;
      const isMeaningless = ofLeavers && restsOnTenure(definition);
      if (isMeaningless || (kind === 'largest_share' && bySchool)) return [id, NOT_APPLICABLE];
      const needsWhole = kind === 'share' || kind === 'largest_share';
      const whole = kind === 'share' ? share?.whole : facts.measures.hires;
      return [
        id,
        evaluate(definition, needsWhole ? { ...facts, whole, largest: share?.largest } : facts),
      ];
    }),
  );
}

interface Groups {
  readonly versions: readonly number[];
  readonly version: number;
  readonly rows: readonly MetricsRow[];
  readonly total: Values;
}

/** Metrics of which every fact has the dimensions of the selection; without any, the groups of hires alone. */
async function readGroups(
  aggregator: Aggregator,
  metrics: readonly MetricId[],
  selection: Selection,
): Promise<Groups> {
  const needs = metrics.map((id) => needsOf(metric(id)));
  const measures = [...new Set(needs.flatMap((need) => need.measures))];
  const distributions = [...new Set(needs.flatMap((need) => need.distributions))];
  const joinIds = [...new Set(needs.flatMap(({ join }) => (join === null ? [] : [join])))];
  const shareOf = needs.find((need) => need.shareOf !== null)?.shareOf ?? null;
  // A distribution is of hires: their groups are asked for, whatever other facts there are.
  const asked: MeasureId[] = distributions.length === 0 ? measures : [...measures, 'hires'];

  const { cells, version } = await aggregator.aggregate({
    ...selection,
    measures: [...new Set(asked)],
  });
  const versions = [version];
  const histograms = new Map<DistributionId, Map<string, Histogram>>();
  for (const id of distributions) {
    const answer = await aggregator.distribution(selection, id);
    versions.push(answer.version);
    histograms.set(
      id,
      new Map(answer.groups.map((group) => [JSON.stringify(group.key), group.histogram])),
    );
  }
  const shares = shareOf === null ? null : await readShares(aggregator, selection, shareOf);
  const joins = await readJoins(aggregator, selection, joinIds);
  versions.push(...(shares?.versions ?? []), ...joins.versions);

  const distributionOf = (
    id: DistributionId,
    key: readonly KeyValue[] | null,
  ): Histogram | undefined => {
    const groups = histograms.get(id);
    if (groups === undefined) return undefined;
    return key === null ? mergeHistograms([...groups.values()]) : groups.get(JSON.stringify(key));
  };
  const factsOf = (key: readonly KeyValue[] | null, sums: GroupFacts['measures']) => ({
    measures: sums,
    salary: distributionOf('salary', key),
    tenure: distributionOf('tenure', key),
    joined: joins.of(key),
    season: seasonOf(key ?? [], key === null ? { ...selection, by: [] } : selection),
    asOf: selection.asOf,
  });
  const rows = cells.map((cell) => ({
    key: cell.key,
    values: valuesOf(metrics, factsOf(cell.key, cell.measures), shares?.of(cell.key) ?? null, {
      bySchool: selection.by.includes('school'),
      ofLeavers: speaksOfLeavers(selection.by, selection.where),
    }),
  }));
  const total = valuesOf(
    metrics,
    factsOf(null, sumMeasures(cells, measures)),
    shares?.of(null) ?? null,
    { bySchool: false, ofLeavers: speaksOfLeavers([], selection.where) },
  );
  return { versions, version, rows, total };
}

/** Every metric of a query, `not_applicable` where its facts lack a dimension of the filters or of the groups. */
async function readFacts(aggregator: Aggregator, { metrics }: MetricsQuery, selection: Selection) {
  const ungrouped = { ...selection, by: [] };
  const isGrouped = (id: MetricId): boolean => isApplicable(id, selection);
  const inTotalOnly = metrics.filter((id) => !isGrouped(id) && isApplicable(id, ungrouped));
  const groups = await readGroups(aggregator, metrics.filter(isGrouped), selection);
  const others =
    inTotalOnly.length === 0 ? null : await readGroups(aggregator, inTotalOnly, ungrouped);
  const complete = (values: Values): Values =>
    Object.fromEntries(metrics.map((id) => [id, values[id] ?? NOT_APPLICABLE]));
  return {
    versions: [...groups.versions, ...(others?.versions ?? [])],
    result: {
      version: groups.version,
      rows: groups.rows.map(({ key, values }) => ({ key, values: complete(values) })),
      total: complete({ ...groups.total, ...others?.total }),
    },
  };
}

/** Rows in the order asked for: values as shown, missing last, ties by key. */
function sorted(rows: readonly MetricsRow[], { sort, by }: MetricsQuery): MetricsRow[] {
  if (sort === undefined) return rows.toSorted((a, b) => compareKeys(a.key, b.key));
  const position = by.findIndex((id) => id === sort.id);
  const shown = (row: MetricsRow): KeyValue =>
    position >= 0 ? (row.key[position] ?? null) : (row.values[sort.id]?.value ?? null);
  return rows.toSorted((a, b) => {
    const [left, right] = [shown(a), shown(b)];
    const order = compareValues(left, right);
    const missing = left === null || right === null;
    return (sort.descending && !missing ? -order : order) || compareKeys(a.key, b.key);
  });
}

/**
 * Metrics by up to three dimensions within a scope.
 * @returns rows in the order asked for (at most `limit`), and the total of the whole filter, computed from the
 *   same sums and distributions as the rows. A query without `by` has one row, equal to the total.
 * @throws AppError `invalid_input` for an as-of after the data's.
 */
export async function queryMetrics(
  aggregator: Aggregator,
  query: MetricsQuery,
): Promise<MetricsAnswer> {
  return consistent(async () => {
    const known = await aggregator.snapshot();
    const asOf = resolveAsOf(query.asOf, known);
    const selection: Selection = { by: query.by, where: query.where, asOf, scope: query.scope };
    const { versions, result } = await readFacts(aggregator, query, selection);
    const rows = sorted(result.rows, query);
    return {
      versions: [known.version, ...versions],
      result: {
        asOf,
        version: result.version,
        rows: rows.slice(0, query.limit),
        total: result.total,
        truncated: rows.length > query.limit,
      },
    };
  });
}
