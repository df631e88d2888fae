import type { Day } from '../../domain/dates.ts';
import type { DimensionId } from '../../domain/dimensions.ts';
import type { MetricId } from '../../domain/metrics/registry.ts';
import { HIRES_DIVIDED_BY, RELEASED_METRICS } from '../../domain/releases/released-metrics.ts';
import type { Scope } from '../../domain/scope.ts';
import type { Aggregator, Cell, KeyValue } from '../store/ports.ts';
import type { CountedPerson, PeopleReader } from '../store/release-ports.ts';
import { CUT_IDS, CUTS, yearsOf, type Calendar, type CutId } from './cuts.ts';
import { rateOf } from './figures.ts';
import { MEMBER_MEASURES } from './members.ts';
import { readGroups, type Groups } from './read-groups.ts';

export type HolderKind = 'school' | 'college';

/** Hires of the last three years by one more dimension, of each school or college. */
export type Divided = ReadonlyMap<number, { readonly value: KeyValue; readonly count: number }[]>;

/** Everything a release is made of, as the data were at one version. */
export interface Everything {
  readonly asOf: Day;
  readonly calendar: Calendar;
  readonly people: readonly CountedPerson[];
  /** Colleges with the schools that they belong to. */
  readonly colleges: readonly { readonly id: number; readonly school: number }[];
  groups(metric: MetricId, holder: HolderKind, cut: CutId): Groups;
  divided(by: (typeof HIRES_DIVIDED_BY)[number], holder: HolderKind): Divided;
}

export interface ReleaseSources {
  readonly aggregator: Aggregator;
  readonly people: PeopleReader;
  readonly scope: Scope;
}

/** Days until a metric's figures of a graduation year are complete; null where it need not wait. */
export function horizonOf(id: MetricId): number | null {
  return rateOf(id)?.rate.horizon ?? null;
}

const HORIZONS = [...new Set(RELEASED_METRICS.map(horizonOf))];
const HOLDERS: readonly HolderKind[] = ['school', 'college'];

function dividedOf(cells: readonly Cell[]): Divided {
  const divided = new Map<number, { value: KeyValue; count: number }[]>();
  for (const { key, measures } of cells) {
    const [id, value = null] = key;
    if (typeof id !== 'number') continue;
    divided.set(id, [...(divided.get(id) ?? []), { value, count: measures.hires ?? 0 }]);
  }
  return divided;
}

/**
 * Reads all that a release needs from the engine.
 * @returns the versions of the data that were seen, to be read again where they differ.
 */
export async function readEverything({
  aggregator,
  people: reader,
  scope,
}: ReleaseSources): Promise<{ versions: number[]; result: Everything }> {
  const { usualAsOf: asOf, version } = await aggregator.snapshot();
  const versions = [version];
  const { people, version: peopleVersion } = await reader.people(asOf, MEMBER_MEASURES);
  versions.push(peopleVersion);
  const latest = people.reduce((most, { year }) => Math.max(most, year), 0);
  const calendar = { asOf, latest };

  const groups = new Map<string, Groups>();
  const name = (horizon: number | null, holder: HolderKind, cut: CutId): string =>
    `${horizon} ${holder} ${cut}`;
  for (const horizon of HORIZONS) {
    const metrics = RELEASED_METRICS.filter((id) => horizonOf(id) === horizon);
    const measures = metrics.flatMap((id) => rateOf(id)?.rate.people ?? []);
    for (const cut of CUT_IDS) {
      const { dimension, ofColleges } = CUTS[cut];
      for (const holder of ofColleges ? HOLDERS : HOLDERS.slice(0, 1)) {
        const years = yearsOf(cut, calendar, horizon);
        const query = { holder, dimension, years, metrics, measures, asOf, scope };
        const answer = await readGroups(aggregator, query);
        versions.push(...answer.versions);
        groups.set(name(horizon, holder, cut), answer.groups);
      }
    }
  }

  const count = async (by: readonly DimensionId[]): Promise<Cell[]> => {
    const years = yearsOf('recent', calendar, null);
    const where = years === null ? {} : { year: [years] };
    const answer = await aggregator.aggregate({ by, where, asOf, scope, measures: ['hires'] });
    versions.push(answer.version);
    return answer.cells.filter(({ measures }) => (measures.hires ?? 0) > 0);
  };
  const divided = new Map<string, Divided>();
  for (const by of HIRES_DIVIDED_BY)
    for (const holder of HOLDERS)
      divided.set(`${by} ${holder}`, dividedOf(await count([holder, by])));

  const belonging = await aggregator.aggregate({
    by: ['school', 'college'],
    where: {},
    asOf,
    scope,
    measures: ['hires', 'graduates'],
  });
  versions.push(belonging.version);
  const colleges = belonging.cells.flatMap(({ key: [school, id] }) =>
    typeof school === 'number' && typeof id === 'number' ? [{ id, school }] : [],
  );
  return {
    versions,
    result: {
      asOf,
      calendar,
      people,
      colleges,
      groups: (metric, holder, cut) =>
        groups.get(name(horizonOf(metric), holder, cut)) ?? new Map(),
      divided: (by, holder) => divided.get(`${by} ${holder}`) ?? new Map(),
    },
  };
}
