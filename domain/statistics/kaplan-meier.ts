/**
 * Times until an event or until sight was lost ("censored"), counted by day. The three arrays are
 * parallel; each day stands once.
 */
export interface SurvivalHistogram {
  /** Days, ascending and distinct. */
  values: ArrayLike<number>;
  /** People whose event happened on that day. */
  events: ArrayLike<number>;
  /** All people whose time is that day: events and censored together. */
  counts: ArrayLike<number>;
}

/** The curve right after the events of one day. */
export interface SurvivalPoint {
  day: number;
  /** People whose time reaches this day: those with an event on it, censored on it, and later. */
  atRisk: number;
  events: number;
  /** S(day), 0..1. */
  survival: number;
  /** 95 % log-log interval of S(day). */
  low: number;
  high: number;
  /** Greenwood's standard error of S(day); 0, its limit, where S is 0. */
  standardError: number;
}

export interface KaplanMeier {
  /** All people. */
  n: number;
  /** People with an event. */
  events: number;
  /** One point for each day with an event, ascending; before the first one S is 1. */
  points: SurvivalPoint[];
}

/** S at one day, with its 95 % interval. */
export interface Survival {
  value: number;
  low: number;
  high: number;
  /** People whose time reaches that day. */
  atRisk: number;
}

const Z_95 = 1.959963984540054;
/** Quantile .95 of chi-square with one degree of freedom, the square of `Z_95`. */
const CHI_SQUARE_95 = 3.841458820694124;

/**
 * Kaplan–Meier curve of a histogram. On a day with both, events come before censorings.
 * An empty histogram has an empty curve.
 *
 * @throws RangeError where the histogram is malformed
 *
 * Sources: E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations",
 * Journal of the American Statistical Association 53 (1958), 457–481; M. Greenwood (1926) for the
 * standard error; J. D. Kalbfleisch and R. L. Prentice (1980) for the log-log interval.
 */
export function kaplanMeier(histogram: SurvivalHistogram): KaplanMeier {
  const n = countAll(histogram);
  const points: SurvivalPoint[] = [];
  let events = 0;
  walk(histogram, n, Infinity, (step) => {
    events += step.events;
    points.push({
      day: step.day,
      atRisk: step.atRisk,
      events: step.events,
      survival: step.survival,
      ...interval(step, n),
      standardError: step.survival === 0 ? 0 : step.survival * Math.sqrt(step.greenwood),
    });
  });
  return { n, events, points };
}

/**
 * S(day) and its 95 % interval, or null where S is above 0 and nobody's time reaches `day`: the
 * curve ends before it. Without an event by `day` the log-log interval does not exist; the low end
 * is then a / (a + χ²) with a people at risk (Wilson's bound of "all of a"). Where S is 0 the high
 * end is χ² / (n + χ²) with all n people.
 *
 * @throws RangeError where the histogram is malformed or `day` is not a number
 */
export function survivalAt(histogram: SurvivalHistogram, day: number): Survival | null {
  if (Number.isNaN(day)) throw new RangeError('day must be a number');
  const n = countAll(histogram);
  const { atRisk, last } = walk(histogram, n, day);
  if (last === null) {
    if (atRisk === 0) return null;
    return { value: 1, low: atRisk / (atRisk + CHI_SQUARE_95), high: 1, atRisk };
  }
  if (atRisk === 0 && last.survival > 0) return null;
  return { value: last.survival, ...interval(last, n), atRisk };
}

/** The smallest day with S ≤ 0.5, or null where the curve stays above. */
export function medianSurvival(curve: KaplanMeier): number | null {
  // A product such as 9/10 × 8/9 × … may miss one half by a rounding error.
  const median = curve.points.find((point) => point.survival <= 0.5 + 1e-12);
  return median === undefined ? null : median.day;
}

interface Step {
  day: number;
  atRisk: number;
  events: number;
  survival: number;
  /** Greenwood's sum of d / (r (r − d)) so far. */
  greenwood: number;
}

/**
 * Visits each day with an event up to and including `until`, in order. Returns the last of them
 * and how many people's time reaches `until`.
 */
function walk(
  { values, events, counts }: SurvivalHistogram,
  n: number,
  until: number,
  visit?: (step: Step) => void,
): { atRisk: number; last: Step | null } {
  let atRisk = n;
  let survival = 1;
  let greenwood = 0;
  let last: Step | null = null;
  for (let i = 0; i < values.length; i++) {
    const day = values[i] ?? NaN;
    if (day > until) break;
    const died = events[i] ?? 0;
    if (died > 0) {
      survival *= (atRisk - died) / atRisk;
      greenwood += died / (atRisk * (atRisk - died));
      last = { day, atRisk, events: died, survival, greenwood };
      visit?.(last);
    }
    if (day === until) break;
    atRisk -= counts[i] ?? 0;
  }
  return { atRisk, last };
}

/** Log-log interval of S after at least one event; `n` counts all people. */
function interval({ survival, greenwood }: Step, n: number): { low: number; high: number } {
  if (survival === 0) return { low: 0, high: CHI_SQUARE_95 / (n + CHI_SQUARE_95) };
  const logSurvival = Math.log(survival);
  // exp(−exp(log(−log S) ± z s)) is S to the power of exp(± z s).
  const spread = Math.exp((Z_95 * Math.sqrt(greenwood)) / -logSurvival);
  return { low: Math.exp(logSurvival * spread), high: Math.exp(logSurvival / spread) };
}

function countAll({ values, events, counts }: SurvivalHistogram): number {
  if (values.length !== events.length || values.length !== counts.length) {
    throw new RangeError(
      `${values.length} days, ${events.length} events and ${counts.length} counts must be parallel`,
    );
  }
  let n = 0;
  let previous = -Infinity;
  for (let i = 0; i < values.length; i++) {
    const day = values[i] ?? NaN;
    const count = counts[i] ?? NaN;
    const died = events[i] ?? NaN;
    if (!(day > previous)) {
      throw new RangeError(`days must ascend and be distinct: ${day} follows ${previous}`);
    }
    if (!(Number.isInteger(count) && Number.isInteger(died) && died >= 0 && died <= count)) {
      throw new RangeError(
        `day ${day}: events and counts must be whole numbers with 0 ≤ events ≤ counts, ` +
          `got ${died} of ${count}`,
      );
    }
    previous = day;
    n += count;
  }
  return n;
}
