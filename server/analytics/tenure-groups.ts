import type { Day } from '../../domain/dates.ts';
import type { MeasureId } from '../../domain/measures.ts';
import type { Histogram } from '../../domain/metrics/evaluate.ts';
import { needsOf } from '../../domain/metrics/needs.ts';
import { metric } from '../../domain/metrics/registry.ts';
import type { Aggregator, KeyValue, Selection } from '../store/ports.ts';
import { resolveAsOf } from './as-of.ts';
import { consistent } from './consistent.ts';
import { mergeHistograms, sumMeasures } from './merge.ts';
import { compareKeys } from './order.ts';

/** Which of the groups are asked for: all of them, those with the most people, or some by their keys. */
export type GroupChoice =
  | { readonly kind: 'all' }
  | { readonly kind: 'largest'; readonly count: number }
  | { readonly kind: 'named'; readonly keys: readonly (readonly KeyValue[])[] };

export interface TenureQuery extends Omit<Selection, 'asOf'> {
  readonly asOf?: Day | undefined;
  readonly choice: GroupChoice;
  /** Whether everybody of the selection who is in none of the chosen groups is one more group, the last. */
  readonly withOthers: boolean;
}

/** The tenures of one group. */
export interface TenureGroup {
  /** Null for everybody else. */
  readonly key: readonly KeyValue[] | null;
  readonly measures: Readonly<Partial<Record<MeasureId, number>>>;
  /** By year hired; one entry, under null, where the groups are years hired themselves. */
  readonly byYear: ReadonlyMap<KeyValue, Histogram>;
}

export interface TenureGroups {
  readonly asOf: Day;
  readonly version: number;
  /** All groups by key, the largest by size, the named as they were named; everybody else last. */
  readonly groups: readonly TenureGroup[];
  /** How many groups the selection has. */
  readonly groupsInAll: number;
}

/** What a curve needs besides the tenures themselves. */
const MEASURES = needsOf(metric('median_tenure')).measures;

const people = ({ byYear }: TenureGroup): number =>
  [...byYear.values()].reduce((sum, { counts }) => counts.reduce((all, one) => all + one, sum), 0);

/** Several groups as one. */
function together(groups: readonly TenureGroup[]): TenureGroup {
  const years = new Set(groups.flatMap(({ byYear }) => [...byYear.keys()]));
  return {
    key: null,
    measures: sumMeasures(groups, MEASURES),
    byYear: new Map(
      [...years].map((year) => [
        year,
        mergeHistograms(groups.flatMap(({ byYear }) => byYear.get(year) ?? [])),
      ]),
    ),
  };
}

function chosen(all: readonly TenureGroup[], choice: GroupChoice): TenureGroup[] {
  const ordered = all.toSorted((a, b) => compareKeys(a.key ?? [], b.key ?? []));
  switch (choice.kind) {
    case 'all':
      return ordered;
    case 'largest':
      return ordered.toSorted((a, b) => people(b) - people(a)).slice(0, choice.count);
    case 'named': {
      const byKey = new Map(all.map((group) => [JSON.stringify(group.key), group]));
      return choice.keys.map(
        (key) => byKey.get(JSON.stringify(key)) ?? { ...together([]), key, byYear: new Map() },
      );
    }
  }
}

/**
 * The tenures of the chosen groups, by year hired.
 * @throws AppError `invalid_input` for an as-of after the data's.
 */
export function readTenureGroups(
  aggregator: Aggregator,
  { choice, withOthers, ...query }: TenureQuery,
): Promise<TenureGroups> {
  return consistent(async () => {
    const known = await aggregator.snapshot();
    const asOf = resolveAsOf(query.asOf, known);
    const selection: Selection = { ...query, asOf };
    const { cells, version } = await aggregator.aggregate({ ...selection, measures: MEASURES });
    const isByYear = selection.by.includes('hire_year');
    const distribution = await aggregator.distribution(
      isByYear ? selection : { ...selection, by: [...selection.by, 'hire_year'] },
      'tenure',
    );
    const years = new Map<string, Map<KeyValue, Histogram>>();
    for (const { key, histogram } of distribution.groups) {
      const id = JSON.stringify(key.slice(0, selection.by.length));
      const byYear = years.get(id) ?? new Map<KeyValue, Histogram>();
      byYear.set(isByYear ? null : (key.at(-1) ?? null), histogram);
      years.set(id, byYear);
    }
    const all = cells.map(({ key, measures }) => ({
      key,
      measures,
      byYear: years.get(JSON.stringify(key)) ?? new Map<KeyValue, Histogram>(),
    }));
    const groups = chosen(all, choice);
    const named = new Set(groups.map(({ key }) => JSON.stringify(key)));
    const rest = all.filter(({ key }) => !named.has(JSON.stringify(key)));
    return {
      versions: [known.version, version, distribution.version],
      result: {
        asOf,
        version,
        groups: withOthers ? [...groups, together(rest)] : groups,
        groupsInAll: all.length,
      },
    };
  });
}
