import { center, isPossible } from './find-witness.ts';
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

/** Whether somebody who knows all that is published is left with enough possible numerators of a group. */
function isSafe(world: World, system: System, group: SmallGroup, { possible }: CheckLimits): boolean {
  const { people } = group;
  const now = world.numerator(group.atoms, group.horizon);
  const needed = Math.min(people + 1, possible);
  const others = Array.from({ length: people + 1 }, (_, numerator) => numerator)
    .filter((numerator) => numerator !== now)
    .toSorted((a, b) => Math.abs(a - now) - Math.abs(b - now));
  let found = 1;
  for (const [tried, target] of others.entries()) {
    if (found >= needed || found + others.length - tried < needed) break;
    if (isPossible(world, system, group, target)) found += 1;
  }
  return found >= needed;
}

/**
 * Plays the attacker against published bands, and takes bands back until nobody can be found out.
 *
 * A group is safe where states of everybody were found that break no band and in which its numerator differs: all of
 * them where the group has one or two people, three otherwise. Such a state is a proof, whatever the attacker computes;
 * that none was found is none, so at worst a band too many is taken back.
 * @param isFixed whether a row was published before, so that taking it back is of no use.
 * @param sizes people of each row, by which the smallest is chosen.
 * @returns the rows that must not be published, and how many groups stay unsafe by what was published before.
 */
export function checkGroups(
  system: System,
  groups: readonly SmallGroup[],
  limits: CheckLimits,
  { isFixed, sizes }: { readonly isFixed: (row: number) => boolean; readonly sizes: readonly number[] },
): { readonly withheld: readonly number[]; readonly unsafe: number } {
  const world = new World(system);
  const withheld: number[] = [];
  const withhold = (row: number): void => {
    world.release(row);
    withheld.push(row);
  };
  center(world, system);
  // Bands that no state was found for together: none could be vouched for.
  for (let row = world.worst(); row >= 0; row = world.worst()) {
    if (isFixed(row)) world.release(row);
    else withhold(row);
    center(world, system);
  }

  const rowsOf: number[][] = system.atoms.map(() => []);
  for (const [row, { atoms }] of system.rows.entries())
    for (const atom of atoms) rowsOf[atom]?.push(row);
  const smallestOver = (group: Group): number | null => {
    const over = [...new Set(group.atoms.flatMap((atom) => rowsOf[atom] ?? []))].filter(
      (row) => world.isActive(row) && !isFixed(row),
    );
    if (over.length === 0) return null;
    return over.reduce((best, row) => ((sizes[row] ?? 0) < (sizes[best] ?? 0) ? row : best));
  };

  let unsafe = 0;
  for (const group of groups) {
    while (!isSafe(world, system, group, limits)) {
      const row = smallestOver(group);
      if (row === null) {
        unsafe += 1;
        break;
      }
      withhold(row);
    }
  }
  return { withheld, unsafe };
}
