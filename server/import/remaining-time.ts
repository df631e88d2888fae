/** A rate of so short a time, or of so few steps, says nothing. */
const FIRST_MS = 1000;
const FIRST_SHARE = 0.02;
/** How long a change of the rate takes to be believed. */
const INERTIA_MS = 3000;

/** Seconds are rounded up to steps that do not flicker: by one below ten, by five below a minute, by ten above. */
function calm(seconds: number): number {
  const step = seconds <= 10 ? 1 : seconds <= 60 ? 5 : 10;
  return Math.ceil(seconds / step) * step;
}

/**
 * Estimates how long work will still take, from the rate at which its steps were done so far; recent ones count more.
 * @param now milliseconds of a clock that only goes forward.
 * @returns takes the steps done and the steps in all, and answers whole seconds, or null as long as that would be a
 * guess, and at the end.
 */
export function remainingTime(
  now: () => number = () => performance.now(),
): (done: number, total: number) => number | null {
  let first: { readonly at: number; readonly done: number } | null = null;
  let last = { at: 0, done: 0 };
  let rate: number | null = null;
  return (done, total) => {
    const at = now();
    // Reading the file comes before the first step, and is no part of the rate.
    if (first === null) {
      if (done > 0) first = last = { at, done };
      return null;
    }
    const time = at - last.at;
    if (time > 0 && done > last.done) {
      const current = (done - last.done) / time;
      const weight = 1 - Math.exp(-time / INERTIA_MS);
      const average = (done - first.done) / (at - first.at);
      const before: number = rate ?? average;
      // Young rates are averages; each later one moves them a little.
      rate = at - first.at < FIRST_MS ? average : before + (current - before) * weight;
      last = { at, done };
    }
    if (rate === null || done >= total) return null;
    if (at - first.at < FIRST_MS || done < total * FIRST_SHARE) return null;
    return calm((total - done) / rate / 1000);
  };
}
