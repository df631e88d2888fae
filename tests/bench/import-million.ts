import { execFile } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync, openAsBlob } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Sqlite from 'better-sqlite3';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { startServer, type RunningServer } from '../support/server.ts';
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

async function ask(
  server: RunningServer,
  path: string,
  method = 'GET',
  body?: unknown,
): Promise<unknown> {
  const json = { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
  const response = await server.fetch(path, { method, ...(body === undefined ? {} : json) });
  if (!response.ok)
    throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** Uploads, maps and commits a file, and says how long each took. */
async function importFile(
  server: RunningServer,
  kind: string,
  file: Blob,
): Promise<Record<string, number>> {
  const form = new FormData();
  form.set('file', file, `${kind}.csv`);
  let path = '';
  const upload = await seconds(async () => {
    const response = await server.fetch(`/api/imports?kind=${kind}`, {
      method: 'POST',
      body: form,
    });
    path = `/api/imports/${idSchema.parse(await response.json()).id}`;
  });
  const mapping = await seconds(() =>
    ask(server, `${path}/mapping`, 'PUT', { columns: {}, constants: {} }),
  );
  const commit = await seconds(async () => {
    await ask(server, `${path}/commit`, 'POST', { skipInvalid: false });
    for (;;) {
      const { status, error } = statusSchema.parse(await ask(server, path));
      if (status === 'committed') return;
      if (status !== 'committing') throw new Error(`${status}: ${JSON.stringify(error)}`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  });
  const query = await seconds(() => ask(server, '/api/query?metric=hires&by=year'));
  return { upload, mapping, commit, query };
}

/** Times of /healthz until it is stopped, in milliseconds. */
function watchHealth(server: RunningServer): () => Promise<number[]> {
  const times: number[] = [];
  const end = new AbortController();
  const watching = (async () => {
    while (!end.signal.aborted) {
      times.push((await seconds(() => ask(server, '/healthz'))) * 1000);
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
  const server = await startServer({ databasePath: join(folder, 'bench.db') });
  try {
    await importFile(server, 'schools', new Blob([`name\n${SCHOOL_NAMES.join('\n')}\n`]));
    await importFile(server, 'majors', new Blob([`name\n${MAJOR_NAMES.join('\n')}\n`]));
    const health = watchHealth(server);
    const parts = await importFile(server, 'hires', await openAsBlob(file));
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
