import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeViolations } from '../support/axe-check.ts';
import { launchBrowser } from '../support/browser.ts';
import { expectToFit, LOOKS, WIDE } from '../support/looks.ts';
import { startServer, type RunningServer } from '../support/server.ts';

export interface PageSuite {
  /** Where the server of the suite answers. */
  readonly url: () => string;
  /** A page of its own, once it is ready; the test closes its context. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<Page>;
  /** A session of the dean of a school, for `open`. */
  readonly deanSession: RunningServer['deanSession'];
  /** Asks the server as somebody from HR. */
  readonly fetch: RunningServer['fetch'];
  readonly fetchAsAdmin: RunningServer['fetchAsAdmin'];
  /** What the API answers, parsed. */
  readonly api: (query: string) => Promise<ReturnType<typeof JSON.parse>>;
}

/**
 * Starts a server on demo data and a browser for the suite that calls it, and ends both after it.
 * @param ready waits until a page that was opened shows what its tests look at.
 */
export function usePageSuite(ready: (page: Page) => Promise<void>): PageSuite {
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
    expect(errors, 'nothing failed in the console of any page').toEqual([]);
  });
  return {
    url: () => server.url,
    deanSession: (schoolId) => server.deanSession(schoolId),
    fetch: (path, init) => server.fetch(path, init),
    fetchAsAdmin: (path, init) => server.fetchAsAdmin(path, init),
    open: async (path, options = {}) => {
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
      await ready(page);
      await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
      return page;
    },
    api: async (query) => {
      const response = await server.fetch(`/api/${query}`);
      expect(response.status, query).toBe(200);
      return JSON.parse(await response.text());
    },
  };
}

/** The texts of a panel's table, row by row. */
export async function rowsOf(page: Page, panel: string): Promise<string[][]> {
  const rows = await page.locator(`${panel} tbody tr`).all();
  return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
}

/** A number as the English page writes it. */
export function numberOf(text: string | undefined): number {
  return Number(text?.replaceAll(',', ''));
}

/**
 * Tests that pages are accessible and cut nothing off: both languages, both schemes, wide and on a phone.
 * @param more looks at what only this page has.
 */
export function itLooksRight(
  { open }: Pick<PageSuite, 'open'>,
  paths: readonly string[],
  more: (page: Page) => Promise<void> = () => Promise.resolve(),
): void {
  for (const { locale, colorScheme, viewport } of LOOKS) {
    it(`axe finds nothing in ${locale}, ${colorScheme}, ${viewport.width} px wide, and nothing is cut in either width`, async () => {
      for (const path of paths) {
        const page = await open(path, { locale, colorScheme, viewport });
        expect(await axeViolations(page), path).toEqual([]);
        await expectToFit(page, () => more(page));
        await page.context().close();
      }
    });
  }
}

/** Tests that nothing of the Chinese pages is left in English, but for what `known` names. */
export function itIsChinese(
  { open }: Pick<PageSuite, 'open'>,
  paths: readonly string[],
  known: RegExp,
): void {
  it('the Chinese page has no English left over', async () => {
    for (const path of paths) {
      const page = await open(path, { locale: 'zh-CN' });
      const text = await page.locator('body').innerText();
      expect(text.replaceAll(known, '').match(/[A-Za-z]{2,}/g) ?? [], path).toEqual([]);
      await page.context().close();
    }
  });
}
