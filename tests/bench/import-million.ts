import { execFile } from 'node:child_process';
import {
  createReadStream,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { Agent, get, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
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
const CHUNK_BYTES = 1 << 20;
const COLUMNS = 15;

const run = promisify(execFile);
const idSchema = z.object({ id: z.number() });
const statusSchema = z.object({ status: z.string(), error: z.unknown().optional() });

interface Figures {
  /** Seconds from the file to its rows being committed. */
  readonly total: number;
  /** Seconds that the first question after it takes. */
  readonly query: number;
  readonly parts: Readonly<Record<string, number>>;
  readonly peakMegabytes: number;
  /** Milliseconds while the file was imported. */
  readonly healthP99: number;
  readonly healthWorst: number;
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

/**
 * Uploads a file as it lies on the disk and answers what the server says. `fetch` would take half a core to wrap it up,
 * which the server has to itself where people upload from elsewhere.
 */
function upload(server: RunningServer, kind: string, file: string): Promise<string> {
  const boundary = 'a-file-of-hires';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${kind}.csv"\r\nContent-Type: text/csv\r\n\r\n`;
  const tail = `\r\n--${boundary}--\r\n`;
  const headers = {
    ...server.headers,
    'Content-Type': `multipart/form-data; boundary=${boundary}`,
    'Content-Length': head.length + statSync(file).size + tail.length,
  };
  return new Promise((resolve, reject) => {
    const sending = request(
      `${server.url}/api/imports?kind=${kind}`,
      { method: 'POST', headers },
      (response) => {
        text(response).then(resolve, reject);
      },
    );
    sending.on('error', reject);
    sending.write(head);
    const content = createReadStream(file, { highWaterMark: CHUNK_BYTES });
    content.on('error', reject);
    content.on('end', () => sending.end(tail));
    content.pipe(sending, { end: false });
  });
}

/** Uploads, maps and commits a file, and says how long each took. */
async function importFile(
  server: RunningServer,
  kind: string,
  file: string,
): Promise<Record<'upload' | 'mapping' | 'commit', number>> {
  let path = '';
  const uploaded = await seconds(async () => {
    const { id } = idSchema.parse(JSON.parse(await upload(server, kind, file)));
    path = `/api/imports/${id}`;
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
  return { upload: uploaded, mapping, commit };
}

/** Asks for /healthz on a line that stays open: this process is to take little of the processors. */
function askHealth(server: RunningServer, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const asking = get(`${server.url}/healthz`, { agent }, (response) => {
      response.on('end', resolve).on('error', reject).resume();
    });
    asking.on('error', reject);
  });
}

/** Times of /healthz until it is stopped, in milliseconds. */
function watchHealth(server: RunningServer): () => Promise<number[]> {
  const times: number[] = [];
  const end = new AbortController();
  const agent = new Agent({ keepAlive: true });
  const watching = (async () => {
    while (!end.signal.aborted) {
      times.push((await seconds(() => askHealth(server, agent))) * 1000);
      await new Promise((resolve) => setTimeout(resolve, HEALTH_EVERY_MS));
    }
  })();
  return async () => {
    end.abort();
    await watching;
    agent.destroy();
    return times;
  };
}

async function throughServer(file: string): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'talentbridge-bench-'));
  const server = await startServer({ databasePath: join(folder, 'bench.db') });
  try {
    for (const [kind, names] of Object.entries({ schools: SCHOOL_NAMES, majors: MAJOR_NAMES })) {
      const path = join(folder, `${kind}.csv`);
      writeFileSync(path, `name\n${names.join('\n')}\n`);
      await importFile(server, kind, path);
    }
    const health = watchHealth(server);
    const parts = await importFile(server, 'hires', file);
    const times = await health();
    const query = await seconds(() => ask(server, '/api/query?metric=hires&by=year'));
    const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
    return {
      total: Object.values(parts).reduce((sum, part) => sum + part, 0),
      query,
      parts,
      peakMegabytes: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024,
      healthP99: quantile(times, 0.99),
      healthWorst: quantile(times, 1),
    };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

/**
 * `.import` of the file into a table of text, and then a question of it; null where there is no sqlite3 on this
 * machine.
 */
async function throughSqlite(
  file: string,
  folder: string,
): Promise<Pick<Figures, 'total' | 'query'> | null> {
  const database = join(folder, 'cli.db');
  const question = `SELECT graduation_year, count(*) FROM hires WHERE hired_on <> '' GROUP BY 1`;
  try {
    const total = await seconds(() =>
      run('sqlite3', [database, '.mode csv', `.import ${file} hires`]),
    );
    return { total, query: await seconds(() => run('sqlite3', [database, question])) };
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

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
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
    const theirs: Pick<Figures, 'total' | 'query'>[] = [];
    const naive: number[] = [];
    for (let count = 0; count < RUNS; count += 1) {
      const cli = await throughSqlite(file, folder);
      if (cli !== null) theirs.push(cli);
      ours.push(await throughServer(file));
      naive.push(await naively(file, folder));
    }
    console.log(`${ROWS} rows × ${COLUMNS} columns, ${RUNS} runs, in seconds.`);
    for (const [index, { total, query, parts, peakMegabytes, ...health }] of ours.entries()) {
      const each = Object.entries(parts).map(([name, part]) => `${name} ${part.toFixed(2)}`);
      const cli = theirs[index];
      const peer = cli === undefined ? '' : `, ${ratio(total, cli.total)} .import just before it`;
      console.log(
        `server ${total.toFixed(2)} (${each.join(', ')})${peer}, first query ${query.toFixed(2)}, peak ${peakMegabytes.toFixed(0)} MB, /healthz p99 ${health.healthP99.toFixed(0)} ms, worst ${health.healthWorst.toFixed(0)} ms`,
      );
    }
    const total = median(ours.map((one) => one.total));
    const answered = median(ours.map((one) => one.total + one.query));
    if (theirs.length === 0) console.log('sqlite3 is not on this machine: no comparison with it.');
    else {
      const base = median(theirs.map((one) => one.total));
      const asked = median(theirs.map((one) => one.total + one.query));
      console.log(`sqlite3 .import ${base.toFixed(2)}; server ${ratio(total, base)}`);
      console.log(
        `sqlite3 .import and query ${asked.toFixed(2)}; server ${ratio(answered, asked)}`,
      );
    }
    const simple = median(naive);
    console.log(`csv-parse, row by row ${simple.toFixed(2)}; server ${ratio(total, simple)}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.env['BENCH_IMPORT'] === '0') console.log('Skipped: BENCH_IMPORT is 0.');
else await main();
