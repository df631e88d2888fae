import { seededRandom } from './seeded-random.ts';
import type { System } from './system.ts';
import type { Move, World } from './world.ts';

/** How many moves of each atom are tried, and how often a broken band is mended by a second move. */
const MOVES_EACH = 120;
const SECOND_TRIES = 4;

/**
 * Lets a world wander through states that break no band, by one or two people at a time. The walk is the same every
 * time.
 * @param onState called after each move with the atoms that it touched.
 */
export function wander(
  world: World,
  { atoms, rows, horizons }: System,
  onState: (moved: readonly number[]) => void,
): void {
  const random = seededRandom(20_261_125);
  const below = (count: number): number => Math.floor(random() * count);
  const anyMove = (atom: number, horizon: number, out: boolean): Move | undefined => {
    const moves = [...world.across(atom, horizon, out)];
    return moves[below(moves.length)];
  };
  for (let step = atoms.length * MOVES_EACH; step > 0; step -= 1) {
    const { mark } = world;
    const first = anyMove(below(atoms.length), below(horizons), random() < 0.5);
    if (first === undefined) continue;
    world.apply(first);
    for (let tries = SECOND_TRIES; world.breaks > 0 && tries > 0; tries -= 1) {
      const row = world.worst();
      const { atoms: members = [], horizon = 0 } = rows[row] ?? {};
      const second = anyMove(members[below(members.length)] ?? 0, horizon, !world.isBelow(row));
      if (second === undefined) continue;
      const between = world.mark;
      world.apply(second);
      if (world.breaks === 0) onState([first.atom, second.atom]);
      else world.undoTo(between);
    }
    if (world.breaks > 0) world.undoTo(mark);
    else if (world.mark === mark + 1) onState([first.atom]);
  }
}
