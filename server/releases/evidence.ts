import { gunzipSync, gzipSync } from 'node:zlib';
import type { ReleasedFigure } from '../../domain/releases/release.ts';
import { isIn, type CellPeople, type Place } from './cell.ts';
import type { Member } from './members.ts';

/** A person with pay. */
export interface PaidPerson {
  readonly identity: string;
  readonly place: Place;
  /** In minor units. */
  readonly salary: number;
}

/** A figure that a release published anew, and whose it was. */
export interface PublishedCell {
  readonly id: string;
  readonly people: CellPeople;
  /** The position of its rate in its family. */
  readonly horizon: number;
  readonly figure: ReleasedFigure;
}

/** What a release knew of its people, for later ones to be compared with. */
export interface Evidence {
  readonly families: Readonly<
    Record<
      string,
      { readonly members: readonly Member[]; readonly cells: readonly PublishedCell[] }
    >
  >;
  readonly pay: {
    readonly members: readonly PaidPerson[];
    readonly cells: readonly PublishedCell[];
  };
  /** Figures that were repeated, and the release that published them first. */
  readonly repeated: Readonly<Record<string, number>>;
}

export interface PastRelease {
  readonly id: number;
  readonly isWithdrawn: boolean;
  /** ISO. */
  readonly asOf: string;
  /** What its pay is rounded to, in units of the currency. */
  readonly payStep: number;
  readonly evidence: Evidence;
}

export function packEvidence(evidence: Evidence): Buffer {
  return gzipSync(JSON.stringify(evidence));
}

/** The evidence that `packEvidence` packed: nothing else ever writes that column. */
export function unpackEvidence(packed: Buffer): Evidence {
  return JSON.parse(gunzipSync(packed).toString()) as Evidence;
}

/** Everybody whom a figure counts, with what it counts of them. */
export type Marks = ReadonlyMap<string, string>;

/** The people of a rate with whether they are in its numerator. */
export function rateMarks(members: readonly Member[], people: CellPeople, horizon: number): Marks {
  const counted = members.filter(({ reach, place }) => reach > horizon && isIn(place, people));
  return new Map(counted.map((one) => [one.identity, markOf(one, horizon)]));
}

/** Whether a member is in the numerator of a rate. */
export function markOf({ event }: Member, horizon: number): string {
  return event >= 0 && event <= horizon ? '' : 'counted';
}

/** The people of a figure of pay with their pay. */
export function payMarks(members: readonly PaidPerson[], people: CellPeople): Marks {
  const counted = members.filter(({ place }) => isIn(place, people));
  return new Map(counted.map(({ identity, salary }) => [identity, String(salary)]));
}

/** How many people came, went, or are counted differently. */
export function changedPeople(now: Marks, before: Marks): number {
  const gone = [...before.keys()].filter((one) => !now.has(one)).length;
  return gone + [...now].filter(([one, mark]) => before.get(one) !== mark).length;
}
