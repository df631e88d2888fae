import type { Day } from '../../domain/dates.ts';
import type { DimensionId } from '../../domain/dimensions.ts';
import type { YearRange } from '../../domain/filters.ts';
import type { JoinedSums, JoinId } from '../../domain/joins.ts';
import { MEASURE_IDS, type MeasureId } from '../../domain/measures.ts';
import type { GroupFacts, Histogram } from '../../domain/metrics/evaluate.ts';
import { needsOf, type DistributionId } from '../../domain/metrics/needs.ts';
import { metric, type MetricId } from '../../domain/metrics/registry.ts';
import type { Scope } from '../../domain/scope.ts';
import { mergeHistograms, sumMeasures } from '../analytics/merge.ts';
import { readJoins } from '../analytics/read-joins.ts';
import { seasonOf } from '../analytics/season.ts';
import type { Aggregator, KeyValue, Selection } from '../store/ports.ts';

export interface GroupsQuery {
  readonly holder: 'school' | 'college';
  readonly dimension: DimensionId | null;
  readonly years: YearRange | null;
  readonly metrics: readonly MetricId[];
  /** Measures beside those of the metrics. */
  readonly measures: readonly MeasureId[];
  readonly asOf: Day;
  readonly scope: Scope;
}

/** What the metrics of each group are computed from, by school or college and by the value of the dimension. */
export type Groups = ReadonlyMap<number, ReadonlyMap<KeyValue, GroupFacts>>;

/**
 * Reads the facts of every school's or college's groups from the engine. Records without a college are in no group of
 * colleges.
 * @returns the versions of the data that were seen, and the groups; a dimension that is null has the one value null.
 */
export async function readGroups(
  aggregator: Aggregator,
  { holder, dimension, years, metrics, measures, asOf, scope }: GroupsQuery,
): Promise<{ versions: number[]; groups: Groups }> {
  const needs = metrics.map((id) => needsOf(metric(id)));
  const selection: Selection = {
    by: dimension === null ? [holder] : [holder, dimension],
    where: years === null ? {} : { year: [years] },
    asOf,
    scope,
  };
  const asked = new Set([...measures, ...needs.flatMap((need) => need.measures)]);
  const { cells, version } = await aggregator.aggregate({ ...selection, measures: [...asked] });
  const versions = [version];
  const histograms = new Map<DistributionId, Map<string, Histogram>>();
  for (const id of new Set(needs.flatMap(({ distributions }) => distributions))) {
    const answer = await aggregator.distribution(selection, id);
    versions.push(answer.version);
    const byKey = answer.groups.map(
      ({ key, histogram }) => [JSON.stringify(key), histogram] as const,
    );
    histograms.set(id, new Map(byKey));
  }
  const joinIds = new Set(needs.flatMap(({ join }) => (join === null ? [] : [join])));
  const joins = await readJoins(aggregator, selection, [...joinIds]);
  versions.push(...joins.versions);

  const groups = new Map<number, Map<KeyValue, GroupFacts>>();
  for (const { key, measures: sums } of cells) {
    const [id, value = null] = key;
    if (typeof id !== 'number') continue;
    const values = groups.get(id) ?? new Map<KeyValue, GroupFacts>();
    groups.set(id, values);
    const name = JSON.stringify(key);
    values.set(value, {
      measures: sums,
      salary: histograms.get('salary')?.get(name),
      tenure: histograms.get('tenure')?.get(name),
      joined: joins.of(key),
      season: seasonOf(key, selection),
      asOf,
    });
  }
  return { versions, groups };
}

function joinedTogether(all: readonly (JoinedSums | undefined)[]): JoinedSums {
  const sums = all.filter((one) => one !== undefined);
  const total = (field: 'of' | 'per' | 'cells' | 'open' | 'unmet' | 'undated' | 'unplaced') =>
    sums.reduce((sum, one) => sum + one[field], 0);
  return {
    of: total('of'),
    per: total('per'),
    cells: total('cells'),
    open: total('open'),
    unmet: total('unmet'),
    undated: total('undated'),
    unplaced: total('unplaced'),
    absent: sums.every(({ absent }) => absent),
    undivided: sums.some(({ undivided }) => undivided),
  };
}

/** The facts of several groups as those of one: sums first, whatever is divided later. */
export function together(groups: readonly GroupFacts[], asOf: Day): GroupFacts {
  const joinIds = new Set(groups.flatMap(({ joined }) => Object.keys(joined ?? {}) as JoinId[]));
  const seasons = new Set(groups.map(({ season }) => season));
  const merged = (id: DistributionId): Histogram =>
    mergeHistograms(groups.flatMap((group) => group[id] ?? []));
  return {
    measures: sumMeasures(groups, MEASURE_IDS),
    salary: merged('salary'),
    tenure: merged('tenure'),
    joined: Object.fromEntries(
      [...joinIds].map((id) => [id, joinedTogether(groups.map(({ joined }) => joined?.[id]))]),
    ),
    season: seasons.size === 1 ? ([...seasons][0] ?? null) : null,
    asOf,
  };
}
