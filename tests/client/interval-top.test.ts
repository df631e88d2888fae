import { expect, it } from 'vitest';
import { intervalTop } from '../../client/charts/interval-top.ts';

it.each([
  [[0.013, 0.068], 0.1],
  [[0.05], 0.05],
  [[0.0501], 0.1],
  [[0.004], 0.01],
  [[0.14], 0.15],
  [[0.21, 0.02], 0.3],
  [[0.51], 1],
  [[1], 1],
  [[0], 1],
  [[], 1],
])('an axis of shares up to %j ends at %d, never below one of them', (highs, top) => {
  expect(intervalTop(highs)).toBe(top);
});
