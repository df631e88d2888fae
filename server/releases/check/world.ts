import { RowShares } from './row-shares.ts';
import type { System } from './system.ts';

/**
 * One person's life told differently. States: 0 … K − 1, an event in that bucket; K, none; K + 1 + k, lost from sight in
 * bucket k before the time.
 */
export interface Move {
  readonly atom: number;
  readonly from: number;
  readonly to: number;
}

/** Shares are products of a few factors: borders are kept by this many people. */
const HAIR = 1e-7;
/** How far inside its band a share should lie, in people, so that one person more or less changes nothing. */
const ROOM = 1.6;
/** A band that is broken weighs more than any number of narrow ones. */
const BROKEN = 300;
const NO_ROWS = new Int32Array();

/**
 * A possible state of everybody: how many had their event in which bucket. Starts as things are; moves change it, and
 * it knows at any time which published bands it breaks.
 *
 * Nothing published says more than the shares of its rows, so a state that breaks no band is one that nobody can
 * exclude.
 */
export class World {
  private readonly k: number;
  private readonly events: Int32Array;
  private readonly lost: Int32Array;
  private readonly rest: Int32Array;
  private readonly shares: RowShares;
  /** The borders of each band in people; those that exclude nobody are infinite. */
  private readonly low: Float64Array;
  private readonly high: Float64Array;
  private readonly room: Float64Array;
  private readonly lostIn: Uint8Array;
  private readonly active: Uint8Array;
  private readonly penalties: Float64Array;
  private readonly broken: Uint8Array;
  private readonly rowsOf: Int32Array[];
  /** When each row was changed last, counted by `changes`. */
  private readonly changedAt: Float64Array;
  private changes = 0;
  private brokenCount = 0;
  private readonly log: Move[] = [];
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
    const { atoms, rows, horizons } = system;
    this.k = horizons;
    this.events = new Int32Array(atoms.length * horizons);
    this.lost = new Int32Array(atoms.length * horizons);
    this.rest = new Int32Array(atoms.length);
    this.shares = new RowShares(
      horizons,
      rows.map(({ horizon }) => horizon),
    );
    this.lostIn = Uint8Array.from(atoms, ({ lostIn }) => lostIn);
    this.low = new Float64Array(rows.length);
    this.high = new Float64Array(rows.length);
    this.room = new Float64Array(rows.length);
    this.active = new Uint8Array(rows.length).fill(1);
    this.penalties = new Float64Array(rows.length);
    this.broken = new Uint8Array(rows.length);
    this.changedAt = new Float64Array(rows.length);
    const rowsOf: number[][] = atoms.map(() => []);
    for (const [index, atom] of atoms.entries()) {
      let rest = atom.people;
      for (let bucket = 0; bucket < horizons; bucket += 1) {
        const at = index * horizons + bucket;
        this.events[at] = atom.events[bucket] ?? 0;
        this.lost[at] = atom.lost[bucket] ?? 0;
        rest -= (atom.events[bucket] ?? 0) + (atom.lost[bucket] ?? 0);
      }
      this.rest[index] = rest;
    }
    for (const [row, { atoms: members, horizon }] of rows.entries()) {
      for (const atom of members) {
        rowsOf[atom]?.push(row);
        this.shares.addPeople(row, atoms[atom]?.people ?? 0);
        for (let bucket = 0; bucket <= horizon; bucket += 1) {
          this.shares.addEvents(row, bucket, this.events[atom * horizons + bucket] ?? 0);
          this.shares.addLost(row, bucket, this.lost[atom * horizons + bucket] ?? 0);
        }
        const lostIn = atoms[atom]?.lostIn ?? horizons;
        if (lostIn <= horizon) this.shares.addLost(row, lostIn, this.rest[atom] ?? 0);
      }
    }
    // Those of far horizons first: a move late in life concerns no others.
    this.rowsOf = rowsOf.map((list) =>
      Int32Array.from(list.toSorted((a, b) => this.shares.horizonOf(b) - this.shares.horizonOf(a))),
    );
    for (const [row, { band }] of rows.entries()) {
      const people = this.shares.peopleOf(row);
      this.low[row] = band.low > 0 ? band.low * people : -Infinity;
      this.high[row] = band.high < 1 ? band.high * people : Infinity;
      this.room[row] = Math.min(ROOM, (band.high - band.low) * people * 0.4);
      this.judge(row);
    }
  }

  /** How many bands are broken. */
  get breaks(): number {
    return this.brokenCount;
  }

  /** The rows whose bands are broken. */
  brokenRows(): number[] {
    const rows: number[] = [];
    for (let row = 0; rows.length < this.brokenCount; row += 1)
      if (this.broken[row] === 1) rows.push(row);
    return rows;
  }

  /** The row that is broken the furthest; −1 where none is. */
  worst(): number {
    let found = -1;
    let most = 0;
    if (this.brokenCount === 0) return found;
    for (let row = 0; row < this.broken.length; row += 1) {
      const penalty = this.penalties[row] ?? 0;
      if (this.broken[row] === 1 && penalty > most) {
        most = penalty;
        found = row;
      }
    }
    return found;
  }

  /** Whether a row's share is below its band, so that it needs fewer events. */
  isBelow(row: number): boolean {
    return this.shares.held(row) < (this.low[row] ?? 0);
  }

  /** Takes a row out of what is published. */
  release(row: number): void {
    this.active[row] = 0;
    this.judge(row);
  }

  isActive(row: number): boolean {
    return this.active[row] === 1;
  }

  /** How many of some people have no event up to a horizon. */
  numerator(atoms: readonly number[], horizon: number): number {
    let count = 0;
    for (const atom of atoms) {
      count += this.system.atoms[atom]?.people ?? 0;
      for (let bucket = 0; bucket <= horizon; bucket += 1)
        count -= this.events[atom * this.k + bucket] ?? 0;
    }
    return count;
  }

  /**
   * The moves of one person of an atom across a horizon: out of the numerators up to it, by an event that happens by
   * then, or into them.
   */
  *across(atom: number, horizon: number, out: boolean): Generator<Move> {
    const { reach = 0, lostIn = 0 } = this.system.atoms[atom] ?? {};
    const last = Math.min(reach - 1, lostIn);
    const first = Math.min(horizon, last);
    if (out) {
      for (let to = first; to >= 0; to -= 1) {
        if (this.countIn(atom, this.k) > 0) yield { atom, from: this.k, to };
        for (let from = first + 1; from <= last; from += 1)
          if (this.countIn(atom, from) > 0) yield { atom, from, to };
        for (let bucket = to; bucket < this.k; bucket += 1)
          if (this.countIn(atom, this.k + 1 + bucket) > 0)
            yield { atom, from: this.k + 1 + bucket, to };
      }
      return;
    }
    for (let from = first; from >= 0; from -= 1) {
      if (this.countIn(atom, from) === 0) continue;
      yield { atom, from, to: this.k };
      for (let to = horizon + 1; to <= last; to += 1) yield { atom, from, to };
    }
  }

  private countIn(atom: number, state: number): number {
    if (state === this.k) return this.rest[atom] ?? 0;
    return state < this.k
      ? (this.events[atom * this.k + state] ?? 0)
      : (this.lost[atom * this.k + state - this.k - 1] ?? 0);
  }

  /** By how much a move would change what the state is to be kept from; below 0 it is better. */
  costOf({ atom, from, to }: Move): number {
    const left = this.outOf(atom, from);
    const entered = this.outOf(atom, to);
    const first = Math.min(left, entered);
    const rows = this.rowsOf[atom] ?? NO_ROWS;
    let cost = 0;
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index] ?? 0;
      if (first > this.shares.horizonOf(row)) break;
      if (this.active[row] === 0) continue;
      const held = this.shares.heldAfter(row, from, left, to, entered);
      cost += this.penaltyAt(row, held) - (this.penalties[row] ?? 0);
    }
    return cost;
  }

  /** Whether a row that some people are in was changed since a moment of `now`. */
  isChanged(atom: number, since: number): boolean {
    for (const row of this.rowsOf[atom] ?? NO_ROWS)
      if ((this.changedAt[row] ?? 0) > since) return true;
    return false;
  }

  /** Counts the changes of rows. */
  get now(): number {
    return this.changes;
  }

  /** Makes a move, and answers what it cost. */
  apply(move: Move): number {
    this.log.push(move);
    return this.change(move.atom, move.from, move.to);
  }

  /** How many moves were made: a place to go back to. */
  get mark(): number {
    return this.log.length;
  }

  undoTo(mark: number): void {
    while (this.log.length > mark) {
      const move = this.log.pop();
      if (move !== undefined) this.change(move.atom, move.to, move.from);
    }
  }

  private put(atom: number, state: number, by: 1 | -1): void {
    const at = atom * this.k;
    if (state === this.k) this.rest[atom] = (this.rest[atom] ?? 0) + by;
    else if (state < this.k) this.events[at + state] = (this.events[at + state] ?? 0) + by;
    else {
      const bucket = at + state - this.k - 1;
      this.lost[bucket] = (this.lost[bucket] ?? 0) + by;
    }
  }

  /** Where a state takes a person out of the people at risk: the bucket, and whether by an event. */
  private outOf(atom: number, state: number): number {
    if (state < this.k) return state;
    return state === this.k ? (this.lostIn[atom] ?? this.k) : state - this.k - 1;
  }

  private change(atom: number, from: number, to: number): number {
    this.put(atom, from, -1);
    this.put(atom, to, 1);
    const left = this.outOf(atom, from);
    const entered = this.outOf(atom, to);
    const first = Math.min(left, entered);
    let change = 0;
    for (const row of this.rowsOf[atom] ?? []) {
      const horizon = this.shares.horizonOf(row);
      if (first > horizon) break;
      if (left <= horizon) this.shares.count(row, from, left, -1);
      if (entered <= horizon) this.shares.count(row, to, entered, 1);
      change -= this.penalties[row] ?? 0;
      this.judge(row);
      change += this.penalties[row] ?? 0;
    }
    return change;
  }

  /** How near a share is to a border of its row's band, or how far beyond. */
  private penaltyAt(row: number, held: number): number {
    const room = this.room[row] ?? 0;
    const under = (this.low[row] ?? 0) - held;
    const over = held - (this.high[row] ?? 0);
    let penalty = 0;
    if (under + room > 0) penalty += (under + room) ** 2;
    if (over + room > 0) penalty += (over + room) ** 2;
    if (under > HAIR) penalty += BROKEN * (1 + under);
    if (over > -HAIR) penalty += BROKEN * (1 + over);
    return penalty;
  }

  private judge(row: number): void {
    this.shares.follow(row);
    const penalty = this.active[row] === 1 ? this.penaltyAt(row, this.shares.held(row)) : 0;
    // What is broken weighs more than any nearness can.
    const broken = penalty >= BROKEN * (1 - HAIR) ? 1 : 0;
    this.brokenCount += broken - (this.broken[row] ?? 0);
    this.broken[row] = broken;
    this.penalties[row] = penalty;
    this.changes += 1;
    this.changedAt[row] = this.changes;
  }
}
