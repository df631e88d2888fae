/** A source of pseudo-random numbers: each call gives the next one in [0, 1). */
export type Random = () => number;

/** Mulberry32, seeded by a text: the same text gives the same numbers on every machine. */
export function randomFrom(seed: string): Random {
  let state = 2166136261;
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from `low` to `high`, both included. */
export function integer(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** A new list with the items in random order. */
export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** A choice and its weight; the weights of a list need not sum to one. */
export type Weighted<T> = readonly (readonly [T, number])[];

/** The item that stands at `position` (0..1) of the cumulated weights. */
export function itemAt<T>(weights: Weighted<T>, position: number): T {
  let rest = position * weights.reduce((sum, [, weight]) => sum + weight, 0);
  let last: { item: T } | undefined;
  for (const [item, weight] of weights) {
    if (weight <= 0) continue;
    if (rest < weight) return item;
    rest -= weight;
    last = { item };
  }
  if (last === undefined) throw new Error('itemAt needs at least one positive weight');
  return last.item;
}

/** One item, drawn with probability proportional to its weight. */
export function pick<T>(random: Random, weights: Weighted<T>): T {
  return itemAt(weights, random());
}

/**
 * `count` numbers in [0, 1), one from each of `count` equal strata, in random order.
 * Shares drawn from them come out as planned, with far less noise than independent draws.
 */
export function stratified(random: Random, count: number): number[] {
  const strata = Array.from({ length: count }, (_, stratum) => (stratum + random()) / count);
  return shuffled(random, strata);
}

/**
 * A factor with mean exactly 1 and a log-normal shape, `spread` being its standard deviation.
 * Built of products alone, because exp and log may differ in the last bit between engines.
 */
export function lognormalFactor(random: Random, spread: number): number {
  let factor = 1;
  for (let step = 0; step < 12; step += 1) factor *= 1 + spread * (random() - 0.5);
  return factor;
}
