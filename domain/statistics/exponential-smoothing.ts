/** How much the latest value weighs against the level before it. */
const SMOOTHING_ALPHA = 0.5;

/**
 * The level of a series after each of its values: the first value itself, then `alpha` of the value and the rest of the
 * level before. The level is what simple exponential smoothing expects of every later value.
 *
 * @param series equally spaced values, oldest first
 * @returns as many levels as values
 *
 * Source: R. G. Brown, Statistical Forecasting for Inventory Control (1959).
 */
export function smoothedLevels(series: readonly number[], alpha = SMOOTHING_ALPHA): number[] {
  const levels: number[] = [];
  for (const value of series) {
    const before = levels.at(-1);
    levels.push(before === undefined ? value : alpha * value + (1 - alpha) * before);
  }
  return levels;
}
