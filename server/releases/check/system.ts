import type { Band } from '../../../domain/releases/bands.ts';

/**
 * People whom nothing published tells apart. Their lives are counted in buckets: bucket k is the time between the
 * horizons k − 1 and k of a family of rates, and an event in it takes a person out of the numerators from k on. A
 * family of one rate has one bucket, and an event is not being counted.
 */
export interface Atom {
  readonly people: number;
  /** Events can happen in buckets below this one. */
  readonly reach: number;
  /** The bucket in which those without an event are lost from sight; `reach` or more: in none. */
  readonly lostIn: number;
  /** People with an event, and people lost before their time, by bucket. */
  readonly events: readonly number[];
  readonly lost: readonly number[];
}

/** A published band: the share of some people without an event in the buckets up to `horizon`. */
export interface Row {
  readonly atoms: readonly number[];
  readonly horizon: number;
  readonly band: Band;
}

/** Some people, and the rate of whose numerator somebody may want to know. */
export interface Group {
  readonly atoms: readonly number[];
  readonly horizon: number;
}

/** Everything that somebody knows who has read all that is published, but for the numerators. */
export interface System {
  /** Rates of the family. */
  readonly horizons: number;
  readonly atoms: readonly Atom[];
  readonly rows: readonly Row[];
}
