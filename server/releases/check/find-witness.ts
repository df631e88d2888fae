import type { Group, System } from './system.ts';
import type { Move, World } from './world.ts';

/**
 * How often everybody is looked at to find a state with room; how many moves may mend broken bands, and how many of
 * them in a row may leave as many broken.
 */
const PASSES = 60;
const STEPS = 40;
const PATIENCE = 12;
/** How many moves are compared in each step, and for how many steps an atom is then left alone. */
const CANDIDATES = 32;
const REST = 8;
const BETTER = -1e-9;

const NOBODY: Group = { atoms: [], horizon: -1 };

/** The cheapest of some moves; null where there is none. */
function cheapest(world: World, moves: Iterable<Move>): Move | null {
  let best: Move | null = null;
  let least = Infinity;
  for (const move of moves) {
    const cost = world.costOf(move);
    if (cost < least) {
      least = cost;
      best = move;
    }
  }
  return best;
}

/** Moves that bring a broken row back towards its band and leave the numerator of a group as it is. */
function* mending(
  world: World,
  { rows }: System,
  row: number,
  step: number,
  isFree: (move: Move) => boolean,
): Generator<Move> {
  const { atoms = [], horizon = 0 } = rows[row] ?? {};
  const out = !world.isBelow(row);
  // Another part of a large row each time: the same few people would not do.
  const first = (step * 17) % Math.max(1, atoms.length);
  let seen = 0;
  for (let index = 0; index < atoms.length && seen < CANDIDATES; index += 1) {
    const atom = atoms[(index + first) % atoms.length] ?? 0;
    for (const move of world.across(atom, horizon, out)) {
      if (!isFree(move)) continue;
      seen += 1;
      yield move;
    }
  }
}

/** Mends broken bands without changing the numerator of a group. False where it does not succeed. */
function mend(world: World, system: System, group: Group): boolean {
  const inGroup = new Set(group.atoms);
  const restsUntil = new Map<number, number>();
  let fewest = Infinity;
  let since = 0;
  for (let step = 0; world.breaks > 0; step += 1) {
    since = world.breaks < fewest ? 0 : since + 1;
    fewest = Math.min(fewest, world.breaks);
    if (step === STEPS || since > PATIENCE) return false;
    const isFree = ({ atom, from, to }: Move): boolean =>
      (restsUntil.get(atom) ?? 0) <= step &&
      !(inGroup.has(atom) && from <= group.horizon !== to <= group.horizon);
    const move = cheapest(world, mending(world, system, world.worst(), step, isFree));
    if (move === null) return false;
    world.apply(move);
    restsUntil.set(move.atom, step + REST);
  }
  return true;
}

/**
 * Brings a world to a state that breaks no band, if it can, and that leaves room on both sides of each.
 * @param settled when nothing better was found for each of the atoms, for the next time: until a row of theirs changes,
 *   nothing will be.
 */
export function center(world: World, system: System, settled: Map<number, number>): void {
  for (let pass = 0; pass < PASSES; pass += 1) {
    const mark = world.mark;
    for (const atom of system.atoms.keys()) {
      if (!world.isChanged(atom, settled.get(atom) ?? -1)) continue;
      const before = world.mark;
      for (let horizon = 0; horizon < system.horizons; horizon += 1) {
        for (const out of [true, false]) {
          const move = cheapest(world, world.across(atom, horizon, out));
          if (move !== null && world.costOf(move) < BETTER) world.apply(move);
        }
      }
      if (world.mark === before) settled.set(atom, world.now);
    }
    if (world.mark === mark) break;
  }
  mend(world, system, NOBODY);
}

/** Whether a state was found, or else which bands stood in the way: of the group itself, and at the end. */
export interface Search {
  readonly found: boolean;
  readonly inTheWay: readonly number[];
}

/**
 * Looks for a state that breaks no band and in which a group's numerator is `target`. The world is left as it was.
 * @returns whether it found one: then nobody who knows all that is published can exclude that numerator.
 */
export function searchFor(world: World, system: System, group: Group, target: number): Search {
  const { mark } = world;
  let left = target - world.numerator(group.atoms, group.horizon);
  const out = left < 0;
  const moves = (): Move[] =>
    group.atoms.flatMap((atom) => [...world.across(atom, group.horizon, out)]);
  for (; left !== 0; left += out ? 1 : -1) {
    const move = cheapest(world, moves());
    if (move === null) break;
    world.apply(move);
  }
  const first = world.brokenRows();
  const found = left === 0 && mend(world, system, group);
  const inTheWay = found ? [] : [...first, ...world.brokenRows()];
  world.undoTo(mark);
  return { found, inTheWay };
}
