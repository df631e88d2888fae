/** Exact arithmetic with whole numbers of any size, as the oracle of what is computed in floating point. */

/** How many ways there are to choose k of n. */
function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let ways = 1n;
  for (let i = 1; i <= k; i += 1) ways = (ways * BigInt(n - k + i)) / BigInt(i);
  return ways;
}

const DIGITS = 10n ** 30n;

/** The quotient of two whole numbers as a floating point number. */
function quotient(numerator: bigint, denominator: bigint): number {
  return Number((numerator * DIGITS) / denominator) / Number(DIGITS);
}

/** Two-sided p and mid-p of Fisher's test over every table with these margins. */
export function fisherByTables(
  x: number,
  n: number,
  otherX: number,
  otherN: number,
): { twoSided: number; mid: number; atLeast: number } {
  const ways = (r: number) => choose(n, r) * choose(otherN, x + otherX - r);
  const tables = Array.from({ length: n + 1 }, (_, r) => ways(r));
  const all = tables.reduce((sum, one) => sum + one, 0n);
  const observed = ways(x);
  const sumOf = (list: readonly bigint[]) => list.reduce((sum, one) => sum + one, 0n);
  const twoSided = sumOf(tables.filter((one) => one <= observed));
  return {
    twoSided: quotient(twoSided, all),
    mid: quotient(2n * twoSided - observed, 2n * all),
    atLeast: quotient(sumOf(tables.slice(x)), all),
  };
}

/**
 * Spiegelhalter's interpolated limit for a share of `part` in `whole` and p in thousandths, by exact fractions.
 */
export function limitByFractions(part: number, whole: number, n: number, mills: number): number {
  const [p, q] = [BigInt(part), BigInt(whole - part)];
  const all = BigInt(whole) ** BigInt(n);
  let upTo = 0n;
  for (let r = 0; r <= n; r += 1) {
    const one = choose(n, r) * p ** BigInt(r) * q ** BigInt(n - r);
    upTo += one;
    if (upTo * 1000n <= all * BigInt(mills)) continue;
    const excess = quotient(upTo * 1000n - all * BigInt(mills), one * 1000n);
    return Math.min(1, Math.max(0, (r - excess) / n));
  }
  throw new Error('F reaches 1');
}
