/** The curve at the end of a number of months. */
export interface SurvivalMonth {
  readonly month: number;
  readonly day: number;
  /** All three as proportions, 0 to 1. */
  readonly survival: number;
  readonly low: number;
  readonly high: number;
  /** People followed up to that day at least. */
  readonly atRisk: number;
}

/** From its day on, until the next, the curve and its 95 % interval keep these values. */
export interface SurvivalStep {
  readonly day: number;
  readonly survival: number;
  readonly low: number;
  readonly high: number;
}

/** One group's curve. */
export interface SurvivalSeries {
  readonly id: string;
  readonly label: string;
  readonly color: string;
  /** From day 0 to the last day that anybody was followed to, in order. */
  readonly steps: readonly SurvivalStep[];
  readonly lastDay: number;
  /** The first day with fewer than ten people at risk, or null. */
  readonly smallFrom: number | null;
  readonly months: readonly SurvivalMonth[];
  readonly pickable: boolean;
}

type End = 'survival' | 'low' | 'high';

interface Scales {
  readonly x: (day: number) => number;
  readonly y: (proportion: number) => number;
}

/** The steps between two days, the first begun anew on `from`. */
export function stepsBetween(
  steps: readonly SurvivalStep[],
  from: number,
  to: number,
): SurvivalStep[] {
  const before = steps.findLast(({ day }) => day <= from);
  const inside = steps.filter(({ day }) => day > from && day <= to);
  return before === undefined ? inside : [{ ...before, day: from }, ...inside];
}

function forward(steps: readonly SurvivalStep[], to: number, end: End, { x, y }: Scales): string[] {
  return steps.flatMap((step, index) => {
    const until = steps[index + 1]?.day ?? to;
    return [`${x(step.day)},${y(step[end])}`, `${x(until)},${y(step[end])}`];
  });
}

/** A path of steps from their first day to `to`, as SVG writes it. */
export function stepLine(steps: readonly SurvivalStep[], to: number, scales: Scales): string {
  const points = forward(steps, to, 'survival', scales);
  return points.length === 0 ? '' : `M${points.join('L')}`;
}

/** The area between the low and the high ends of the steps. */
export function stepBand(steps: readonly SurvivalStep[], to: number, scales: Scales): string {
  const high = forward(steps, to, 'high', scales);
  const low = forward(steps, to, 'low', scales).toReversed();
  return high.length === 0 ? '' : `M${[...high, ...low].join('L')}Z`;
}
