import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { describe } from 'vitest';

// The shell first: it opens a window in half the time, having no tabs or address field to draw.
const PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Path of the browser: `CHROMIUM_PATH`, else where systems install it; null where there is none. */
function findBrowser(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  if (named === undefined) return PLACES.find((path) => existsSync(path)) ?? null;
  if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names no file: ${named}`);
  return named;
}

/**
 * A suite that needs a real browser. Without one it is skipped, with a warning; where `REQUIRE_BROWSER` is set that is
 * an error instead.
 */
export function describeInBrowser(name: string, body: () => void): void {
  const found = findBrowser() !== null;
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

/** A headless Chromium with a fresh profile. The caller closes it. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('No Chromium found');
  return chromium.launch({ executablePath, args: ARGUMENTS });
}
