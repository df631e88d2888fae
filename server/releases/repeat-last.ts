import type { ReleaseRules } from '../../domain/releases/rules.ts';
import {
  changedPeople,
  payMarks,
  rateMarks,
  type Marks,
  type PaidPerson,
  type PastRelease,
  type PublishedCell,
} from './evidence.ts';
import { isPay, rateOf, withheld } from './figures.ts';
import type { Member } from './members.ts';
import type { Slot } from './slots.ts';

/** The people whom figures count now. */
export interface PeopleNow {
  readonly families: ReadonlyMap<string, readonly Member[]>;
  readonly paid: readonly PaidPerson[];
}

/** A figure that was published before, in the release that did so first. */
interface Seen {
  readonly release: PastRelease;
  readonly cell: PublishedCell;
}

function seenOf(past: readonly PastRelease[], slot: Slot): Seen[] {
  return past.flatMap((release) => {
    const family = rateOf(slot.metric)?.family.id;
    const { cells } =
      family === undefined
        ? release.evidence.pay
        : (release.evidence.families[family] ?? { cells: [] });
    const cell = cells.find(({ id }) => id === slot.id);
    return cell === undefined ? [] : [{ release, cell }];
  });
}

function marksNow({ families, paid }: PeopleNow, { metric, people }: Slot): Marks {
  const rate = rateOf(metric);
  if (rate === null) return payMarks(paid, people);
  return rateMarks(families.get(rate.family.id) ?? [], people, rate.horizon);
}

function marksThen({ release: { evidence }, cell }: Seen, { metric }: Slot): Marks {
  const rate = rateOf(metric);
  if (rate === null) return payMarks(evidence.pay.members, cell.people);
  const members = evidence.families[rate.family.id]?.members ?? [];
  return rateMarks(members, cell.people, rate.horizon);
}

/**
 * Keeps figures whose people have hardly changed as they were published: two figures of nearly the same people would
 * tell of the few. Whether nothing changed or a little looks the same. Where the earlier one was withdrawn, or is not
 * the last, the figure is withheld.
 * @param past newest first.
 * @returns the repeated slots by id, with the release that published their figure first.
 */
export function repeatLast(
  slots: Iterable<Slot>,
  now: PeopleNow,
  past: readonly PastRelease[],
  { fewChanged }: ReleaseRules,
): Map<string, number> {
  const repeated = new Map<string, number>();
  const standing = past.find(({ isWithdrawn }) => !isWithdrawn);
  for (const slot of slots) {
    if (slot.said.figure.status !== (isPay(slot.metric) ? 'ok' : 'banded')) continue;
    const seen = seenOf(past, slot);
    if (seen.length === 0) continue;
    const marks = marksNow(now, slot);
    const origin = standing?.evidence.repeated[slot.id] ?? standing?.id;
    const last = seen.find(({ release, cell }) => release.id === origin && cell.id === slot.id);
    const changed = (one: Seen): number => changedPeople(marks, marksThen(one, slot));
    if (last !== undefined && changed(last) <= fewChanged) {
      const { figure } = last.cell;
      slot.said = { figure: { ...figure, asOf: last.release.asOf }, why: 'repeats' };
      repeated.set(slot.id, last.release.id);
    } else if (
      seen.some((one) => {
        const few = changed(one);
        return few > 0 && few <= fewChanged;
      })
    ) {
      slot.said = withheld('few_changed');
    }
  }
  return repeated;
}

/** The position of a figure's rate in its family; 0 for pay. */
export function horizonIn(slot: Slot): number {
  return rateOf(slot.metric)?.horizon ?? 0;
}
