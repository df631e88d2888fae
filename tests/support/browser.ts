import { chromium, type Browser } from 'playwright-core';
import { describe } from 'vitest';
import { findBrowser } from '../../server/cli/find-browser.ts';

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  // A process less for each page: a twelfth of what opening one costs.
  '--in-process-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A suite that needs a real browser. Without one it is skipped, with a warning; where `REQUIRE_BROWSER` is set that is
 * an error instead.
 */
export function describeInBrowser(name: string, body: () => void): void {
  const found = findBrowser(process.env) !== null;
  if (!found && process.env['REQUIRE_BROWSER'] !== undefined) {
    throw new Error(`No Chromium for “${name}”: install one, or set CHROMIUM_PATH.`);
  }
  if (!found) {
    console.warn(
      `\n!!! SKIPPED: “${name}” needs Chromium. Install one, or set CHROMIUM_PATH. !!!\n`,
    );
  }
  describe.runIf(found)(name, body);
}

/**
 * A headless Chromium with a fresh profile, of somebody who wants nothing to move: colors in transition are none of the
 * page's. The caller closes it.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser(process.env);
  if (executablePath === null) throw new Error('No Chromium found');
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = (options) => newContext({ reducedMotion: 'reduce', ...options });
  return browser;
}
