import { studentTQuantile } from './student-t.ts';

/** Changes over the same years: of those that something began for, and of those that it did not begin for. */
export interface ChangesTogether {
  readonly treated: readonly number[];
  readonly controls: readonly number[];
}

/** By how much those that something began for changed more than the others. */
export interface DifferenceOfChanges {
  readonly difference: number;
  /** The 95 % interval. */
  readonly low: number;
  readonly high: number;
  /** Half of its width. */
  readonly half: number;
  /** The mean changes whose difference it is. */
  readonly treatedChange: number;
  readonly controlChange: number;
  /** How many began, and the fewest that anything is held against. */
  readonly treated: number;
  readonly controls: number;
  readonly df: number;
  /** The pooled standard deviation of a change. */
  readonly spread: number;
}

const UPPER = 0.025;

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
const squares = (values: readonly number[]): number => {
  const center = mean(values);
  return sum(values.map((value) => (value - center) ** 2));
};

/**
 * Difference in differences with as many start years as there are: each change is held against the controls over the
 * same years. With one start year this is the two-sample t interval of the changes, pooled s, df m + c − 2. With
 * several, c is the fewest controls of any of them and the controls' variance the mean of their variances, which never
 * narrows the interval.
 *
 * @param groups one for each start year; those without a treated change are left out
 * @throws RangeError with fewer than two treated changes in all, or fewer than two controls in a group
 */
export function differenceOfChanges(groups: readonly ChangesTogether[]): DifferenceOfChanges {
  const used = groups.filter(({ treated }) => treated.length > 0);
  const treated = sum(used.map((group) => group.treated.length));
  const controls = Math.min(...used.map((group) => group.controls.length));
  if (treated < 2 || controls < 2) {
    throw new RangeError('two treated changes and two controls each are needed');
  }
  const beside = used.flatMap((group) =>
    group.treated.map((change) => change - mean(group.controls)),
  );
  const difference = mean(beside);
  const treatedChange = mean(used.flatMap((group) => group.treated));
  const controlVariance =
    sum(
      used.map(
        (group) => group.treated.length * (squares(group.controls) / (group.controls.length - 1)),
      ),
    ) / treated;
  const df = treated + controls - 2;
  const spread = Math.sqrt((squares(beside) + (controls - 1) * controlVariance) / df);
  const half = studentTQuantile(UPPER, df) * spread * Math.sqrt(1 / treated + 1 / controls);
  return {
    difference,
    low: difference - half,
    high: difference + half,
    half,
    treatedChange,
    controlChange: treatedChange - difference,
    treated,
    controls,
    df,
    spread,
  };
}
