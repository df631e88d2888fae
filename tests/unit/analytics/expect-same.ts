import { expect } from 'vitest';
import type { MetricValue } from '../../../domain/metrics/value.ts';

/** Everything of a figure but its decimals is the same, the decimals to 1e-9. */
export function expectSame(
  actual: MetricValue | undefined,
  expected: MetricValue,
  what: string,
): void {
  const { value, low, high, ...rest } = actual ?? { value: null, n: -1, status: 'ok' };
  const { value: wanted, low: wantedLow, high: wantedHigh, ...wantedRest } = expected;
  expect(rest, what).toEqual(wantedRest);
  for (const [got, want] of [
    [value, wanted],
    [low, wantedLow],
    [high, wantedHigh],
  ]) {
    if (typeof want !== 'number') expect(got, what).toBe(want);
    else
      expect(Math.abs((got ?? Number.NaN) - want), `${what}: ${got} for ${want}`).toBeLessThan(
        1e-9 * Math.max(1, Math.abs(want)),
      );
  }
}
