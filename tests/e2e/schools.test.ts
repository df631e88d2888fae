import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, launchBrowser } from '../support/browser.ts';
import { itLooksRight } from './page-suite.ts';
import { WIDE } from '../support/looks.ts';
import { startServer, type RunningServer } from '../support/server.ts';

/** Latin text that a Chinese page may hold: the product's name, the other language's, and statistics' letters. */
const NOT_CHINESE = /Talentbridge|English|Fisher|Kaplan–Meier|NACE|CSV|PNG|HR|n = |n=|p = |p < /g;

interface ComparedSchool {
  readonly key: { readonly school: { readonly id: number; readonly name: string } };
  readonly x: number;
  readonly n: number;
  readonly value: number | null;
  readonly differs: boolean | null;
  readonly rank: { readonly best: number; readonly worst: number } | null;
}

interface Comparison {
  readonly years: { readonly from: number; readonly to: number } | null;
  readonly rows: readonly ComparedSchool[];
}

describeInBrowser('the Schools page', () => {
  let server: RunningServer;
  let browser: Browser;
  const errors: string[] = [];

  beforeAll(async () => {
    server = await startServer();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  async function settled(page: Page): Promise<void> {
    await page.locator('#funnel').locator('.recharts-scatter-symbol, tbody tr').first().waitFor();
    await page.locator('#ranking tbody tr').first().waitFor();
    await page.locator('#schools tbody th').first().waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  }

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({
      storageState: server.session,
      viewport: WIDE,
      locale: 'en-US',
      ...options,
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(server.url + path);
    await settled(page);
    return page;
  }

  async function compared(query: string): Promise<Comparison> {
    const response = await server.fetch(`/api/comparison?${query}`);
    return JSON.parse(await response.text());
  }

  const answer = (page: Page): Locator => page.locator('#funnel .panel-answer');

  it('is reached by the navigation and shows table, funnel plot and ranking', async () => {
    const page = await open('/schools');
    await page.goto(server.url);
    await page.getByRole('navigation').getByRole('link', { name: 'Schools' }).click();
    await settled(page);
    expect(await page.title()).toBe('Schools · Talentbridge');
    for (const panel of ['#schools', '#funnel', '#ranking']) {
      expect(await page.locator(panel).count(), panel).toBe(1);
    }
    const { rows } = await compared('metric=acceptance_rate');
    const rated = rows.filter(({ value }) => value !== null);
    expect(await page.locator('#funnel .recharts-scatter-symbol').count()).toBe(rated.length);
    expect(await page.locator('#funnel .funnel-limit').count()).toBe(4);
    const differing = rows.filter(({ differs }) => differs === true);
    expect(await page.locator('#funnel .funnel-labels text').allInnerTexts()).toHaveLength(
      differing.length,
    );
    const tested = rows.filter(({ differs }) => differs !== null).length;
    expect(await answer(page).innerText()).toContain(`${differing.length} of ${tested} schools`);
    await page.context().close();
  });

  it('labels of the plot do not cover one another', async () => {
    const page = await open('/schools?compare=local_rate');
    const boxes = await page
      .locator('#funnel .funnel-labels text')
      .evaluateAll((texts) => texts.map((text) => text.getBoundingClientRect().toJSON()));
    expect(boxes.length).toBeGreaterThan(4);
    for (const [index, a] of boxes.entries()) {
      for (const b of boxes.slice(index + 1)) {
        const overlap =
          a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        expect(overlap).toBe(false);
      }
    }
    await page.context().close();
  });

  it('the mouse filters by a school, which the plot and the ranking then point out among all', async () => {
    const page = await open('/schools');
    const all = await page.locator('#ranking tbody th').count();
    await page.locator('#funnel .recharts-scatter-symbol').last().click();
    await page.waitForURL(/[?&]school=\d+/);
    await expect.poll(() => page.locator('#schools tbody tr').count()).toBe(1);
    const name = await page.locator('#schools tbody th').innerText();
    const pointedOut = page.locator('#ranking tr.highlighted');
    await expect.poll(() => pointedOut.count()).toBe(1);
    expect(await pointedOut.innerText()).toContain(name);
    expect(await page.locator('#ranking tbody th').count()).toBe(all);

    await page.reload();
    await settled(page);
    expect(await pointedOut.innerText()).toContain(name);
    await page.locator('#funnel .recharts-scatter-symbol').last().click();
    await page.waitForURL((url) => !url.searchParams.has('school'));
    await page.context().close();
  });

  it('the keyboard chooses the metric and puts three years together; a reload keeps both', async () => {
    const page = await open('/schools');
    const metric = page.getByLabel('Compare schools by');
    await metric.focus();
    await page.keyboard.type('First-year');
    await page.waitForURL(/compare=first_year_turnover/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.waitForURL(/pool=3/);
    const { years, rows } = await compared('metric=first_year_turnover&pool=3');
    const note = `Graduation years ${years?.from}–${years?.to} together.`;
    await page.locator('#funnel').getByText(note).waitFor();
    await page.locator('#ranking').getByText(note).waitFor();
    const ranks = rows.filter(({ rank }) => rank !== null).length;
    await expect.poll(() => page.locator('#ranking tbody th').count()).toBe(ranks);

    await page.reload();
    await settled(page);
    expect(await metric.inputValue()).toBe('first_year_turnover');
    expect(await page.getByRole('switch').isChecked()).toBe(true);
    await page.locator('#funnel').getByText(note).waitFor();

    // The names of the legend and of the ranking are the keyboard's way to filter by a school.
    await page.locator('#ranking tbody th button').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/school=\d+/);
    await page.context().close();
  });

  it('the tables show the numbers of the API, and so does their CSV', async () => {
    const page = await open('/schools?compare=local_rate&table=funnel');
    const { rows } = await compared('metric=local_rate');
    const bySize = rows
      .filter(({ value }) => value !== null)
      .toSorted((a, b) => b.n - a.n || a.key.school.id - b.key.school.id);
    const shown = await page
      .locator('#funnel tbody tr')
      .evaluateAll((lines) =>
        lines.map((line) => [...line.children].map((cell) => cell.textContent)),
      );
    expect(shown.map(([name, , x, n]) => [name, x, n])).toEqual(
      bySize.map(({ key, x, n }) => [
        key.school.name,
        x.toLocaleString('en-US'),
        n.toLocaleString('en-US'),
      ]),
    );
    for (const [index, { differs }] of bySize.entries()) {
      const words = shown[index]?.[4] ?? '';
      expect(words.startsWith('Differs'), words).toBe(differs === true);
      expect(words.startsWith('Fewer than 10'), words).toBe(differs === null);
    }

    await page
      .locator('#ranking')
      .getByRole('button', { name: /Options/ })
      .click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Export CSV' }).click();
    const lines = readFileSync(await (await download).path(), 'utf8')
      .split('\r\n')
      .filter((line) => /^\d/.test(line));
    const ranked = rows.filter(({ rank }) => rank !== null);
    expect(lines).toHaveLength(ranked.length);
    for (const { key, rank, value } of ranked) {
      const line = lines.find((one) => one.includes(key.school.name)) ?? '';
      const range = rank?.best === rank?.worst ? `${rank?.best}` : `${rank?.best}–${rank?.worst}`;
      expect(line.startsWith(`${range},`), line).toBe(true);
      expect(line).toContain(String(value));
    }
    await page.context().close();
  });

  it('shows no ranking below five schools of ten people, and says why', async () => {
    const context = await browser.newContext({
      storageState: server.session,
      viewport: WIDE,
      locale: 'en-US',
    });
    const page = await context.newPage();
    await page.goto(`${server.url}/schools?degree=doctor`);
    const { rows } = await compared('metric=acceptance_rate&degree=doctor');
    const large = rows.filter(({ n, value }) => value !== null && n >= 10).length;
    expect(large).toBeLessThan(5);
    await page.locator('#ranking').getByText(`Here there are ${large}.`).waitFor();
    expect(await page.locator('#ranking table').count()).toBe(0);
    await context.close();
  });

  it('the plot can be saved as a picture, and tells of a school under the pointer', async () => {
    const page = await open('/schools');
    await page.locator('#funnel .recharts-scatter-symbol').first().hover();
    await page.locator('.chart-tooltip').getByText('95 % interval').waitFor();
    await page
      .locator('#funnel')
      .getByRole('button', { name: /Options/ })
      .click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Export PNG' }).click();
    const bytes = readFileSync(await (await download).path());
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(bytes.length).toBeGreaterThan(20_000);
    await page.context().close();
  });

  itLooksRight({ open }, ['/schools?school=6'], async (page) => {
    const cut = await page
      .locator('#ranking, #funnel')
      .evaluateAll((panels) =>
        panels.flatMap((panel) =>
          [...panel.querySelectorAll('h2, p, th, td, li, section')]
            .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1)
            .map((one) => one.textContent),
        ),
      );
    expect(cut).toEqual([]);
  });

  it('the Chinese page has no English left over', async () => {
    const page = await open('/schools?school=6&compare=local_rate&pool=3', { locale: 'zh-CN' });
    const text = await page.locator('body').innerText();
    expect(text.replaceAll(NOT_CHINESE, '').match(/[A-Za-z]{2,}/g) ?? []).toEqual([]);
    await page.context().close();
  });

  it('nothing failed in the console of any of these pages', () => {
    expect(errors).toEqual([]);
  });
});
