import { startServer } from '../support/server.ts';
import { launchBrowser } from '../support/browser.ts';

// From a click that filters to the moment when every panel of the Overview shows the new answer and is painted, in a
// browser slowed down four times, over the demo data.

const THROTTLE = 4;
const ROUNDS = 10;
const LIMIT_MS = 200;
const PAUSE_MS = 400;
/** How long the pointer is on a mark before it is clicked. */
const REST_MS = 200;
const SETTLED_MS = 15_000;

/** What is clicked in turn, each taken off again by its chip. */
const OFF = '.filter-bar .chip';
const clicksOf = (round: number) => [
  // Another school in every round, whose answers nobody has asked for yet.
  `#schools tbody tr:nth-child(${round + 1}) .filter-name`,
  '#hires-by-channel .bar',
  '#hires-by-degree .bar',
];

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

const server = await startServer();
const browser = await launchBrowser();
const page = await browser.newPage({
  storageState: server.session,
  viewport: { width: 1440, height: 900 },
  locale: 'en-US',
});
// The bench is compiled with helpers for the names of functions, which the page does not have.
await page.addInitScript('globalThis.__name = (named) => named');
await page.goto(server.url);
await page.locator('.recharts-wrapper, .drawn-chart').nth(4).waitFor();

interface ClickTime {
  /** Until every panel in the window shows the new answer and is painted, in milliseconds. */
  readonly window: number;
  /** The same for every panel of the page. */
  readonly page: number;
}

/** Goes to what is clicked with the pointer, as a person does, and answers when the panels were painted. */
const clickTime = async (selector: string): Promise<ClickTime> => {
  const target = page.locator(selector).first();
  await target.scrollIntoViewIfNeeded();
  await page.waitForTimeout(PAUSE_MS);
  await target.hover();
  await page.waitForTimeout(REST_MS);
  const painted = await page.evaluateHandle(
    (patience) => ({
      time: new Promise<ClickTime>((resolve, reject) => {
        const before = window.location.href;
        let started = Number.NaN;
        let seen: number | null = null;
        const inWindow = (part: Element) => {
          const { top, bottom } = part.getBoundingClientRect();
          return bottom > 0 && top < window.innerHeight;
        };
        const look = (): void => {
          const now = performance.now() - started;
          const parts = [
            ...document.querySelectorAll('[aria-busy="true"], .mantine-Skeleton-root'),
          ];
          const same = window.location.href === before;
          if (now > patience) reject(new Error('The page stays busy'));
          if (!same && seen === null && !parts.some(inWindow)) {
            // The frame in which nothing is busy is drawn when the next one begins.
            requestAnimationFrame(() => (seen = performance.now() - started));
          }
          if (same || parts.length > 0) requestAnimationFrame(look);
          else
            requestAnimationFrame(() => {
              const all = performance.now() - started;
              resolve({ window: seen ?? all, page: all });
            });
        };
        const begin = (): void => {
          started = performance.now();
          requestAnimationFrame(look);
        };
        window.addEventListener('click', begin, { capture: true, once: true });
      }),
    }),
    SETTLED_MS,
  );
  await page.mouse.down();
  await page.mouse.up();
  return await painted.evaluate(({ time }) => time);
};

const session = await page.context().newCDPSession(page);
// The main thread's own time tells the work apart from what else the machine does.
await session.send('Performance.enable', { timeDomain: 'threadTicks' });
async function workSoFar(): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
}

await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
const first: ClickTime[] = [];
const again: ClickTime[] = [];
const work: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  for (const selector of clicksOf(round)) {
    for (const target of [selector, OFF]) {
      const worked = await workSoFar();
      const time = await clickTime(target);
      work.push((await workSoFar()) - worked);
      (target === selector && (round === 0 || selector.startsWith('#schools'))
        ? first
        : again
      ).push(time);
      await page.waitForTimeout(PAUSE_MS);
    }
  }
}
const rows = [
  ['new answers (first time)', first],
  ['answers that were seen before', again],
  ['all', [...first, ...again]],
] as const;
const line = (name: string, times: readonly number[]): string =>
  `${name.padEnd(44)} n ${String(times.length).padStart(3)}, median ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms`;
console.log(
  `Filter click to all panels painted, CPU slowed ${THROTTLE} ×, demo data (limit p95 ${LIMIT_MS} ms):`,
);
for (const [name, times] of rows) {
  console.log(
    line(
      `${name}: window`,
      times.map((time) => time.window),
    ),
  );
  console.log(
    line(
      `${name}: whole page`,
      times.map((time) => time.page),
    ),
  );
}
console.log(line('of that, work of the main thread', work));
await browser.close();
await server.stop();
