import { center, searchFor } from './find-witness.ts';
import type { Group, System } from './system.ts';
import { World } from './world.ts';

export interface CheckLimits {
  /** The largest group that is looked after, and how many numerators each must keep. */
  readonly smallGroup: number;
  readonly possible: number;
}

/** A group of few people with how many they are. */
export interface SmallGroup extends Group {
  readonly people: number;
}

/** The numerators of each group that were found possible, as bits. */
class Found {
  private readonly bits: Uint16Array;
  private readonly world: World;
  private readonly groups: readonly SmallGroup[];
  private readonly possible: number;

  constructor(world: World, groups: readonly SmallGroup[], possible: number) {
    this.world = world;
    this.groups = groups;
    this.possible = possible;
    this.bits = new Uint16Array(groups.length);
  }

  /** Notes the numerator of a group as the world is now. */
  note(index: number): void {
    const group = this.groups[index];
    if (group !== undefined) this.add(index, this.world.numerator(group.atoms, group.horizon));
  }

  has(index: number, numerator: number): boolean {
    return (((this.bits[index] ?? 0) >> numerator) & 1) === 1;
  }

  add(index: number, numerator: number): void {
    this.bits[index] = (this.bits[index] ?? 0) | (1 << numerator);
  }

  /** How many numerators a group still lacks to be safe. */
  lacking(index: number): number {
    const people = this.groups[index]?.people ?? 0;
    let found = 0;
    for (let numerator = 0; numerator <= people; numerator += 1)
      if (this.has(index, numerator)) found += 1;
    return Math.min(people + 1, this.possible) - found;
  }
}

/**
 * Tells the lives of a group's members differently, one after the other as long as no band breaks, out of the
 * numerator and into it: where bands leave some room, that is all it takes.
 */
function tryMembers(world: World, found: Found, index: number, group: SmallGroup): void {
  for (const out of [true, false]) {
    const { mark } = world;
    for (const atom of group.atoms) {
      while (found.lacking(index) > 0) {
        const [move] = world.across(atom, group.horizon, out);
        if (move === undefined) break;
        const before = world.mark;
        world.apply(move);
        if (world.breaks > 0) {
          world.undoTo(before);
          break;
        }
        found.note(index);
      }
    }
    world.undoTo(mark);
  }
}

/**
 * Looks for the numerators that a group lacks, the nearest first.
 * @returns the bands that stood in the way of those it did not find.
 */
function look(
  world: World,
  system: System,
  found: Found,
  index: number,
  group: SmallGroup,
): Set<number> {
  const inTheWay = new Set<number>();
  const now = world.numerator(group.atoms, group.horizon);
  const others = Array.from({ length: group.people + 1 }, (_, numerator) => numerator)
    .filter((numerator) => !found.has(index, numerator))
    .toSorted((a, b) => Math.abs(a - now) - Math.abs(b - now));
  for (const [tried, target] of others.entries()) {
    const lacking = found.lacking(index);
    if (lacking <= 0 || others.length - tried < lacking) break;
    const search = searchFor(world, system, group, target);
    if (search.found) found.add(index, target);
    else for (const row of search.inTheWay) inTheWay.add(row);
  }
  return inTheWay;
}

/**
 * Plays the attacker against published bands, and takes bands back until nobody can be found out.
 *
 * A group is safe where states of everybody were found that break no band and in which its numerator differs: all of
 * them where the group has one or two people, three otherwise. Such a state is a proof, whatever the attacker computes;
 * that none was found is none, so at worst a band too many is taken back.
 * @param isFixed whether a row was published before, so that taking it back is of no use.
 * @param sizes people of each row, by which the smallest is chosen.
 * @returns the rows that must not be published, and of how many groups too few states were found with only fixed rows
 *   left over them.
 */
export function checkGroups(
  system: System,
  groups: readonly SmallGroup[],
  limits: CheckLimits,
  {
    isFixed,
    sizes,
  }: { readonly isFixed: (row: number) => boolean; readonly sizes: readonly number[] },
): { readonly withheld: readonly number[]; readonly unsafe: number } {
  const isFree = (row: number): boolean => !isFixed(row);
  if (![...system.rows.keys()].some(isFree)) return { withheld: [], unsafe: 0 };
  const world = new World(system);
  const withheld: number[] = [];
  const withhold = (row: number): void => {
    world.release(row);
    withheld.push(row);
  };
  const settled = new Map<number, number>();
  center(world, system, settled);
  // Bands that no state was found for together: none could be vouched for.
  for (let row = world.worst(); row >= 0; row = world.worst()) {
    if (isFixed(row)) world.release(row);
    else withhold(row);
    center(world, system, settled);
  }

  const rowsOf: number[][] = system.atoms.map(() => []);
  for (const [row, { atoms }] of system.rows.entries())
    for (const atom of atoms) rowsOf[atom]?.push(row);
  // Bands of some of the people of others: these keep what is of earlier releases from giving way.
  const beside = (rows: ReadonlySet<number>): number[] => {
    const atoms = new Set([...rows].flatMap((row) => system.rows[row]?.atoms ?? []));
    return [...new Set([...atoms].flatMap((atom) => rowsOf[atom] ?? []))];
  };
  // One that stood in the way, where there is one: another would be withheld for nothing. Where only bands of earlier
  // releases are of the group's people, one that narrows these.
  const smallestOver = (group: Group, inTheWay: ReadonlySet<number>): number | null => {
    const canGo = (row: number): boolean => world.isActive(row) && isFree(row);
    const all = [...new Set(group.atoms.flatMap((atom) => rowsOf[atom] ?? []))].filter(canGo);
    const choices = [all.filter((row) => inTheWay.has(row)), all, [...inTheWay].filter(canGo)];
    const over = choices.find((rows) => rows.length > 0) ?? beside(inTheWay).filter(canGo);
    if (over.length === 0) return null;
    return over.reduce((best, row) => ((sizes[row] ?? 0) < (sizes[best] ?? 0) ? row : best));
  };

  const found = new Found(world, groups, limits.possible);
  for (const [index, group] of groups.entries()) {
    found.note(index);
    tryMembers(world, found, index, group);
  }

  let unsafe = 0;
  for (const [index, group] of groups.entries()) {
    for (;;) {
      if (found.lacking(index) <= 0) break;
      const inTheWay = look(world, system, found, index, group);
      if (found.lacking(index) <= 0) break;
      const row = smallestOver(group, inTheWay);
      if (row === null) {
        unsafe += 1;
        break;
      }
      withhold(row);
    }
  }
  return { withheld, unsafe };
}
