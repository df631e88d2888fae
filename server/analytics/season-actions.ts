import { classesBefore, firstClassListed, type ActionListId } from '../../domain/action-lists.ts';
import type { Day } from '../../domain/dates.ts';
import type { DimensionId } from '../../domain/dimensions.ts';
import type { Filters } from '../../domain/filters.ts';
import type { MetricValue } from '../../domain/metrics/value.ts';
import type { Scope } from '../../domain/scope.ts';
import type { ActionPlace, ActionRecord, ActionSelection } from '../store/action-ports.ts';
import type { Aggregator, Directory, KeyValue } from '../store/ports.ts';
import { resolveAsOf } from './as-of.ts';
import { consistent } from './consistent.ts';
import { queryMetrics } from './query-metrics.ts';

export const COUNTED_BY = ['school', 'major', 'department'] as const satisfies DimensionId[];

export type CountedBy = (typeof COUNTED_BY)[number];

export interface SeasonActions {
  readonly asOf: Day;
  readonly version: number;
  readonly total: number;
  readonly rows: readonly ActionRecord[];
  readonly next: ActionPlace | null;
  /** How many people are on the list by school, major and department, most first. */
  readonly counts: Readonly<
    Record<CountedBy, readonly { readonly value: KeyValue; readonly count: number }[]>
  >;
  /** Of the five classes before, the share who reneged: by school, and of all. Only for those who may renege. */
  readonly past: {
    readonly bySchool: ReadonlyMap<number, MetricValue>;
    readonly all: MetricValue | null;
  };
}

interface ActionsQuestion {
  readonly list: ActionListId;
  /** The filter on years is left out: the lists speak of today, whatever class is looked at. */
  readonly where: Filters;
  readonly asOf?: Day | undefined;
  readonly scope: Scope;
  readonly limit: number;
  readonly after: ActionPlace | null;
}

async function pastReneging(
  aggregator: Aggregator,
  { where, asOf, scope, season }: ActionSelection,
): Promise<SeasonActions['past']> {
  const { rows, total } = await queryMetrics(aggregator, {
    metrics: ['renege_rate'],
    by: ['school'],
    where: { ...where, year: [classesBefore(season)] },
    asOf,
    limit: Number.POSITIVE_INFINITY,
    scope,
  });
  const bySchool = new Map<number, MetricValue>();
  for (const { key, values } of rows) {
    const [school] = key;
    const rate = values['renege_rate'];
    if (typeof school === 'number' && rate !== undefined) bySchool.set(school, rate);
  }
  return { bySchool, all: total['renege_rate'] ?? null };
}

/**
 * The people about whom something has to be done soon, most urgent first, as of the data's as-of or an earlier day.
 * @throws AppError `invalid_input` for an as-of after the data's; `conflict` where the data keeps changing.
 */
export async function seasonActions(
  { aggregator, directory }: { aggregator: Aggregator; directory: Directory },
  { list, scope, limit, after, ...question }: ActionsQuestion,
): Promise<SeasonActions> {
  return consistent(async () => {
    const known = await aggregator.snapshot();
    const asOf = resolveAsOf(question.asOf, known);
    const season = firstClassListed(asOf);
    const { year: _, ...where } = question.where;
    const selection: ActionSelection = { list, where, asOf, scope, season, knownTo: known.asOf };
    const { rows, next } = await directory.actions({ ...selection, limit, after });
    const counts = {
      school: await directory.actionCounts(selection, 'school'),
      major: await directory.actionCounts(selection, 'major'),
      department: await directory.actionCounts(selection, 'department'),
    };
    const past =
      list === 'reneging'
        ? await pastReneging(aggregator, selection)
        : { bySchool: new Map<number, MetricValue>(), all: null };
    const { version } = await aggregator.snapshot();
    const total = counts.school.reduce((sum, { count }) => sum + count, 0);
    return {
      versions: [known.version, version],
      result: { asOf, version, total, rows, next, counts, past },
    };
  });
}
