import { existsSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { AppError } from '../../domain/errors.ts';
import { RELEASE_RULES } from '../../domain/releases/rules.ts';
import { scopeOfEverything } from '../auth/scope.ts';
import { readConfig } from '../config.ts';
import { createReleases } from '../releases/create-releases.ts';
import { findOwner } from '../releases/find-owner.ts';
import { writeAnnex } from '../releases/write-annex.ts';
import { openSettings } from '../settings/open-settings.ts';
import { openStore } from '../store/sqlite/store.ts';
import { findBrowser, NoBrowser } from './find-browser.ts';
import { printPdf } from './print-pdf.ts';
import { readReportArguments, USAGE, type ReportArguments } from './report-arguments.ts';

// npm run report -- --school … --out annex.pdf: the annual annex, as GET /api/release/report answers it.

const REFUSED = 1;
const WRONG_USAGE = 2;
const NO_BROWSER = 3;

/** The document, by the verbs that the server answers with. */
async function documentOf(
  { school, college, year, language }: ReportArguments,
  databasePath: string,
  currency: string,
): Promise<string> {
  const store = await openStore(databasePath);
  const settings = openSettings(databasePath, currency, RELEASE_RULES);
  const releases = createReleases({
    databasePath,
    currency: () => settings.currency(),
    scope: scopeOfEverything(),
    rules: () => settings.rules(),
    state: () => store.aggregator.snapshot(),
  });
  try {
    const owner = findOwner(
      releases.parts().map(({ part }) => part),
      { school, college },
    );
    const part = releases.part(owner);
    if (part === null) throw new AppError('not_found', 'The release has no such part.');
    return writeAnnex(part, { year, language, employer: settings.read().companyName });
  } finally {
    await releases.close();
    settings.close();
    store.close();
  }
}

async function main(args: readonly string[]): Promise<number> {
  const options = readReportArguments(args);
  const config = readConfig(process.env);
  const databasePath = resolve(options.database ?? config.databasePath);
  const out = resolve(options.out);
  if (!existsSync(databasePath))
    throw new AppError('invalid_input', `There is no database ${databasePath}.`);
  if (!existsSync(dirname(out)))
    throw new AppError('invalid_input', `There is no folder ${dirname(out)}.`);
  const browser = options.format === 'pdf' ? findBrowser(process.env) : null;
  if (options.format === 'pdf' && browser === null) {
    throw new NoBrowser(
      'A PDF needs Chromium or Chrome, and none was found. Install one, name it in CHROMIUM_PATH, or write --out annex.html and print that.',
    );
  }
  const html = await documentOf(options, databasePath, config.currency);
  if (browser === null) writeFileSync(out, html);
  else await printPdf(browser, html, out);
  process.stdout.write(`Wrote ${out}\n`);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const usage = error instanceof AppError && error.code === 'invalid_input';
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(usage ? `${message}\n\n${USAGE}\n` : `${message}\n`);
  process.exitCode = usage ? WRONG_USAGE : error instanceof NoBrowser ? NO_BROWSER : REFUSED;
}
