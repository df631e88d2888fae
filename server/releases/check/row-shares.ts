/**
 * The shares of rows that are still without their event at the horizon of each: what Kaplan–Meier says where, in each
 * bucket, those lost from sight were lost after the events. People and shares are counted in people, not in parts of
 * one.
 */
export class RowShares {
  /** How many buckets there are. */
  private readonly k: number;
  private readonly people: Float64Array;
  private readonly horizons: Uint8Array;
  /** By row and bucket. */
  private readonly events: Int32Array;
  private readonly lost: Int32Array;
  /** By row and bucket, and after the last: those at risk before it, and the share up to it. */
  private readonly atRisk: Float64Array;
  private readonly sharesTo: Float64Array;

  /** Rows of nobody. @param horizons the last bucket of each row that counts. */
  constructor(buckets: number, horizons: readonly number[]) {
    this.k = buckets;
    this.horizons = Uint8Array.from(horizons);
    this.people = new Float64Array(horizons.length);
    this.events = new Int32Array(horizons.length * buckets);
    this.lost = new Int32Array(horizons.length * buckets);
    this.atRisk = new Float64Array(horizons.length * (buckets + 1));
    this.sharesTo = new Float64Array(horizons.length * (buckets + 1));
  }

  addPeople(row: number, by: number): void {
    this.people[row] = this.peopleOf(row) + by;
  }

  addEvents(row: number, bucket: number, by: number): void {
    const at = row * this.k + bucket;
    this.events[at] = (this.events[at] ?? 0) + by;
  }

  addLost(row: number, bucket: number, by: number): void {
    const at = row * this.k + bucket;
    this.lost[at] = (this.lost[at] ?? 0) + by;
  }

  /** Counts one more, or one less, of a state that takes out of those at risk in a bucket: an event, or lost from sight. */
  count(row: number, state: number, bucket: number, by: 1 | -1): void {
    if (state < this.k) this.addEvents(row, bucket, by);
    else this.addLost(row, bucket, by);
  }

  peopleOf(row: number): number {
    return this.people[row] ?? 0;
  }

  horizonOf(row: number): number {
    return this.horizons[row] ?? 0;
  }

  /** The share of a row, as it was when it was followed last. */
  held(row: number): number {
    return this.sharesTo[row * (this.k + 1) + this.horizonOf(row) + 1] ?? 0;
  }

  /**
   * The share that a row would have if one person's state were another.
   * @param left and `entered`: the buckets in which the two states take the person out of those at risk.
   */
  heldAfter(row: number, from: number, left: number, to: number, entered: number): number {
    const horizon = this.horizonOf(row);
    const at = row * this.k;
    const sums = row * (this.k + 1);
    // Nothing changes before the first of the two buckets.
    const first = Math.min(left, entered);
    let atRisk = this.atRisk[sums + first] ?? 0;
    let share = this.sharesTo[sums + first] ?? 0;
    for (let bucket = first; bucket <= horizon; bucket += 1) {
      let events = this.events[at + bucket] ?? 0;
      let lost = this.lost[at + bucket] ?? 0;
      if (bucket === left) {
        if (from < this.k) events -= 1;
        else lost -= 1;
      }
      if (bucket === entered) {
        if (to < this.k) events += 1;
        else lost += 1;
      }
      if (events > 0) share *= (atRisk - events) / atRisk;
      atRisk -= events + lost;
    }
    return share;
  }

  /** Counts through the buckets of a row anew. */
  follow(row: number): void {
    const last = this.horizonOf(row);
    const sums = row * (this.k + 1);
    let atRisk = this.peopleOf(row);
    let share = atRisk;
    for (let bucket = 0; bucket <= last; bucket += 1) {
      this.atRisk[sums + bucket] = atRisk;
      this.sharesTo[sums + bucket] = share;
      const events = this.events[row * this.k + bucket] ?? 0;
      if (events > 0) share *= (atRisk - events) / atRisk;
      atRisk -= events + (this.lost[row * this.k + bucket] ?? 0);
    }
    this.sharesTo[sums + last + 1] = share;
  }
}
