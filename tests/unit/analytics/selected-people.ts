import type { Day } from '../../../domain/dates.ts';
import { DIMENSION_IDS, type DimensionId } from '../../../domain/dimensions.ts';
import type { Filters } from '../../../domain/filters.ts';
import type { Hire } from '../../../domain/records/hire.ts';
import type { KeyValue, Selection } from '../../../server/store/ports.ts';
import { personOf, type Entries, type Person } from '../../support/brute-force.ts';
import { latestCohorts, planFacts } from '../../support/plain-supply.ts';
import type { Supply } from '../../support/random-supply.ts';
import type { Group, Values } from './expected-values.ts';

/** Whether a person passes filters: OR within a dimension, AND across. */
function passes({ dimensions }: { readonly dimensions: Values }, where: Filters): boolean {
  return DIMENSION_IDS.every((id) => {
    const wanted = where[id];
    const value = dimensions[id];
    return (
      wanted === undefined ||
      wanted.some((item) =>
        typeof item === 'object' && item !== null
          ? typeof value === 'number' && item.from <= value && value <= item.to
          : item === value,
      )
    );
  });
}

/** Everybody who is known on a day. */
function everybodyOn(asOf: Day, hires: readonly Hire[], entries?: Entries): Person[] {
  return hires.map((hire) => personOf(hire, asOf, entries)).filter((person) => person !== null);
}

/** Those who are in a scope and pass filters. */
function selected(people: readonly Person[], { where, scope }: Selection): Person[] {
  return people
    .filter(({ dimensions }) => scope.kind === 'all' || dimensions.school === scope.schoolId)
    .filter((person) => passes(person, where));
}

/** The people of a selection, in and out of its scope and filters. */
export function peopleOf(
  hires: readonly Hire[],
  selection: Selection,
  entries?: Entries,
): Person[] {
  return selected(everybodyOn(selection.asOf, hires, entries), selection);
}

/** The graduation year that a key or a filter pins a group to. */
function seasonOf(key: readonly KeyValue[], by: readonly DimensionId[], where: Filters) {
  const inKey = key[by.indexOf('year')];
  if (typeof inKey === 'number') return inKey;
  const years = new Set<number>();
  for (const range of where.year ?? []) {
    if (range === null) return null;
    for (let year = range.from; year <= range.to; year += 1) years.add(year);
  }
  const [only, ...others] = years;
  return only !== undefined && others.length === 0 ? only : null;
}

/** The people of each text, in their order. */
function byText(
  people: readonly Person[],
  textOf: (one: Person) => string,
): ReadonlyMap<string, Person[]> {
  const found = new Map<string, Person[]>();
  for (const one of people) {
    const text = textOf(one);
    const known = found.get(text);
    if (known === undefined) found.set(text, [one]);
    else known.push(one);
  }
  return found;
}

/** By what each of the other facts can be asked. */
const COHORTS_HAVE: readonly string[] = ['school', 'college', 'major', 'family', 'year', 'degree'];
const PLANS_HAVE: readonly string[] = ['major', 'family', 'year', 'degree', 'department'];

/**
 * The groups of a selection by JSON of their key; the total stands under `total`. Where counts and plans can be asked
 * so, they make groups too.
 * @param seenTo the last day of the counts that are seen; null for every day.
 */
export function groupsOf(
  hires: readonly Hire[],
  selection: Selection,
  supply: Supply = { cohorts: [], plans: [] },
  seenTo: Day | null = null,
  entries?: Entries,
): Map<string, Group> {
  const { by, where, asOf, scope } = selection;
  const everybody = everybodyOn(asOf, hires, entries);
  const people = selected(everybody, selection);
  const { school: _, ...otherFilters } = where;
  const everywhere = selected(everybody, { ...selection, where: otherFilters });
  const others = by.filter((id) => id !== 'school');
  const ofLeavers = (ids: readonly string[]) =>
    ids.some((id) => id === 'leave_type' || id === 'leave_year' || id === 'outcome');
  const filtered = DIMENSION_IDS.filter((id) => where[id] !== undefined);
  const families =
    entries === undefined ? null : new Map(entries.majors.map(({ id, family }) => [id, family]));
  const family =
    families === null ? undefined : (id: number | null) => families.get(id ?? 0) ?? null;
  const cohorts = latestCohorts(supply.cohorts, seenTo, family);
  const plans = planFacts(supply.plans, family);
  const isSelected = (dimensions: Values): boolean =>
    (scope.kind === 'all' || dimensions.school === scope.schoolId) && passes({ dimensions }, where);
  const common = {
    asOf,
    everybody,
    cohorts,
    plans,
    scoped: scope.kind !== 'all',
  };
  const total: Group = {
    ...common,
    people,
    allSchools: everywhere,
    season: seasonOf([], [], where),
    isOneSchool: false,
    ofLeavers: ofLeavers(Object.keys(where)),
    holds: isSelected,
    asked: new Set(filtered),
  };
  const groups = new Map<string, Group>([['total', total]]);
  if (by.length === 0) groups.set('[]', total);
  const asked = [...by, ...filtered];
  const within = (has: readonly string[]): boolean => asked.every((id) => has.includes(id));
  const members: { readonly dimensions: Values }[] = [
    ...people,
    ...(within(COHORTS_HAVE) ? cohorts : []),
    ...(within(PLANS_HAVE) && scope.kind === 'all' ? plans : []),
  ].filter(({ dimensions }) => isSelected(dimensions));
  const keyed = (values: Values, ids: readonly DimensionId[]): string =>
    JSON.stringify(ids.map((id) => values[id] ?? null));
  const peopleByKey = byText(people, ({ dimensions }) => keyed(dimensions, by));
  const everywhereByPlace = byText(everywhere, ({ dimensions }) => keyed(dimensions, others));
  for (const { dimensions } of members) {
    const key = by.map((id) => dimensions[id] ?? null);
    const id = JSON.stringify(key);
    if (groups.has(id)) continue;
    groups.set(id, {
      ...common,
      people: peopleByKey.get(id) ?? [],
      allSchools: everywhereByPlace.get(keyed(dimensions, others)) ?? [],
      season: seasonOf(key, by, where),
      isOneSchool: by.includes('school'),
      ofLeavers: ofLeavers([...by, ...Object.keys(where)]),
      holds: (values) => isSelected(values) && keyed(values, by) === id,
      asked: new Set(asked),
    });
  }
  return groups;
}
