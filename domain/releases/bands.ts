import type { BandStep } from './rules.ts';

/** A range of a rate: from `low` on, up to but without `high`; 1 belongs to the last one. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

/** Rates that are computed as products miss a border by less than that. */
const ROUNDING = 1e-9;

/**
 * The band that a rate of so many people is published as.
 * @param value a rate, 0–1.
 * @param n people of the rate.
 * @param steps widths by people, ascending; each divides 100.
 * @returns the band that holds the value, or null where n is below the first step: nothing is published.
 * @throws RangeError where the value is no rate.
 */
export function bandOf(value: number, n: number, steps: readonly BandStep[]): Band | null {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${value} is no rate from 0 to 1`);
  const points = steps.findLast(({ from }) => n >= from)?.points;
  if (points === undefined) return null;
  const last = 100 / points - 1;
  const index = Math.min(Math.floor((value * 100) / points + ROUNDING), last);
  return { low: (index * points) / 100, high: ((index + 1) * points) / 100 };
}

/** Whether a rate lies in a band; both borders as `bandOf` draws them. */
export function isInBand(value: number, { low, high }: Band): boolean {
  return (
    value > low - ROUNDING && (value < high - ROUNDING || (high === 1 && value <= 1 + ROUNDING))
  );
}
