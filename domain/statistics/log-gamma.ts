const HALF_LOG_TWO_PI = 0.9189385332046728;
const SHIFT = 10;

/**
 * Natural logarithm of the gamma function, to about 14 significant digits.
 *
 * @param z above 0
 * @throws RangeError otherwise
 *
 * Source: NIST Digital Library of Mathematical Functions, 5.11.1 (Stirling's series) and 5.5.1 (recurrence).
 */
export function logGamma(z: number): number {
  if (!(z > 0)) throw new RangeError(`z must be above 0, got ${z}`);
  let product = 1;
  let shifted = z;
  for (; shifted < SHIFT; shifted += 1) product *= shifted;
  const square = 1 / (shifted * shifted);
  const series =
    (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)))) /
    shifted;
  const whole = (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + series;
  return product === 1 ? whole : whole - Math.log(product);
}
