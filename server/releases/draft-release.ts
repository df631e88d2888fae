import type { Day } from '../../domain/dates.ts';
import { RATE_FAMILIES } from '../../domain/releases/released-metrics.ts';
import type { ReleasedPart } from '../../domain/releases/release.ts';
import type { ReleaseRules } from '../../domain/releases/rules.ts';
import { consistent } from '../analytics/consistent.ts';
import type { Directory } from '../store/ports.ts';
import { assembleParts } from './assemble-parts.ts';
import type { Evidence, PaidPerson, PastRelease, PublishedCell } from './evidence.ts';
import { isPay, rateOf } from './figures.ts';
import { membersOf } from './members.ts';
import { protectTogether } from './protect-together.ts';
import { readEverything, type Everything, type ReleaseSources } from './read-everything.ts';
import { horizonIn, repeatLast, type PeopleNow } from './repeat-last.ts';
import { protectedSlots, type Slot } from './slots.ts';

export interface DraftSources extends ReleaseSources {
  readonly directory: Pick<Directory, 'names'>;
}

/** A release as it would be published now. */
export interface ReleaseDraft {
  readonly version: number;
  readonly asOf: Day;
  readonly parts: readonly ReleasedPart[];
  readonly evidence: Evidence;
  /** How often too few states were found of a group, with nothing left to withhold: by family of rates, and by amount. */
  readonly unsafe: number;
}

export interface DraftOptions {
  readonly rules: ReleaseRules;
  /** Newest first, withdrawn ones too: they were seen. */
  readonly past: readonly PastRelease[];
  /** Leaves the checker out, so that tests can show what it is good for. */
  readonly unchecked?: boolean;
}

function peopleNow({ people, calendar }: Everything): PeopleNow {
  return {
    families: new Map(
      RATE_FAMILIES.map((family) => [family.id, membersOf(family, people, calendar)]),
    ),
    paid: people.flatMap(
      ({ identity, salary, school, college, major, year, degree }): PaidPerson[] =>
        salary === null
          ? []
          : [{ identity, place: { school, college, major, year, degree }, salary }],
    ),
  };
}

function evidenceOf(
  slots: ReadonlyMap<string, Slot>,
  now: PeopleNow,
  repeated: ReadonlyMap<string, number>,
): Evidence {
  const fresh = [...slots.values()].filter(({ said: { figure, why } }) => {
    const isTold = figure.status === 'banded' || figure.status === 'ok';
    return isTold && why === null;
  });
  const cellOf = (slot: Slot): PublishedCell => ({
    id: slot.id,
    people: slot.people,
    horizon: horizonIn(slot),
    figure: slot.said.figure,
  });
  return {
    families: Object.fromEntries(
      RATE_FAMILIES.map(({ id }) => [
        id,
        {
          members: now.families.get(id) ?? [],
          cells: fresh.filter(({ metric }) => rateOf(metric)?.family.id === id).map(cellOf),
        },
      ]),
    ),
    pay: { members: now.paid, cells: fresh.filter(({ metric }) => isPay(metric)).map(cellOf) },
    repeated: Object.fromEntries(repeated),
  };
}

/**
 * A release as it would be published now: every table of every school and college, protected and checked.
 * @throws AppError `conflict` where the data keeps changing meanwhile.
 */
export async function draftRelease(
  sources: DraftSources,
  { rules, past, unchecked = false }: DraftOptions,
): Promise<ReleaseDraft> {
  const { everything, version, names } = await consistent(async () => {
    const { versions, result } = await readEverything(sources);
    const found = await sources.directory.names();
    const after = await sources.aggregator.snapshot();
    return {
      versions: [...versions, after.version],
      result: { everything: result, version: after.version, names: found },
    };
  });
  const schools = names.ids('school');
  const slots = protectedSlots(everything, schools, rules);
  const now = peopleNow(everything);
  const repeated = repeatLast(slots.values(), now, past, rules);
  const { unsafe } = unchecked
    ? { unsafe: 0 }
    : protectTogether(slots, now, past, everything.calendar, rules);
  return {
    version,
    asOf: everything.asOf,
    parts: assembleParts(schools, { everything, slots, names, rules }),
    evidence: evidenceOf(slots, now, repeated),
    unsafe,
  };
}
