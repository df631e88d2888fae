import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, launchBrowser } from '../support/browser.ts';
import { itLooksRight } from './page-suite.ts';
import { WIDE } from '../support/looks.ts';
import { startServer, type RunningServer } from '../support/server.ts';

/** Latin text that a Chinese page may hold: the product's name, the other language's, and statistics' letters. */
const NOT_CHINESE = /Talentbridge|English|Kaplan–Meier|NACE|CSV|PNG|HR|n = |n=/g;

describeInBrowser('the Overview page', () => {
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
    await page.locator('.recharts-wrapper, .drawn-chart').nth(4).waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    return page;
  }

  async function total(query: string): Promise<number> {
    const response = await server.fetch(`/api/query?metric=hires&${query}`);
    const body: { total: { hires: { value: number } } } = JSON.parse(await response.text());
    return body.total.hires.value;
  }

  const hiresShown = async (page: Page): Promise<number> => {
    const text = await page
      .locator('#key-figures')
      .getByText(/^[\d,]+$/)
      .first()
      .innerText();
    return Number(text.replaceAll(',', ''));
  };

  it('draws at least five charts, each with marks', async () => {
    const page = await open('/');
    const charts = page.locator('.recharts-wrapper, .drawn-chart');
    const marks = await charts.evaluateAll((wrappers) =>
      wrappers.map((wrapper) => {
        const shapes = [...wrapper.querySelectorAll<SVGGraphicsElement>('svg path, svg rect')];
        return shapes
          .map((shape) => shape.getBBox())
          .filter(({ width, height }) => width > 0 && height > 1).length;
      }),
    );
    expect(marks.length).toBeGreaterThanOrEqual(5);
    expect(Math.min(...marks)).toBeGreaterThan(0);
    expect(await hiresShown(page)).toBe(await total(''));
    await page.context().close();
  });

  it('a click on a school filters every panel and the address, a reload keeps it, a second click ends it', async () => {
    const page = await open('/');
    const all = await total('');
    await page.locator('#hires-by-year .bar').first().click();
    await page.waitForURL(/[?&]school=1(&|$)/);
    const one = await total('school=1');
    expect(one).toBeLessThan(all);
    await expect.poll(() => hiresShown(page)).toBe(one);
    await expect.poll(() => page.locator('#schools tbody tr').count()).toBe(1);
    const flow = page.locator('#flow');
    await expect.poll(() => flow.getByText(one.toLocaleString('en-US')).count()).toBeGreaterThan(0);

    await page.reload();
    await page.locator('.recharts-wrapper, .drawn-chart').nth(4).waitFor();
    await expect.poll(() => hiresShown(page)).toBe(one);

    await page.locator('#hires-by-year .bar').first().click();
    await page.waitForURL((url) => !url.searchParams.has('school'));
    await expect.poll(() => hiresShown(page)).toBe(all);
    await page.context().close();
  });

  it('a link is a view: filters, years and the sorting come from the address', async () => {
    const page = await open('/?school=1&school=3&year=2020..2022&degree=bachelor&sort=school');
    expect(await hiresShown(page)).toBe(
      await total('school=1&school=3&year=2020..2022&degree=bachelor'),
    );
    expect(await page.locator('#schools tbody tr').count()).toBe(2);
    await page.context().close();
  });

  it('the table of a panel shows the numbers of the API, and so does its CSV', async () => {
    const page = await open('/');
    const panel = page.locator('#hires-by-year');
    await panel.getByRole('button', { name: /Options/ }).click();
    await page.getByRole('menuitem', { name: 'Show as table' }).click();
    const cells = await panel.locator('tbody tr').first().locator('th, td').allInnerTexts();
    const [year, ...numbers] = cells.map((text) => Number(text.replaceAll(',', '')));
    expect(year).toBe(2015);
    expect(numbers.at(-1)).toBe(await total('year=2015'));

    await panel.getByRole('button', { name: /Options/ }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Export CSV' }).click();
    const lines = readFileSync(await (await download).path(), 'utf8').split('\r\n');
    const row = lines.find((line) => line.startsWith('2015,') || line.startsWith('"2015",'));
    expect(row?.split(',').map(Number)).toEqual([year, ...numbers]);
    await page.context().close();
  });

  it('a chart can be saved as a picture', async () => {
    const page = await open('/');
    await page
      .locator('#flow')
      .getByRole('button', { name: /Options/ })
      .click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Export PNG' }).click();
    const bytes = readFileSync(await (await download).path());
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(bytes.length).toBeGreaterThan(20_000);
    await page.context().close();
  });

  it('the definition of a metric opens beside its panel', async () => {
    const page = await open('/');
    await page
      .locator('#schools')
      .getByRole('button', { name: /What it means/ })
      .click();
    await page.getByText('accepted ÷ (accepted + declined)').waitFor();
    await page.context().close();
  });

  it('the keyboard sorts the table of schools', async () => {
    const page = await open('/');
    await page.locator('#schools thead button').nth(2).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/sort=/);
    await expect
      .poll(() => page.locator('#schools thead th').nth(2).getAttribute('aria-sort'))
      .toBe('descending');
    await page.context().close();
  });

  itLooksRight({ open }, ['/']);

  it('the Chinese page has no English left over and no character without a glyph', async () => {
    const page = await open('/?school=1', { locale: 'zh-CN' });
    expect(await page.locator('html').getAttribute('lang')).toMatch(/^zh/);
    const text = await page.locator('body').innerText();
    expect(text.replaceAll(NOT_CHINESE, '').match(/[A-Za-z]{2,}/g) ?? []).toEqual([]);
    const boxes = await page.evaluate((shown) => {
      const canvas = document.createElement('canvas');
      canvas.width = 24;
      canvas.height = 24;
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (context === null) throw new Error('no canvas');
      const drawn = (character: string): string => {
        context.clearRect(0, 0, 24, 24);
        context.font = `20px ${getComputedStyle(document.body).fontFamily}`;
        context.fillText(character, 2, 20);
        return context.getImageData(0, 0, 24, 24).data.join(',');
      };
      const missing = drawn('\u{10FFFD}');
      return [...new Set(shown)].filter(
        (character) => /\p{Script=Han}/u.test(character) && drawn(character) === missing,
      );
    }, text);
    expect(boxes).toEqual([]);
    await page.context().close();
  });

  it('nothing failed in the console of any of these pages', () => {
    expect(errors).toEqual([]);
  });
});

describeInBrowser('the embedded demo', () => {
  it('says that its data is synthetic, in both languages', async () => {
    const server = await startServer({ database: 'embedded' });
    const browser = await launchBrowser();
    for (const [locale, words, manager] of [
      ['en-US', 'invented', 'Sign in as HR manager'],
      ['zh-CN', '虚构', '以人力资源经理身份登录'],
    ] as const) {
      const page = await (await browser.newContext({ locale })).newPage();
      await page.goto(server.url);
      await page.getByText(words).waitFor();
      await page.getByRole('button', { name: manager }).click();
      await page.getByRole('note').getByText(words).waitFor();
    }
    await browser.close();
    await server.stop();
  });
});
