import type { Day } from '../../domain/dates.ts';
import type { DimensionId } from '../../domain/dimensions.ts';
import type { Filters, YearRange } from '../../domain/filters.ts';
import { DOCKING_METRICS } from '../../domain/metrics/docking.ts';
import type { MetricId } from '../../domain/metrics/registry.ts';
import { degreesFrom, isLeastDegree, type LeastDegree } from '../../domain/records/least-degree.ts';
import type { Scope } from '../../domain/scope.ts';
import type { Aggregator, KeyValue } from '../store/ports.ts';
import { resolveAsOf } from './as-of.ts';
import { consistent } from './consistent.ts';
import { couldFill, type PossibleSource } from './could-fill.ts';
import { laterYears, type LaterYears } from './later-years.ts';
import { lastComplete } from './mature-years.ts';
import { NOT_APPLICABLE } from './speaks-of-leavers.ts';
import { queryMetrics, type MetricsAnswer, type MetricsRow, type Values } from './query-metrics.ts';

const PAST = ['campus_hires', 'yield', 'retention_12m'] as const satisfies MetricId[];

/** Complete classes before that tell who comes and stays. */
const EARLIER = 3;

/** How many places of a plan are still to be filled, and what says so. */
export interface ToFill {
  readonly places: number;
  /** `gap`: the class is over; `expected`: what is foretold is taken away; `so_far`: those hired or awaited are;
   *  `plan`: the whole plan, since nothing is foretold. */
  readonly basis: 'gap' | 'expected' | 'so_far' | 'plan';
}

/** Demand and supply of a major and degree. */
export interface DockingRow {
  /** Major, degree; null for plans that name none. */
  readonly key: readonly [KeyValue, KeyValue];
  readonly values: Values;
  /** Null where nothing is planned. */
  readonly toFill: ToFill | null;
  /** Who could fill it, best first; none for plans of any major, which anybody may fill. */
  readonly sources: readonly PossibleSource[];
}

export interface Docking {
  readonly asOf: Day;
  readonly version: number;
  readonly year: number;
  /** The complete classes that yield and retention of the schools are of. */
  readonly earlier: YearRange;
  /** Whether hires of the class can be foretold; null where it is over or has begun to start. */
  readonly forecast: LaterYears['verdict'] | null;
  /** Planned majors and degrees, most places first; plans for any major last. */
  readonly rows: readonly DockingRow[];
  /** All together; a plan for any major counts once. */
  readonly total: Values;
}

interface DockingQuery {
  /** The graduating class. */
  readonly year: number;
  /** Without a year. */
  readonly where: Filters;
  readonly asOf?: Day | undefined;
  readonly scope: Scope;
}

const LARGEST = 100_000;

const planned = (values: Values): number => values['planned']?.value ?? 0;

/** Plans that name one degree are looked at degree by degree. */
const EACH = 'each';

/** Whom a plan's degree asks for: one degree, a least one and all above it, or anybody (null). */
function groupOf(degree: KeyValue | undefined): typeof EACH | LeastDegree | null {
  if (degree === null || degree === undefined) return null;
  return isLeastDegree(degree) ? degree : EACH;
}

/** Who is hired or awaited of a class, by major and degree. */
async function comingSoFar(aggregator: Aggregator, where: Filters, asOf: Day, scope: Scope) {
  const by = ['major', 'degree', 'outcome'] as const satisfies DimensionId[];
  const { cells, version } = await aggregator.aggregate({
    by,
    where,
    asOf,
    scope,
    measures: ['acceptances', 'hires'],
  });
  const sums = new Map<string, number>();
  for (const { key, measures } of cells) {
    const [major, degree, outcome] = key;
    const id = JSON.stringify([major, degree]);
    const waiting = outcome === 'waiting' ? (measures.acceptances ?? 0) : 0;
    sums.set(id, (sums.get(id) ?? 0) + (measures.hires ?? 0) + waiting);
  }
  return { version, of: (key: readonly KeyValue[]) => sums.get(JSON.stringify(key)) ?? 0 };
}

/** The rows of one major (and degree, where the plan names one), by what remains of their keys: the school. */
function ofGroup(rows: readonly MetricsRow[], key: readonly KeyValue[]): MetricsRow[] {
  return rows
    .filter((row) => key.every((value, index) => row.key[index] === value))
    .map((row) => ({ key: row.key.slice(key.length), values: row.values }));
}

/**
 * Demand against supply of one class: plans, graduates and hires by major and degree, what is still to be filled, and
 * which schools could fill it, by how many of their graduates may come and stay a year.
 * @throws AppError `invalid_input` for an as-of after the data's.
 */
export async function docking(aggregator: Aggregator, query: DockingQuery): Promise<Docking> {
  return consistent<Docking>(async () => {
    const known = await aggregator.snapshot();
    const asOf = resolveAsOf(query.asOf, known);
    const { year, where, scope } = query;
    const complete = lastComplete(asOf, 0);
    const earlierTo = Math.min(complete, year - 1);
    const earlier = { from: earlierTo - EARLIER + 1, to: earlierTo };
    const ofClass: Filters = { ...where, year: [{ from: year, to: year }] };
    const before: Filters = { ...where, year: [earlier] };
    const versions = [known.version];
    const ask = async (
      metrics: readonly MetricId[],
      by: readonly DimensionId[],
      selected: Filters,
    ): Promise<MetricsAnswer> => {
      const limit = LARGEST;
      const answer = await queryMetrics(aggregator, {
        metrics,
        by,
        where: selected,
        asOf,
        limit,
        scope,
      });
      versions.push(answer.version);
      return answer;
    };

    const demand = await ask(DOCKING_METRICS, ['major', 'degree'], ofClass);
    const isBegun = year > complete && (demand.total['campus_hires']?.value ?? 0) > 0;
    const soFar = await comingSoFar(aggregator, ofClass, asOf, scope);
    const later = await laterYears(aggregator, {
      by: ['major', 'degree'],
      where,
      asOf,
      scope,
      season: Math.max(complete, year - 1),
    });
    versions.push(soFar.version, ...later.versions);
    const levels = new Map(
      later.result.groups.map(({ key, expected }) => [JSON.stringify(key), expected]),
    );

    const toFill = ({ key, values }: MetricsRow): ToFill | null => {
      const places = planned(values);
      if (places === 0) return null;
      const gap = values['gap']?.value ?? null;
      if (gap !== null) return { places: Math.max(0, gap), basis: 'gap' };
      // People of a plan for a degree or above may be of others too: none of them is taken off it.
      const isUndivided = key.includes(null) || isLeastDegree(key[1]);
      if (isBegun && !isUndivided) {
        return { places: Math.max(0, places - soFar.of(key)), basis: 'so_far' };
      }
      const level = levels.get(JSON.stringify(key)) ?? null;
      return level === null || isUndivided
        ? { places, basis: 'plan' }
        : { places: Math.max(0, places - level), basis: 'expected' };
    };

    const rows = demand.rows.filter(({ values }) => planned(values) > 0);
    const groups = new Map(
      await Promise.all(
        [...new Set(rows.map(({ key: [, degree] }) => groupOf(degree)))].map(async (group) => {
          const by = group === EACH ? (['major', 'degree'] as const) : (['major'] as const);
          const degree = isLeastDegree(group) ? { degree: degreesFrom(group) } : {};
          const coming = await ask(['graduates'], [...by, 'school'], { ...ofClass, ...degree });
          const past = await ask(PAST, [...by, 'school'], { ...before, ...degree });
          const pool = await ask(PAST, by, { ...before, ...degree });
          return [group, { coming: coming.rows, past: past.rows, pool: pool.rows }] as const;
        }),
      ),
    );
    const sourcesOf = ({ key: [major, degree] }: MetricsRow): PossibleSource[] => {
      const group = groupOf(degree);
      const detail = groups.get(group);
      if (major === null || major === undefined || detail === undefined) return [];
      const key = group === EACH ? [major, degree ?? null] : [major];
      const [together] = ofGroup(detail.pool, key);
      return couldFill(ofGroup(detail.coming, key), ofGroup(detail.past, key), {
        yield: together?.values['yield'] ?? NOT_APPLICABLE,
        retention: together?.values['retention_12m'] ?? NOT_APPLICABLE,
      });
    };

    return {
      versions,
      result: {
        asOf,
        version: known.version,
        year,
        earlier,
        forecast: year <= complete || isBegun ? null : later.result.verdict,
        rows: rows
          .map((row): DockingRow => {
            const [major = null, degree = null] = row.key;
            return {
              key: [major, degree],
              values: row.values,
              toFill: toFill(row),
              sources: sourcesOf(row),
            };
          })
          .toSorted(
            (a, b) =>
              Number(a.key[0] === null) - Number(b.key[0] === null) ||
              (b.toFill?.places ?? 0) - (a.toFill?.places ?? 0) ||
              planned(b.values) - planned(a.values),
          ),
        total: demand.total,
      },
    };
  });
}
