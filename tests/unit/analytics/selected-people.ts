import { DIMENSION_IDS, type DimensionId } from '../../../domain/dimensions.ts';
import type { Filters } from '../../../domain/filters.ts';
import type { Hire } from '../../../domain/records/hire.ts';
import type { KeyValue, Selection } from '../../../server/store/ports.ts';
import { personOf, type Person } from '../../support/brute-force.ts';
import type { Group } from './expected-values.ts';

/** Whether a person passes filters: OR within a dimension, AND across. */
function passes(person: Person, where: Filters): boolean {
  return DIMENSION_IDS.every((id) => {
    const wanted = where[id];
    const value = person.dimensions[id];
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

/** The people of a selection, in and out of its scope and filters. */
export function peopleOf(hires: readonly Hire[], { asOf, where, scope }: Selection): Person[] {
  return hires
    .map((hire) => personOf(hire, asOf))
    .filter((person) => person !== null)
    .filter(({ dimensions }) => scope.kind === 'all' || dimensions.school === scope.schoolId)
    .filter((person) => passes(person, where));
}

const keyOf = (person: Person, by: readonly DimensionId[]): KeyValue[] =>
  by.map((id) => person.dimensions[id]);

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

/** The groups of a selection by JSON of their key; the total stands under `total`. */
export function groupsOf(hires: readonly Hire[], selection: Selection): Map<string, Group> {
  const { by, where, asOf } = selection;
  const people = peopleOf(hires, selection);
  const { school: _, ...otherFilters } = where;
  const everywhere = peopleOf(hires, { ...selection, where: otherFilters });
  const others = by.filter((id) => id !== 'school');
  const ofLeavers = (ids: readonly string[]) =>
    ids.some((id) => id === 'leave_type' || id === 'leave_year');
  const total: Group = {
    people,
    allSchools: everywhere,
    season: seasonOf([], [], where),
    asOf,
    isOneSchool: false,
    ofLeavers: ofLeavers(Object.keys(where)),
  };
  const groups = new Map<string, Group>([['total', total]]);
  if (by.length === 0) groups.set('[]', total);
  for (const person of people) {
    const key = keyOf(person, by);
    const id = JSON.stringify(key);
    if (groups.has(id)) continue;
    const place = JSON.stringify(keyOf(person, others));
    groups.set(id, {
      people: people.filter((one) => JSON.stringify(keyOf(one, by)) === id),
      allSchools: everywhere.filter((one) => JSON.stringify(keyOf(one, others)) === place),
      season: seasonOf(key, by, where),
      asOf,
      isOneSchool: by.includes('school'),
      ofLeavers: ofLeavers([...by, ...Object.keys(where)]),
    });
  }
  return groups;
}
