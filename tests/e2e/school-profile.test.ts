import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser, launchBrowser } from '../support/browser.ts';
import { itLooksRight } from './page-suite.ts';
import { WIDE } from '../support/looks.ts';
import { startServer, type RunningServer } from '../support/server.ts';

describeInBrowser('the profile of a school', () => {
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
    await page.goto(server.url + path);
    await page.locator('#key-figures dd').first().waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    return page;
  }

  async function total(query: string): Promise<string> {
    const response = await server.fetch(`/api/query?metric=hires&${query}`);
    const body: { total: { hires: { value: number } } } = JSON.parse(await response.text());
    return body.total.hires.value.toLocaleString('en-US');
  }

  it('is a click away from a school in a chart, and keeps the other filters', async () => {
    const page = await open('/?degree=bachelor');
    await page.locator('#hires-by-year .bar').first().click();
    await page.getByRole('link', { name: /^Profile of/ }).click();
    await page.waitForURL(/\/schools\/1\?degree=bachelor$/);
    const hires = page.locator('#against-others tbody tr').first().locator('td').first();
    await expect.poll(() => hires.innerText()).toBe(await total('school=1&degree=bachelor'));
    await page.context().close();
  });

  it('tells the school apart from everybody else, whatever the address filters by', async () => {
    const page = await open('/schools/3?school=1');
    const cells = page.locator('#against-others tbody tr').first().locator('td');
    const own = await total('school=3');
    await expect.poll(() => cells.first().innerText()).toBe(own);
    const all = Number((await total('')).replaceAll(',', ''));
    const others = Number((await cells.nth(1).innerText()).replaceAll(',', ''));
    expect(others).toBe(all - Number(own.replaceAll(',', '')));
    await page.context().close();
  });

  it('filters by a major with a click on its pay, and no longer with another', async () => {
    const page = await open('/schools/1');
    const ranges = page.locator('#pay .recharts-bar-rectangle');
    await ranges.nth(2).waitFor();
    const before = await ranges.count();
    await ranges.nth(2).click();
    await page.waitForURL(/major=\d+/);
    await expect.poll(() => ranges.count()).toBe(1);
    await ranges.first().click();
    await page.waitForURL((url) => !url.searchParams.has('major'));
    await expect.poll(() => ranges.count()).toBe(before);
    await page.context().close();
  });

  it('says so where there is no such school', async () => {
    const context = await browser.newContext({
      storageState: server.session,
      viewport: WIDE,
      locale: 'en-US',
    });
    const page = await context.newPage();
    await page.goto(`${server.url}/schools/9999`);
    await page.getByRole('alert').getByText('There is no school 9999.').waitFor();
    await context.close();
  });

  itLooksRight({ open }, ['/schools/1']);

  it('nothing failed on any of these pages', () => {
    expect(errors).toEqual([]);
  });
});
