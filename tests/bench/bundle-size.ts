import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

// The shell is what a browser has to load before it can show anything: the entry and what it imports
// statically. Everything else comes later, by import().

const LIMIT_KB = 260;
const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g;
const ENTRY = /<script[^>]+src="\/assets\/([^"]+\.js)"/;
/** Recharts' own class names mark the chunks that charts are drawn with; the picture export looks for one. */
const CHART = /recharts-(?!wrapper)/;

const client = fileURLToPath(new URL('../../dist/client/', import.meta.url));
const assets = join(client, 'assets');

function sourceOf(file: string): string {
  return readFileSync(join(assets, file), 'utf8');
}

function gzipKb(files: Iterable<string>): number {
  return [...files].reduce((sum, file) => sum + gzipSync(sourceOf(file)).length / 1000, 0);
}

/** A chunk and, through all levels, the chunks that it imports statically. */
function withStaticImports(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, imported] of sourceOf(file).matchAll(STATIC_IMPORT)) {
    if (imported !== undefined) withStaticImports(imported, seen);
  }
  return seen;
}

function main(): number {
  const page = join(client, 'index.html');
  const entry = existsSync(page) ? ENTRY.exec(readFileSync(page, 'utf8'))?.[1] : undefined;
  if (entry === undefined) {
    console.error('dist/client/index.html has no entry: run `npm run build` first.');
    return 1;
  }
  const shell = withStaticImports(entry);
  const later = readdirSync(assets).filter((file) => file.endsWith('.js') && !shell.has(file));
  const charts = later.filter((file) => CHART.test(sourceOf(file)));
  const rest = later.filter((file) => !charts.includes(file));
  const shellKb = gzipKb(shell);
  console.log(
    `shell   ${shellKb.toFixed(1)} kB gzip (limit ${LIMIT_KB}): ${[...shell].join(', ')}`,
  );
  console.log(`charts  ${gzipKb(charts).toFixed(1)} kB gzip, later: ${charts.join(', ')}`);
  console.log(`pages   ${gzipKb(rest).toFixed(1)} kB gzip, later: ${rest.join(', ')}`);
  if ([...shell].some((file) => CHART.test(sourceOf(file)))) {
    console.error('The shell holds Recharts, which only charts may load.');
    return 1;
  }
  if (shellKb < LIMIT_KB) return 0;
  console.error(`The shell is too large: ${shellKb.toFixed(1)} kB.`);
  return 1;
}

process.exitCode = main();
