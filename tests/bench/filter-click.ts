import { startServer } from '../support/server.ts';
import { launchBrowser } from '../support/browser.ts';

// From a click that filters to the moment when every panel of the Overview shows the new answer and is painted, in a
// browser slowed down four times, over the demo data.

const THROTTLE = 4;
const ROUNDS = 10;
const LIMIT_MS = 200;
const PAUSE_MS = 400;
const SETTLED_MS = 15_000;

/** What is clicked in turn, each taken off again by its chip. */
const OFF = '.filter-bar .chip';
const CLICKS = [
  '#schools tbody tr:nth-child(2) .filter-name',
  '#hires-by-channel .recharts-bar-rectangle',
  '#hires-by-degree .recharts-bar-rectangle',
] as const;

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

const server = await startServer();
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
// The bench is compiled with helpers for the names of functions, which the page does not have.
await page.addInitScript('globalThis.__name = (named) => named');
await page.goto(server.url);
await page.locator('.recharts-wrapper').nth(4).waitFor();

/** Clicks inside the page, and answers the milliseconds until no panel is stale and the frame after that is drawn. */
const clickTime = (selector: string): Promise<number> =>
  page.evaluate(
    ({ target, patience }) =>
      new Promise<number>((resolve, reject) => {
        const element = document.querySelector(target);
        if (element === null) throw new Error(`Nothing to click: ${target}`);
        const started = performance.now();
        const before = window.location.href;
        element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
        const look = (): void => {
          const busy = document.querySelector('[aria-busy="true"], .mantine-Skeleton-root');
          if (performance.now() - started > patience) reject(new Error('The page stays busy'));
          else if (busy !== null || window.location.href === before) requestAnimationFrame(look);
          // The frame in which nothing is busy is drawn when the next one begins.
          else requestAnimationFrame(() => resolve(performance.now() - started));
        };
        requestAnimationFrame(look);
      }),
    { target: selector, patience: SETTLED_MS },
  );

const session = await page.context().newCDPSession(page);
// The main thread's own time tells the work apart from what else the machine does.
await session.send('Performance.enable', { timeDomain: 'threadTicks' });
async function workSoFar(): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
const first: number[] = [];
const again: number[] = [];
const work: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  for (const selector of CLICKS) {
    for (const target of [selector, OFF]) {
      const worked = await workSoFar();
      const time = await clickTime(target);
      work.push((await workSoFar()) - worked);
      (round === 0 && target === selector ? first : again).push(time);
      await page.waitForTimeout(PAUSE_MS);
    }
  }
}
const all = [...first, ...again];
const line = (name: string, times: readonly number[]): string =>
  `${name.padEnd(34)} n ${String(times.length).padStart(3)}, median ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms`;
console.log(
  `Filter click to all panels painted, CPU slowed ${THROTTLE} ×, demo data (limit p95 ${LIMIT_MS} ms):`,
);
console.log(line('new answers (first time)', first));
console.log(line('answers that were seen before', again));
console.log(line('all', all));
console.log(line('of that, work of the main thread', work));
await browser.close();
await server.stop();
