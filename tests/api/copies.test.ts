import { execFile } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../server/config.ts';
import { contentHash } from '../support/content-hash.ts';
import { startServer, type RunningServer } from '../support/server.ts';

let folder: string;
let database: string;
let backup: string;
let server: RunningServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'talentbridge-copies-'));
  database = join(folder, 'company.db');
  backup = join(folder, 'backup.db');
  server = await startServer({ databasePath: database });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function importFile(kind: string, text: string): Promise<void> {
  const form = new FormData();
  form.set('file', new Blob([text]), `${kind}.csv`);
  const response = await server.fetch(`/api/imports?kind=${kind}`, { method: 'POST', body: form });
  const { id } = await response.json();
  const ask = async (method: string, path: string, body: unknown): Promise<void> => {
    const answer = await server.fetch(`/api/imports/${id}/${path}`, {
      method,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.ok, await answer.text()).toBe(true);
  };
  await ask('PUT', 'mapping', { columns: {}, constants: {} });
  await ask('POST', 'commit', { skipInvalid: false });
  await expect
    .poll(async () => (await (await server.fetch(`/api/imports/${id}`)).json()).status)
    .toBe('committed');
}

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What a command of the project answers, about the database of this test. */
function command(name: 'backup' | 'restore', ...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', `server/cli/${name}.ts`, ...args, '--database', database],
      { cwd: PROJECT_ROOT },
      (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

describe('copies of a database', () => {
  it('are made while the server runs, and put back what was there then', async () => {
    await importFile('schools', 'name\nNorth\nSouth\n');
    const before = contentHash(database);
    const { code, out } = await command('backup', backup);
    expect(out).toMatch(/read the copy from end to end: 0 hires/);
    expect(code).toBe(0);
    expect(contentHash(backup)).toBe(before);
    expect(readdirSync(folder).filter((name) => name.startsWith('backup'))).toEqual(['backup.db']);

    const again = await command('backup', backup);
    expect(again).toMatchObject({ code: 2, err: expect.stringContaining('exists already') });

    await importFile('schools', 'name\nWest\n');
    const later = contentHash(database);
    expect(later).not.toBe(before);

    const inUse = await command('restore', backup);
    expect(inUse).toMatchObject({ code: 1, err: expect.stringContaining('Stop the server first') });
    expect(contentHash(database)).toBe(later);

    await server.stop();
    const restored = await command('restore', backup);
    expect(restored.code, restored.err).toBe(0);
    const kept = /kept as (.+)\.\n/.exec(restored.out)?.[1] ?? '';
    expect(contentHash(kept)).toBe(later);
    server = await startServer({ databasePath: database });
    expect(contentHash(database)).toBe(before);
    const { school } = await (await server.fetch('/api/dimensions')).json();
    expect(school.map(({ name }: { name: string }) => name)).toEqual(['North', 'South']);
  });

  it('are refused where they are damaged, cut short, foreign or none', async () => {
    const damaged = join(folder, 'damaged.db');
    const bytes = readFileSync(backup);
    // Pages of the tables, not of the head.
    writeFileSync(
      damaged,
      Buffer.concat([bytes.subarray(0, 8192), Buffer.alloc(bytes.length - 8192, 7)]),
    );
    const short = join(folder, 'short.db');
    writeFileSync(short, bytes.subarray(0, bytes.length - 4096));
    const text = join(folder, 'text.db');
    writeFileSync(text, 'name\nNorth\n');
    const foreign = join(folder, 'foreign.db');
    new Sqlite(foreign).exec('CREATE TABLE hires (id INTEGER)').close();
    const newer = join(folder, 'newer.db');
    copyFileSync(backup, newer);
    new Sqlite(newer)
      .exec("INSERT INTO kysely_migration (name, timestamp) VALUES ('9999-later', '')")
      .close();
    const fresh = join(folder, 'fresh.db');
    const restoreFresh = (from: string): Promise<Ran> =>
      command('restore', from, '--database', fresh);
    for (const [path, reason] of [
      [damaged, 'damaged'],
      [short, 'damaged'],
      [text, 'damaged'],
      [foreign, 'another program'],
      [newer, 'later version'],
    ] as const) {
      const { code, err } = await restoreFresh(path);
      expect(err, path).toContain(reason);
      expect(code, path).toBe(1);
    }
    const missing = await restoreFresh(join(folder, 'nothing.db'));
    expect(missing).toMatchObject({ code: 2, err: expect.stringContaining('There is no file') });
    expect(await command('backup')).toMatchObject({ code: 2 });
    expect(existsSync(fresh)).toBe(false);
  });
});
