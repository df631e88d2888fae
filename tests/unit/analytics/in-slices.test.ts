import { describe, expect, it } from 'vitest';
import { createSlices } from '../../../server/analytics/in-slices.ts';

/** Takes a while, as a slice is counted in milliseconds. */
function busy(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

describe('long computations in slices', () => {
  it('do every step once and sum the answers', async () => {
    const asked: number[] = [];
    const sum = await createSlices()((count) => {
      asked.push(count);
      return 2 * count;
    }, 9999);
    expect(sum).toBe(19_998);
    expect(asked.reduce((all, count) => all + count, 0)).toBe(9999);
    expect(await createSlices()(() => 1, 0)).toBe(0);
  });

  it('let others have their turn in between', async () => {
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 1);
    await createSlices()((count) => {
      busy(count);
      return count;
    }, 100);
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(5);
  });

  it('come one after another, also after one that failed', async () => {
    const order: string[] = [];
    const inSlices = createSlices();
    const step = (name: string) => (count: number) => {
      busy(2);
      order.push(name);
      return count;
    };
    const failing = inSlices(() => {
      throw new Error('no');
    }, 10);
    const first = inSlices(step('first'), 50);
    const second = inSlices(step('second'), 50);
    await expect(failing).rejects.toThrow('no');
    expect(await Promise.all([first, second])).toEqual([50, 50]);
    expect(order).toEqual(order.toSorted());
  });
});
