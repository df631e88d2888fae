import { smoothedLevels } from './exponential-smoothing.ts';
import { studentTUpperTail } from './student-t.ts';

/** A forecast is first tried when so many values are known. */
export const FIRST_ORIGIN = 5;
/**
 * With fewer origins or series than these, a random walk, of which nothing can be foretold, would pass more often than
 * in 3 of 100 cases (found by simulation, which a test repeats).
 */
const LEAST_ORIGINS = 4;
const LEAST_SERIES = 5;
/** It has to miss by less than this part of what "as last year" misses by … */
const BEST_RATIO = 0.95;
/** … and by so little that chance alone would do so less often than this. */
const BEST_P = 0.1;

/** Whether smoothing has foretold the past better than "as last year", and by how much. */
export interface SmoothingTrial {
  /**
   * `shown` where it may be used; `too_few_years` and `too_few_series` where it cannot be tried; `no_better` where it
   * does not miss by less than .95 of the other; `not_sure` where that may be chance.
   */
  readonly verdict: 'shown' | 'too_few_years' | 'too_few_series' | 'no_better' | 'not_sure';
  /** How many values were foretold per series. */
  readonly origins: number;
  readonly series: number;
  readonly tried: TrialErrors | null;
}

/** How smoothing and "as last year" did. */
interface TrialErrors {
  /** Mean absolute errors one step ahead, over all series and origins. */
  readonly error: number;
  readonly naiveError: number;
  /** One-sided paired t over the origins: t, and the probability of one so large where neither is better. */
  readonly t: number;
  readonly p: number;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The one-sided t test of a mean above 0. Equal values decide by their sign. */
function meanAboveZero(values: readonly number[]): { t: number; p: number } {
  const center = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - center) ** 2, 0);
  const error = Math.sqrt(squares / (values.length - 1) / values.length);
  if (error === 0) return { t: 0, p: center > 0 ? 0 : 1 };
  const t = center / error;
  return { t, p: studentTUpperTail(t, values.length - 1) };
}

/**
 * Tries simple exponential smoothing against "as last year" on what is known, one step ahead, from the fifth value of
 * each series on. Series that belong to one another (schools of one company) rise and fall together, so that only the
 * origins count as independent.
 *
 * @param series of one length, over the same times, oldest value first
 * @throws RangeError where they differ in length
 */
export function trySmoothing(series: readonly (readonly number[])[]): SmoothingTrial {
  const length = series[0]?.length ?? 0;
  if (series.some((one) => one.length !== length)) {
    throw new RangeError('the series must be of one length');
  }
  const levels = series.map((one) => smoothedLevels(one));
  const origins = Math.max(0, length - FIRST_ORIGIN);
  const few = { origins, series: series.length, tried: null };
  if (series.length < LEAST_SERIES) return { ...few, verdict: 'too_few_series' };
  if (origins < LEAST_ORIGINS) return { ...few, verdict: 'too_few_years' };
  const steps = Array.from({ length: origins }, (_, index) => {
    const next = index + FIRST_ORIGIN;
    const errorOf = (foretold: (which: number) => number | undefined): number =>
      mean(series.map((one, which) => Math.abs((one[next] ?? 0) - (foretold(which) ?? 0))));
    return {
      smoothed: errorOf((which) => levels[which]?.[next - 1]),
      naive: errorOf((which) => series[which]?.[next - 1]),
    };
  });
  const error = mean(steps.map(({ smoothed }) => smoothed));
  const naiveError = mean(steps.map(({ naive }) => naive));
  const { t, p } = meanAboveZero(steps.map(({ smoothed, naive }) => naive - smoothed));
  const isBetter = error < BEST_RATIO * naiveError;
  const verdict = isBetter ? (p < BEST_P ? 'shown' : 'not_sure') : 'no_better';
  return { verdict, origins, series: series.length, tried: { error, naiveError, t, p } };
}
