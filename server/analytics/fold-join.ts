import type { DimensionId } from '../../domain/dimensions.ts';
import { fixedDay, type Day } from '../../domain/dates.ts';
import type { Filters } from '../../domain/filters.ts';
import type { Join, JoinedSums } from '../../domain/joins.ts';
import { isLeastDegree, leastDegreesMet } from '../../domain/records/least-degree.ts';
import type { Cell, KeyValue } from '../store/ports.ts';

/** The cells of both sides of a join, finer than any group that is asked for. */
export interface JoinCells {
  readonly join: Join;
  /** The dimensions of the cells' keys. */
  readonly dimensions: readonly DimensionId[];
  readonly of: readonly Cell[];
  readonly per: readonly Cell[];
}

interface Group {
  readonly key: readonly KeyValue[];
  sums: JoinedSums;
  /** What each cell of `per` stands for, and how often; and the same with its loose dimensions left open. */
  readonly places: { readonly place: string; readonly value: number }[];
  readonly covered: Set<string>;
  readonly loosely: Set<string>;
  readonly met: Set<string>;
}

const NOTHING: JoinedSums = {
  of: 0,
  per: 0,
  cells: 0,
  open: 0,
  unmet: 0,
  absent: true,
  undated: 0,
  unplaced: 0,
  undivided: false,
};

/** Any value, in a place of which a part is left open. */
const ANY = '*';

/** Every list made by taking one of the alternatives at each position. */
function combinations(alternatives: readonly (readonly KeyValue[])[]): KeyValue[][] {
  return alternatives.reduce<KeyValue[][]>(
    (lists, options) => lists.flatMap((list) => options.map((option) => [...list, option])),
    [[]],
  );
}

/**
 * What a join amounts to in each group: cell by cell, where both sides have it.
 * @param by the groups' dimensions, among those of the cells.
 * @param where the filters of the question; the cells of `of` may also hold people who are blank in a loose
 *   dimension of it, since they may belong.
 * @returns a look-up by group key in the order of `by`.
 */
export function foldJoin(
  { join, dimensions, of, per }: JoinCells,
  by: readonly DimensionId[],
  where: Filters,
  asOf: Day,
): (key: readonly KeyValue[]) => JoinedSums {
  const value = (cell: Cell, id: DimensionId): KeyValue => cell.key[dimensions.indexOf(id)] ?? null;
  const isAsked = (id: DimensionId): boolean => by.includes(id) || where[id] !== undefined;
  const isOpen = (cell: Cell): boolean =>
    join.mature && asOf < fixedDay(Number(value(cell, 'year')), 12, 31);

  const keyOf = (cell: Cell): KeyValue[] => by.map((id) => value(cell, id));
  const openKeyOf = (key: readonly KeyValue[]): string =>
    JSON.stringify(by.map((id, index) => (join.loose.includes(id) ? ANY : key[index])));
  /** What a cell of `per` stands for; and every such place that a cell of `of` belongs to. */
  const placeOf = (cell: Cell): string => JSON.stringify(join.key.map((id) => value(cell, id)));
  const looselyOf = (cell: Cell): string =>
    JSON.stringify(join.key.map((id) => (join.loose.includes(id) ? ANY : value(cell, id))));
  const placesOf = (cell: Cell, loose: boolean): string[] =>
    combinations(
      join.key.map((id) => {
        const own = value(cell, id);
        if (loose && join.loose.includes(id)) return [ANY];
        if (own === null || !join.undivided.includes(id)) return [own];
        return id === 'degree' ? [own, ...leastDegreesMet(own), null] : [own, null];
      }),
    ).map((place) => JSON.stringify(place));

  const groups = new Map<string, Group>();
  const groupOf = (cell: Cell): Group => {
    const key = keyOf(cell);
    const id = JSON.stringify(key);
    const known = groups.get(id);
    if (known !== undefined) return known;
    const sums = { ...NOTHING };
    const made = { key, sums, places: [], covered: new Set<string>() };
    const group: Group = { ...made, loosely: new Set(), met: new Set() };
    groups.set(id, group);
    return group;
  };

  const undivided = join.undivided.filter(
    (id) => isAsked(id) || (id === 'major' && isAsked('family')),
  );
  for (const cell of per) {
    const group = groupOf(cell);
    const isWhole = undivided.some((id) => {
      const own = value(cell, id);
      return own === null || (id === 'degree' && isLeastDegree(own));
    });
    const open = isOpen(cell);
    group.sums = {
      ...group.sums,
      undivided: group.sums.undivided || isWhole,
      open: group.sums.open + Number(open),
    };
    if (open) continue;
    group.places.push({ place: placeOf(cell), value: cell.measures[join.per] ?? 0 });
    group.covered.add(placeOf(cell));
    group.loosely.add(looselyOf(cell));
  }

  const alike = new Map<string, Group[]>();
  for (const group of groups.values()) {
    const id = openKeyOf(group.key);
    alike.set(id, [...(alike.get(id) ?? []), group]);
  }
  for (const cell of of) {
    const count = cell.measures[join.of];
    if (count === undefined || isOpen(cell)) continue;
    const isOutside = join.loose.some(
      (id) => where[id]?.some((one) => one === null) === false && value(cell, id) === null,
    );
    const own = isOutside ? undefined : groups.get(JSON.stringify(keyOf(cell)));
    const places =
      own === undefined ? [] : placesOf(cell, false).filter((one) => own.covered.has(one));
    if (own !== undefined) {
      const isIn = places.length > 0;
      const undated = join.undated === null ? 0 : (cell.measures[join.undated] ?? 0);
      own.sums = {
        ...own.sums,
        absent: false,
        of: own.sums.of + (isIn ? count : 0),
        undated: own.sums.undated + (isIn ? undated : 0),
      };
      for (const place of places) own.met.add(place);
    }
    const isBlank = join.loose.some(
      (id) => (join.key.includes(id) || isAsked(id)) && value(cell, id) === null,
    );
    if (!isBlank || count === 0) continue;
    const looseKey = join.key.some((id) => join.loose.includes(id) && value(cell, id) === null);
    for (const group of alike.get(openKeyOf(keyOf(cell))) ?? []) {
      if (group === own && places.length > 0) continue;
      const mayBeIn = by.every((id, index) => {
        const mine = value(cell, id);
        return mine === group.key[index] || (mine === null && join.loose.includes(id));
      });
      const known = looseKey ? group.loosely : group.covered;
      if (!mayBeIn || !placesOf(cell, looseKey).some((one) => known.has(one))) continue;
      group.sums = { ...group.sums, unplaced: group.sums.unplaced + count };
    }
  }

  for (const group of groups.values()) {
    const counted = group.places.filter(({ place }) => !join.bothSides || group.met.has(place));
    group.sums = {
      ...group.sums,
      per: counted.reduce((sum, one) => sum + one.value, 0),
      cells: counted.length,
      unmet: group.places.length - counted.length,
    };
  }
  return (key) => groups.get(JSON.stringify(key))?.sums ?? NOTHING;
}
