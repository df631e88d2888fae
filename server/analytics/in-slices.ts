import { setImmediate } from 'node:timers/promises';

/** How long one slice holds up everything else that the process has to answer. */
const SLICE_MS = 8;
const BATCH = 5;

/** Does a number of equal steps and sums their answers. */
type Steps = (step: (count: number) => number, steps: number) => Promise<number>;

/**
 * Long computations one after another, in slices of a few milliseconds between which the event loop does whatever
 * else there is to do.
 */
export function createSlices(): Steps {
  let queue: Promise<unknown> = Promise.resolve();

  async function run(step: (count: number) => number, steps: number): Promise<number> {
    let sum = 0;
    let left = steps;
    while (left > 0) {
      const end = performance.now() + SLICE_MS;
      while (left > 0 && performance.now() < end) {
        const count = Math.min(BATCH, left);
        sum += step(count);
        left -= count;
      }
      if (left > 0) await setImmediate();
    }
    return sum;
  }

  return (step, steps) => {
    const turn = queue.then(() => run(step, steps));
    queue = turn.catch(() => undefined);
    return turn;
  };
}
