import { logGamma } from './log-gamma.ts';

const ENOUGH = 1e-15;
const TINY = 1e-300;
const MOST_STEPS = 10_000;
const HALVINGS = 200;

/** The continued fraction of the incomplete beta function, by the modified method of Lentz. */
function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || TINY);
  let product = d;
  for (let m = 1; m < MOST_STEPS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    for (const numerator of [even, odd]) {
      d = 1 / (1 + numerator * d || TINY);
      c = 1 + numerator / c || TINY;
      product *= c * d;
    }
    if (Math.abs(c * d - 1) < ENOUGH) break;
  }
  return product;
}

/** The regularized incomplete beta function I(x; a, b). */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  return (Math.exp(front) * fraction(x, a, b)) / a;
}

function refuse(df: number): void {
  if (!(df > 0)) throw new RangeError(`df must be above 0, got ${df}`);
}

/**
 * Probability that a variable of Student's t distribution exceeds `t`.
 *
 * @param df degrees of freedom, above 0
 * @throws RangeError where `df` is not above 0 or `t` is no number
 *
 * Source: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions (1964), 26.5.8 and 26.7.1.
 */
export function studentTUpperTail(t: number, df: number): number {
  refuse(df);
  if (Number.isNaN(t)) throw new RangeError('t must be a number');
  const square = t * t;
  // Near 0 the part between 0 and t is the small one, which the difference of two numbers near 1 would lose.
  const tail =
    square < df
      ? 0.5 - incompleteBeta(square / (df + square), 0.5, df / 2) / 2
      : incompleteBeta(df / (df + square), df / 2, 0.5) / 2;
  return t >= 0 ? tail : 1 - tail;
}

/**
 * The value that a variable of Student's t distribution exceeds with a probability.
 *
 * @param upper the probability, above 0 and at most .5
 * @param df degrees of freedom, above 0
 * @throws RangeError otherwise
 */
export function studentTQuantile(upper: number, df: number): number {
  refuse(df);
  if (!(upper > 0 && upper <= 0.5)) {
    throw new RangeError(`the probability must lie above 0 and up to .5, got ${upper}`);
  }
  let low = 0;
  let high = 1;
  while (studentTUpperTail(high, df) > upper) high *= 2;
  for (let step = 0; step < HALVINGS && high - low > ENOUGH * high; step += 1) {
    const middle = (low + high) / 2;
    if (studentTUpperTail(middle, df) > upper) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
