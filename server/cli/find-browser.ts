import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The shell first: it starts in half the time, having no tabs or address field to draw. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];

/** There is no browser to print with; says what to do about it. */
export class NoBrowser extends Error {}

/** Where systems install it that do not put it on the path. */
const PLACES = [
  ...NAMES.map((name) => `/usr/bin/${name}`),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Path of a Chromium: `CHROMIUM_PATH`, else one on the path or where systems install it; null where there is none.
 * @throws NoBrowser where `CHROMIUM_PATH` names no file.
 */
export function findBrowser(variables: NodeJS.ProcessEnv): string | null {
  const named = variables['CHROMIUM_PATH'];
  if (named !== undefined) {
    if (!existsSync(named)) throw new NoBrowser(`CHROMIUM_PATH names no file: ${named}`);
    return named;
  }
  const folders = (variables['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...PLACES].find((path) => existsSync(path)) ?? null;
}
