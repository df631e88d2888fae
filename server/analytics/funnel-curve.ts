import { binomialLimit } from '../../domain/statistics/binomial-limit.ts';

/** Between which shares chance alone keeps 95 % and 99.8 % of schools with `n` people. */
export interface FunnelPoint {
  readonly n: number;
  readonly low95: number;
  readonly high95: number;
  readonly low998: number;
  readonly high998: number;
}

const POINTS = 80;

/**
 * The limits of a funnel plot over the sizes of the schools it shows, to draw as lines.
 * @param theta share of all schools together, 0..1
 * @param sizes numbers of people, from 1
 * @returns points by n ascending, evenly apart in √n (in which the funnel is straight), from half the smallest size
 *   to a little beyond the largest; none without sizes
 */
export function funnelCurve(theta: number, sizes: readonly number[]): FunnelPoint[] {
  if (sizes.length === 0) return [];
  const from = Math.sqrt(Math.max(1, Math.min(...sizes) / 2));
  const to = Math.sqrt(Math.max(...sizes) * 1.08 + 1);
  const all = Array.from({ length: POINTS }, (_, index) =>
    Math.round((from + ((to - from) * index) / (POINTS - 1)) ** 2),
  );
  return [...new Set(all)].map((n) => ({
    n,
    low95: binomialLimit(theta, n, 0.025),
    high95: binomialLimit(theta, n, 0.975),
    low998: binomialLimit(theta, n, 0.001),
    high998: binomialLimit(theta, n, 0.999),
  }));
}
