import type { YearRange } from '../../domain/filters.ts';
import type { Band } from '../../domain/releases/bands.ts';
import type { SmallGroup } from './check/check-groups.ts';
import type { Atom, Row, System } from './check/system.ts';
import { isIn, type CellPeople, type Place } from './cell.ts';
import { markOf, type PastRelease } from './evidence.ts';
import type { Member } from './members.ts';
import { smallGroups } from './small-groups.ts';

/** A band that is to be published. */
export interface Candidate {
  readonly id: string;
  readonly people: CellPeople;
  readonly horizon: number;
  readonly band: Band;
  readonly n: number;
}

/** Some people whom nothing tells apart, while the system is built. */
export interface PlacedAtom {
  readonly place: Place;
  readonly reach: number;
  readonly lostIn: number;
  /** Rows of earlier releases that count them. */
  readonly past: readonly number[];
  /** Whether they are people as an earlier release saw them, who have changed or gone since. */
  readonly isFormer: boolean;
  people: number;
  readonly events: number[];
  readonly lost: number[];
}

interface PastRow {
  readonly id: string;
  readonly release: number;
  readonly people: CellPeople;
  readonly horizon: number;
  readonly band: Band;
}

/** Bands that deans have seen: the withdrawn ones too. */
function pastRows(family: string, past: readonly PastRelease[]): PastRow[] {
  return past.flatMap(({ id: release, evidence }) =>
    (evidence.families[family]?.cells ?? []).flatMap(({ id, people, horizon, figure }) =>
      figure.low === undefined || figure.high === undefined
        ? []
        : [{ id, release, people, horizon, band: { low: figure.low, high: figure.high } }],
    ),
  );
}

/** Whether a person's part in every figure of an earlier release is what it would be now. */
function isUnchanged(now: Member | undefined, before: Member): now is Member {
  if (now === undefined || now.reach < before.reach) return false;
  return Array.from({ length: before.reach }, (_, horizon) => horizon).every(
    (horizon) => markOf(now, horizon) === markOf(before, horizon),
  );
}

function gatherAtoms(
  family: string,
  horizons: number,
  members: readonly Member[],
  past: readonly PastRelease[],
  rows: readonly PastRow[],
): PlacedAtom[] {
  const atoms = new Map<string, PlacedAtom>();
  const add = (
    { place, reach, lostIn, event, lost }: Member,
    rowsIn: number[],
    former: number,
  ): void => {
    const { school, college, major, year, degree } = place;
    const key = JSON.stringify([
      school,
      college,
      major,
      year,
      degree,
      reach,
      lostIn,
      rowsIn,
      former,
    ]);
    const atom = atoms.get(key) ?? {
      place,
      reach,
      lostIn,
      past: rowsIn,
      isFormer: former > 0,
      people: 0,
      events: Array.from({ length: horizons }, () => 0),
      lost: Array.from({ length: horizons }, () => 0),
    };
    atoms.set(key, atom);
    atom.people += 1;
    if (event >= 0) atom.events[event] = (atom.events[event] ?? 0) + 1;
    if (lost >= 0) atom.lost[lost] = (atom.lost[lost] ?? 0) + 1;
  };
  const rowsOf = (release: number, { place, reach }: Member): number[] =>
    rows.flatMap((row, index) =>
      row.release === release && row.horizon < reach && isIn(place, row.people) ? [index] : [],
    );

  const now = new Map(members.map((one) => [one.identity, one]));
  const kept = new Map<string, number[]>();
  for (const { id, evidence } of past) {
    for (const before of evidence.families[family]?.members ?? []) {
      const counted = rowsOf(id, before);
      if (counted.length === 0) continue;
      const same = now.get(before.identity);
      if (isUnchanged(same, before))
        kept.set(before.identity, [...(kept.get(before.identity) ?? []), ...counted]);
      else add(before, counted, id);
    }
  }
  for (const one of members) add(one, kept.get(one.identity) ?? [], 0);
  return [...atoms.values()];
}

/** Everything published of a family, with the people it is of, and the groups of few among them. */
export interface BuiltSystem {
  readonly system: System;
  readonly groups: readonly SmallGroup[];
  /** The candidates' rows come after those of earlier releases. */
  readonly firstCandidate: number;
  /** Whether a row was told before, of the same people: taking it back is of no use. */
  readonly isKnown: (row: number) => boolean;
  readonly sizes: readonly number[];
}

/**
 * What somebody can know of a family of rates once the candidates are published, earlier releases included.
 * @param limits the last three years of each rate of the family, or of those whose groups are wanted where `horizons`
 *   says of how many rates it is; and the largest group of people to be looked after.
 */
export function buildSystem(
  family: string,
  members: readonly Member[],
  candidates: readonly Candidate[],
  past: readonly PastRelease[],
  limits: {
    readonly recent: readonly YearRange[];
    readonly horizons?: number;
    readonly smallGroup: number;
  },
): BuiltSystem {
  const { horizons = limits.recent.length } = limits;
  const before = pastRows(family, past);
  const placed = gatherAtoms(family, horizons, members, past, before);
  const oldRows = before.map(({ horizon, band }, index): Row => {
    const atoms = placed.flatMap((atom, position) => (atom.past.includes(index) ? [position] : []));
    return { atoms, horizon, band };
  });
  const newRows = candidates.map(({ people, horizon, band }): Row => {
    const atoms = placed.flatMap((atom, position) =>
      !atom.isFormer && atom.reach > horizon && isIn(atom.place, people) ? [position] : [],
    );
    return { atoms, horizon, band };
  });
  const atoms = placed.map(({ people, reach, lostIn, events, lost }): Atom => ({
    people,
    reach,
    lostIn,
    events,
    lost,
  }));
  const rows = [...oldRows, ...newRows];
  const nameOf = ({ atoms: of, horizon, band }: Row): string => JSON.stringify([of, horizon, band]);
  const told = new Set(oldRows.map(nameOf));
  const isKnown = (row: number): boolean => {
    const found = rows[row];
    return found !== undefined && told.has(nameOf(found));
  };
  const ids = [...before.map(({ id }) => id), ...candidates.map(({ id }) => id)];
  const sizes = rows.map((row) =>
    row.atoms.reduce((sum, atom) => sum + (atoms[atom]?.people ?? 0), 0),
  );
  const successors = oldRows.flatMap((row, index) => {
    const next = newRows[ids.indexOf(ids[index] ?? '', oldRows.length) - oldRows.length];
    return next === undefined ? [] : [[row, next] as const];
  });
  return {
    system: { horizons, atoms, rows },
    groups: smallGroups(placed, limits.recent, successors, limits.smallGroup),
    firstCandidate: oldRows.length,
    isKnown,
    sizes,
  };
}
