import { WIDE } from './looks.ts';
import type { RunningServer } from './server.ts';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** Somebody who opens pages of a server, and what went wrong in the console meanwhile. */
export interface Visitor {
  /** Opens a page in a context of its own and waits until nothing on it is loading. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  readonly errors: string[];
}

/** Waits until every panel of a page shows an answer that is up to date. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction(
    () =>
      document.querySelector('[aria-busy="true"], .mantine-Skeleton-root, .mantine-Loader-root') ===
      null,
  );
}

/** A visitor of a server in a browser. */
export function visitorOf(browser: Browser, { url, session }: RunningServer): Visitor {
  const errors: string[] = [];
  return {
    errors,
    open: async (path, options = {}) => {
      const context = await browser.newContext({
        storageState: session,
        viewport: WIDE,
        locale: 'en-US',
        ...options,
      });
      const page = await context.newPage();
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await page.goto(url + path);
      await settled(page);
      return page;
    },
  };
}
