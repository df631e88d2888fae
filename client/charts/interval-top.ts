const TOPS = [0.01, 0.02, 0.03, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5];

/**
 * Where an axis of proportions that begins at 0 ends: the next round share above every upper bound, so that small rates
 * do not all look alike; 1 where nothing is smaller.
 */
export function intervalTop(highs: readonly number[]): number {
  const most = Math.max(0, ...highs);
  return most === 0 ? 1 : (TOPS.find((top) => top >= most) ?? 1);
}
