import type { YearRange } from '../../domain/filters.ts';
import type { SmallGroup } from './check/check-groups.ts';
import type { Row } from './check/system.ts';
import type { PlacedAtom } from './build-system.ts';

const DIVIDED_BY = ['college', 'major', 'year', 'degree'] as const;

/** Every choice of some of the dimensions, none and all of them included. */
const CHOICES = Array.from({ length: 2 ** DIVIDED_BY.length }, (_, bits) =>
  DIVIDED_BY.filter((_dimension, index) => (bits & (2 ** index)) > 0),
);

/**
 * The groups of few people that somebody may want to find out about: everybody who shares any of school, college,
 * major, graduation year and degree (every cell of the tables, published or not, is among them, and so is every
 * intersection of cells), of the last three years too; what is left of such a group without one of its parts, or
 * without all that are large; the same over all schools, and over all but one; and who came to a figure, or left it,
 * since an earlier release.
 * @param recent the last three years of each rate.
 * @param successors rows of earlier releases with those of the same figure now.
 * @param most people of the largest group.
 * @returns each group once, the smallest first.
 */
export function smallGroups(
  atoms: readonly PlacedAtom[],
  recent: readonly YearRange[],
  successors: readonly (readonly [Row, Row])[],
  most: number,
): SmallGroup[] {
  const found = new Map<string, SmallGroup>();
  const sizeOf = (members: readonly number[]): number =>
    members.reduce((sum, atom) => sum + (atoms[atom]?.people ?? 0), 0);
  const add = (members: readonly number[], horizon: number): void => {
    const people = sizeOf(members);
    if (people === 0 || people > most) return;
    const sorted = members.toSorted((a, b) => a - b);
    found.set(`${horizon} ${sorted.join()}`, { atoms: sorted, horizon, people });
  };
  const without = (all: readonly number[], part: readonly number[]): number[] => {
    const out = new Set(part);
    return all.filter((atom) => !out.has(atom));
  };
  const divided = (members: readonly number[], key: (atom: PlacedAtom) => unknown): number[][] => {
    const parts = new Map<string, number[]>();
    for (const member of members) {
      const atom = atoms[member];
      if (atom === undefined) continue;
      const name = JSON.stringify(key(atom));
      const part = parts.get(name);
      if (part === undefined) parts.set(name, [member]);
      else part.push(member);
    }
    return [...parts.values()];
  };

  for (const [horizon, { from, to }] of recent.entries()) {
    const all = [...atoms.keys()].filter((index) => (atoms[index]?.reach ?? 0) > horizon);
    for (const atom of all) add([atom], horizon);
    const present = all.filter((index) => atoms[index]?.isFormer === false);
    const lookInto = (members: readonly number[]): void => {
      const total = sizeOf(members);
      add(members, horizon);
      if (total <= most) return;
      for (const dimension of DIVIDED_BY) {
        const parts = divided(members, ({ place }) => place[dimension]);
        for (const part of parts)
          if (total - sizeOf(part) <= most) add(without(members, part), horizon);
        add(parts.filter((part) => sizeOf(part) <= most).flat(), horizon);
      }
    };
    const isRecent = ({ place }: PlacedAtom): boolean => place.year >= from && place.year <= to;
    for (const choice of CHOICES) {
      const key = ({ place }: PlacedAtom) => choice.map((dimension) => place[dimension]);
      for (const group of divided(present, (atom) => [atom.place.school, ...key(atom)])) {
        lookInto(group);
        if (choice.includes('year')) continue;
        for (const part of divided(group, isRecent)) lookInto(part);
      }
      if (choice.length === 1 && choice[0] !== 'college') {
        for (const group of divided(present, key)) {
          add(group, horizon);
          for (const own of divided(group, ({ place }) => place.school))
            add(without(group, own), horizon);
        }
      }
    }
  }
  for (const [before, now] of successors) {
    add(without(now.atoms, before.atoms), now.horizon);
    add(without(before.atoms, now.atoms), now.horizon);
  }
  return [...found.entries()]
    .toSorted(([a, one], [b, other]) => one.people - other.people || (a < b ? -1 : 1))
    .map(([, group]) => group);
}
