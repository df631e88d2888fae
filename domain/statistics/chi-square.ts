const ENOUGH = 1e-16;
const MOST_STEPS = 10_000;

/**
 * Probability that a chi-square variable exceeds `x`: the regularized upper incomplete gamma function Q(df / 2, x / 2),
 * by its series below the mean and by its continued fraction above.
 *
 * @param df degrees of freedom, a whole number from 1 on
 * @throws RangeError where `x` is negative or no number, or `df` no such number
 *
 * Source: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions (1964), 6.5.29 and 6.5.31.
 */
export function chiSquareUpperTail(x: number, df: number): number {
  if (!(x >= 0)) throw new RangeError(`x must be 0 or more, got ${x}`);
  if (!(Number.isInteger(df) && df >= 1)) {
    throw new RangeError(`df must be a whole number from 1 on, got ${df}`);
  }
  if (x === 0) return 1;
  const a = df / 2;
  const z = x / 2;
  const density = Math.exp(a * Math.log(z) - z - logGammaOfHalves(df));
  return z < a + 1 ? 1 - (density / a) * series(a, z) : density * continuedFraction(a, z);
}

/** 1 + z / (a + 1) + z² / ((a + 1)(a + 2)) + … */
function series(a: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < MOST_STEPS && term > ENOUGH * sum; n += 1) {
    term *= z / (a + n);
    sum += term;
  }
  return sum;
}

/** 1 / (z + 1 − a − 1(1 − a) / (z + 3 − a − 2(2 − a) / …)), by the modified method of Lentz. */
function continuedFraction(a: number, z: number): number {
  let b = z + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let product = d;
  for (let n = 1; n < MOST_STEPS; n += 1) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    product *= c * d;
    if (Math.abs(c * d - 1) < ENOUGH * 10) break;
  }
  return product;
}

/** log Γ(df / 2): a product of whole or half numbers. */
function logGammaOfHalves(df: number): number {
  let sum = df % 2 === 0 ? 0 : Math.log(Math.PI) / 2;
  for (let factor = df / 2 - 1; factor > 0; factor -= 1) sum += Math.log(factor);
  return sum;
}
