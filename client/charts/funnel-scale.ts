/** Between which shares chance alone keeps groups of `n` people. */
export interface FunnelLimit {
  readonly n: number;
  readonly low95: number;
  readonly high95: number;
  readonly low998: number;
  readonly high998: number;
}

/** The least height of the axis, and what its ends are rounded to. */
const LEAST_SPAN = 0.2;
const STEP = 0.05;

/**
 * The shares that the plot shows: every school, and the limits at the smallest one, but not the much wider limits
 * of still smaller ones; rounded outward to 5 %.
 */
export function shareDomain(
  schools: readonly { readonly n: number; readonly rate: number }[],
  limits: readonly FunnelLimit[],
): [number, number] {
  const smallest = Math.min(...schools.map(({ n }) => n));
  const at = limits.find(({ n }) => n >= smallest);
  const shares = [
    ...schools.map(({ rate }) => rate),
    ...(at === undefined ? [] : [at.low95, at.high95]),
  ];
  const middle = (Math.min(...shares) + Math.max(...shares)) / 2;
  const low = Math.min(...shares, middle - LEAST_SPAN / 2);
  const high = Math.max(...shares, middle + LEAST_SPAN / 2);
  const down = Math.floor((low - 0.01) / STEP + 1e-9) * STEP;
  const up = Math.ceil((high + 0.01) / STEP - 1e-9) * STEP;
  return [Math.max(0, Number(down.toFixed(2))), Math.min(1, Number(up.toFixed(2)))];
}

/** Shares to write at the axis, from end to end, at steps of 5, 10 or 20 %. */
export function shareTicks([low, high]: readonly [number, number]): number[] {
  const span = high - low;
  const step = span <= 0.3 ? 0.05 : span <= 0.6 ? 0.1 : 0.2;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toFixed(2)),
  );
}

const MULTIPLES = [1, 2, 5];

/** Numbers of people to write at the axis: 1, 2, 5, 10, 20, 50 … as far as they lie within. */
export function sizeTicks(from: number, to: number): number[] {
  const ticks: number[] = [];
  for (let power = 1; power <= to; power *= 10) {
    for (const multiple of MULTIPLES) ticks.push(multiple * power);
  }
  return ticks.filter((tick) => tick >= from && tick <= to);
}
