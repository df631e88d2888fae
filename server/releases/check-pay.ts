import type { CellPeople } from './cell.ts';
import {
  changedPeople,
  payMarks,
  type Marks,
  type PaidPerson,
  type PastRelease,
} from './evidence.ts';

interface Sized {
  readonly marks: Marks;
  /** The candidate's position; null for a figure that was published before. */
  readonly candidate: number | null;
}

/** Whether cells are of the same division of the same people, so that they may make up a whole. */
function family({ holder, cut }: CellPeople): string {
  return JSON.stringify(
    holder.kind === 'college' ? ['college', cut] : [holder.kind, holder.id, cut],
  );
}

/**
 * Which figures of pay would tell of few people: two medians of groups that differ by one to `few` people, in either
 * way, tell of those people; so do a median of a group and those of its parts where all but so few of its people are
 * in the parts. Figures of earlier releases count like published ones. It looks at who is in a group and never at
 * what they are paid, so that what is withheld tells nothing either.
 * @returns the positions of the candidates to be withheld: of each pair or set, the smallest.
 */
export function checkPay(
  members: readonly PaidPerson[],
  candidates: readonly CellPeople[],
  past: readonly PastRelease[],
  few: number,
): Set<number> {
  const withheld = new Set<number>();
  const now = candidates.map((people, candidate): Sized => ({
    marks: payMarks(members, people),
    candidate,
  }));
  const before = past.flatMap(({ evidence }) =>
    evidence.pay.cells.map(({ people }): Sized => ({
      marks: payMarks(evidence.pay.members, people),
      candidate: null,
    })),
  );
  const ordered = [...now, ...before].toSorted((a, b) => a.marks.size - b.marks.size);
  for (const [index, small] of ordered.entries()) {
    for (const large of ordered.slice(index + 1)) {
      if (large.marks.size - small.marks.size > few) break;
      const out = small.candidate ?? large.candidate;
      const isStanding = [small, large].every(
        ({ candidate }) => candidate === null || !withheld.has(candidate),
      );
      if (out === null || !isStanding) continue;
      const apart = changedPeople(large.marks, small.marks);
      if (apart > 0 && apart <= few) withheld.add(out);
    }
  }
  for (const whole of now) withholdParts(whole, candidates, now, few, withheld);
  return withheld;
}

/** Withholds the smallest of a whole and its parts as long as the parts leave few of its people out. */
function withholdParts(
  { marks, candidate }: Sized,
  candidates: readonly CellPeople[],
  now: readonly Sized[],
  few: number,
  withheld: Set<number>,
): void {
  const families = new Map<string, Sized[]>();
  for (const part of now) {
    const people = part.candidate === null ? undefined : candidates[part.candidate];
    if (people === undefined || part.candidate === candidate || part.marks.size >= marks.size)
      continue;
    if (![...part.marks.keys()].every((one) => marks.has(one))) continue;
    const name = family(people);
    families.set(name, [...(families.get(name) ?? []), part]);
  }
  for (const parts of families.values()) {
    const isPublished = (one: number | null): one is number => one !== null && !withheld.has(one);
    for (;;) {
      const published = parts.filter((part) => isPublished(part.candidate));
      const left = marks.size - published.reduce((sum, part) => sum + part.marks.size, 0);
      const smallest =
        published.toSorted((a, b) => a.marks.size - b.marks.size)[0]?.candidate ?? null;
      if (left < 1 || left > few || !isPublished(candidate) || smallest === null) break;
      withheld.add(smallest);
    }
  }
}
