import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const MOST_MS = 120_000;
const MOST_WORDS = 2000;

/**
 * Prints an HTML document that loads nothing to a PDF file, as the browser's own print does.
 * @param browser path of a Chromium.
 * @throws Error with what the browser said, where it printed nothing; the file is then as before.
 */
export async function printPdf(browser: string, html: string, out: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'talentbridge-report-'));
  const page = join(folder, 'page.html');
  const pdf = join(folder, 'page.pdf');
  try {
    writeFileSync(page, html);
    const printing = spawn(
      browser,
      [
        '--headless',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Its sandbox does not start as root; the document is our own and runs nothing.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--user-data-dir=${join(folder, 'profile')}`,
        '--no-pdf-header-footer',
        `--print-to-pdf=${pdf}`,
        pathToFileURL(page).href,
      ],
      { stdio: ['ignore', 'ignore', 'pipe'], signal: AbortSignal.timeout(MOST_MS) },
    );
    let words = '';
    printing.stderr.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-MOST_WORDS);
    });
    await once(printing, 'close');
    if (!existsSync(pdf)) throw new Error(`${browser} printed nothing. ${words.trim()}`);
    copyFileSync(pdf, out);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
