import { execFileSync } from 'node:child_process';
import { readdirSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../config.ts';

const SOURCES = [
  'client',
  'server',
  'domain',
  'package-lock.json',
  'vite.config.ts',
  'tsconfig.json',
];
const PRODUCTS = ['dist/client/index.html', 'dist/server/main.js'];

function stats(path: string): Stats | null {
  return statSync(join(PROJECT_ROOT, path), { throwIfNoEntry: false }) ?? null;
}

function newest(path: string): number {
  const found = stats(path);
  if (found === null) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = readdirSync(join(PROJECT_ROOT, path)).map((name) => newest(join(path, name)));
  return Math.max(found.mtimeMs, ...inside);
}

const built = Math.min(...PRODUCTS.map((path) => stats(path)?.mtimeMs ?? 0));
if (Math.max(...SOURCES.map(newest)) > built) {
  console.log('Building (sources are newer than the build) …');
  // Tests say that they are tests, by which the pages would be built with React's development version and stay so.
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync('npm', ['run', 'build'], { cwd: PROJECT_ROOT, stdio: 'inherit', env });
}
