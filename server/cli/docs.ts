import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../config.ts';
import { columnsPage } from './columns-page.ts';
import { metricsPage } from './metrics-page.ts';

const PAGES = { 'docs/metrics.md': metricsPage(), 'docs/columns.md': columnsPage() };

/** What a file holds; an absent one holds nothing. */
function current(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

const stale = Object.entries(PAGES).filter(
  ([name, page]) => current(join(PROJECT_ROOT, name)) !== page,
);

if (process.argv.includes('--check')) {
  for (const [name] of stale)
    console.error(`${name} is stale: run "npm run docs" and commit what it writes.`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const [name, page] of stale) writeFileSync(join(PROJECT_ROOT, name), page);
  console.log(
    stale.length === 0
      ? 'All pages are up to date.'
      : `Wrote ${stale.map(([name]) => name).join(', ')}.`,
  );
}
