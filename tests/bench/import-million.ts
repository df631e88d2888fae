import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, mkdtempSync, readFileSync, rmSync, openAsBlob } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import Sqlite from 'better-sqlite3';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { PROJECT_ROOT } from '../../server/config.ts';
import { MAJOR_NAMES, SCHOOL_NAMES, writeMillionFile } from './million-file.ts';

// Imports a file of a million hires through the built server, and in two other ways in the same run. Skipped by
// BENCH_IMPORT=0; BENCH_IMPORT_ROWS and BENCH_IMPORT_RUNS change how much is done.

const ROWS = Number(process.env['BENCH_IMPORT_ROWS'] ?? 1_000_000);
const RUNS = Number(process.env['BENCH_IMPORT_RUNS'] ?? 1);
const HEALTH_EVERY_MS = 20;
const POLL_MS = 20;
const COLUMNS = 15;

const run = promisify(execFile);
const idSchema = z.object({ id: z.number() });
const statusSchema = z.object({ status: z.string(), error: z.unknown().optional() });

interface Figures {
  /** Seconds. */
  readonly total: number;
  readonly parts: Readonly<Record<string, number>>;
  readonly peakMegabytes: number;
  readonly healthP99: number;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** The built server on an empty database. */
async function startServer(
  folder: string,
): Promise<{ url: string; pid: number; stop(): Promise<void> }> {
  const server = spawn(process.execPath, ['dist/server/main.js'], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATABASE: join(folder, 'bench.db') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  for await (const line of createInterface({ input: server.stdout })) {
    const url = /listens on (http:\S+)/.exec(line)?.[1];
    if (url === undefined) continue;
    server.stdout.resume();
    const stop = async (): Promise<void> => {
      server.kill('SIGTERM');
      await ended;
    };
    return { url, pid: server.pid ?? 0, stop };
  }
  throw new Error('The server ended before it answered: build first.');
}

async function ask(url: string, method = 'GET', body?: unknown): Promise<unknown> {
  const json = { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
  const response = await fetch(url, { method, ...(body === undefined ? {} : json) });
  if (!response.ok)
    throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** Uploads, maps and commits a file, and says how long each took. */
async function importFile(url: string, kind: string, file: Blob): Promise<Record<string, number>> {
  const form = new FormData();
  form.set('file', file, `${kind}.csv`);
  let path = '';
  const upload = await seconds(async () => {
    const response = await fetch(`${url}/api/imports?kind=${kind}`, { method: 'POST', body: form });
    path = `${url}/api/imports/${idSchema.parse(await response.json()).id}`;
  });
  const mapping = await seconds(() =>
    ask(`${path}/mapping`, 'PUT', { columns: {}, constants: {} }),
  );
  const commit = await seconds(async () => {
    await ask(`${path}/commit`, 'POST', { skipInvalid: false });
    for (;;) {
      const { status, error } = statusSchema.parse(await ask(path));
      if (status === 'committed') return;
      if (status !== 'committing') throw new Error(`${status}: ${JSON.stringify(error)}`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  });
  const query = await seconds(() => ask(`${url}/api/query?metric=hires&by=year`));
  return { upload, mapping, commit, query };
}

/** Times of /healthz until it is stopped, in milliseconds. */
function watchHealth(url: string): () => Promise<number[]> {
  const times: number[] = [];
  const end = new AbortController();
  const watching = (async () => {
    while (!end.signal.aborted) {
      times.push((await seconds(() => ask(`${url}/healthz`))) * 1000);
      await new Promise((resolve) => setTimeout(resolve, HEALTH_EVERY_MS));
    }
  })();
  return async () => {
    end.abort();
    await watching;
    return times;
  };
}

async function throughServer(file: string): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'talentbridge-bench-'));
  const server = await startServer(folder);
  try {
    await importFile(server.url, 'schools', new Blob([`name\n${SCHOOL_NAMES.join('\n')}\n`]));
    await importFile(server.url, 'majors', new Blob([`name\n${MAJOR_NAMES.join('\n')}\n`]));
    const health = watchHealth(server.url);
    const parts = await importFile(server.url, 'hires', await openAsBlob(file));
    const times = await health();
    const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
    return {
      total: Object.values(parts).reduce((sum, part) => sum + part, 0),
      parts,
      peakMegabytes: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024,
      healthP99: quantile(times, 0.99),
    };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

/** `.import` of the file into a table of text; null where there is no sqlite3 on this machine. */
async function throughSqlite(file: string, folder: string): Promise<number | null> {
  const database = join(folder, 'cli.db');
  try {
    return await seconds(() => run('sqlite3', [database, '.mode csv', `.import ${file} hires`]));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  } finally {
    rmSync(database, { force: true });
  }
}

/** What one would write first: csv-parse and one statement a row, all as text. */
async function naively(file: string, folder: string): Promise<number> {
  const path = join(folder, 'naive.db');
  const database = new Sqlite(path);
  const names = Array.from({ length: COLUMNS }, (_, index) => `c${index}`);
  database.exec(`CREATE TABLE hires (${names.join(' TEXT, ')} TEXT)`);
  const insert = database.prepare(`INSERT INTO hires VALUES (${names.map(() => '?').join(', ')})`);
  const time = await seconds(async () => {
    database.exec('BEGIN');
    const rows: AsyncIterable<string[]> = createReadStream(file).pipe(parse({ from_line: 2 }));
    for await (const row of rows) insert.run(row);
    database.exec('COMMIT');
  });
  database.close();
  rmSync(path);
  return time;
}

function ratio(time: number, base: number): string {
  return `${(time / base).toFixed(2)} ×`;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'talentbridge-bench-'));
  const file = join(folder, 'hires.csv');
  try {
    writeMillionFile(file, ROWS);
    const ours: Figures[] = [];
    const theirs: number[] = [];
    const naive: number[] = [];
    for (let count = 0; count < RUNS; count += 1) {
      const cli = await throughSqlite(file, folder);
      if (cli !== null) theirs.push(cli);
      ours.push(await throughServer(file));
      naive.push(await naively(file, folder));
    }
    const median = quantile(
      ours.map(({ total }) => total),
      0.5,
    );
    console.log(`${ROWS} rows × ${COLUMNS} columns. Medians of ${RUNS} runs, in seconds.`);
    for (const { total, parts, peakMegabytes, healthP99 } of ours) {
      const each = Object.entries(parts).map(([name, part]) => `${name} ${part.toFixed(2)}`);
      console.log(
        `server ${total.toFixed(2)} (${each.join(', ')}), peak ${peakMegabytes.toFixed(0)} MB, /healthz p99 ${healthP99.toFixed(0)} ms`,
      );
    }
    if (theirs.length === 0) console.log('sqlite3 is not on this machine: no comparison with it.');
    else {
      const base = quantile(theirs, 0.5);
      console.log(`sqlite3 .import ${base.toFixed(2)}; server ${ratio(median, base)}`);
    }
    const simple = quantile(naive, 0.5);
    console.log(`csv-parse, row by row ${simple.toFixed(2)}; server ${ratio(median, simple)}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.env['BENCH_IMPORT'] === '0') console.log('Skipped: BENCH_IMPORT is 0.');
else await main();
