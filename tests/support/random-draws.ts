import type { Random } from '../../data/generator/random.ts';

/** How many of `n` independent tries succeed. */
export function binomialDraw(random: Random, n: number, p: number): number {
  let successes = 0;
  for (let index = 0; index < n; index += 1) if (random() < p) successes += 1;
  return successes;
}

/** A standard normal number (Box–Muller). */
export function normalDraw(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A number of the gamma distribution with this shape and scale 1 (Marsaglia and Tsang, 2000). */
function gammaDraw(random: Random, shape: number): number {
  if (shape < 1) return gammaDraw(random, shape + 1) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = normalDraw(random);
    const cube = (1 + c * normal) ** 3;
    if (cube <= 0) continue;
    if (Math.log(random()) < (normal * normal) / 2 + d * (1 - cube + Math.log(cube)))
      return d * cube;
  }
}

/** A number of the beta distribution. */
export function betaDraw(random: Random, a: number, b: number): number {
  const x = gammaDraw(random, a);
  return x / (x + gammaDraw(random, b));
}
