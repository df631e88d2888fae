import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openForReading } from '../../server/store/sqlite/open.ts';
import { contentHash } from '../support/content-hash.ts';
import { startServer, type RunningServer } from '../support/server.ts';

/** Above the number from which on indexes are dropped and built again within the commit. */
const ROWS = 24_000;
const CHANGED = 2000;
const MAPPING = { asOf: '2026-06-30', includesLeavers: true, constants: { degree: 'bachelor' } };

function hires(count: number, department: string): string {
  const rows = Array.from(
    { length: count },
    (_, i) =>
      `C${(i * 7919) % ROWS},S${i % 60},K${i % 7},M${i % 25},2023,2023-07-01,${i % 4 === 0 ? '2024-07-01' : ''},${80_000 + i},${department}`,
  );
  const header =
    'candidate_id,school,college,major,graduation_year,hired_on,left_on,salary,department';
  return `${header}\n${rows.join('\n')}\n`;
}

const nameSchema = z.array(z.object({ name: z.string() }));
const entrySchema = z.object({
  id: z.number(),
  status: z.string(),
  error: z.string().nullish(),
  mapping: z.object({ asOf: z.string(), constants: z.record(z.string(), z.string()) }).nullish(),
  summary: z
    .object({ rows: z.number(), unresolved: z.object({ school: nameSchema, major: nameSchema }) })
    .nullish(),
  result: z.object({ inserted: z.number(), updated: z.number() }).nullish(),
});
type Entry = z.infer<typeof entrySchema>;

/** Moments from 0 to 1 that look random, lie evenly, and are the same every time. */
function* moments(count: number): Generator<number> {
  const golden = (Math.sqrt(5) - 1) / 2;
  for (let index = 1; index <= count; index += 1) yield (index * golden) % 1;
}

let folder: string;
let databasePath: string;
let server: RunningServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'talentbridge-killed-'));
  databasePath = join(folder, 'test.db');
  server = await startServer({ databasePath });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(method: string, path: string, body?: unknown): Promise<Response> {
  return server.fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
}

async function get(id: number): Promise<Entry> {
  return entrySchema.parse(await (await ask('GET', `/api/imports/${id}`)).json());
}

/** Uploads, maps and settles every name as new. */
async function checked(text: string): Promise<number> {
  const form = new FormData();
  form.set('file', new File([text], 'hires.csv'));
  const response = await server.fetch('/api/imports?kind=hires', {
    method: 'POST',
    body: form,
  });
  const { id } = entrySchema.parse(await response.json());
  await ask('PUT', `/api/imports/${id}/mapping`, MAPPING);
  const { summary } = await get(id);
  const asNew = (names: { name: string }[] = []) =>
    Object.fromEntries(names.map(({ name }) => [name, 'new']));
  const { school, major } = summary?.unresolved ?? {};
  if ((school?.length ?? 0) + (major?.length ?? 0) > 0) {
    const names = { school: asNew(school), major: asNew(major) };
    expect((await ask('PUT', `/api/imports/${id}/names`, names)).status).toBe(200);
  }
  return id;
}

/** Commits and waits for the end; answers how many milliseconds that took. */
async function commit(id: number): Promise<number> {
  const begun = performance.now();
  expect((await ask('POST', `/api/imports/${id}/commit`, {})).status).toBe(202);
  await (await ask('GET', `/api/imports/${id}/events`)).text();
  expect((await get(id)).status).toBe('committed');
  return performance.now() - begun;
}

/** What must hold of the file whatever happened to the process. */
function schemaOf(): unknown {
  const connection = openForReading(databasePath);
  try {
    expect(connection.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    return connection
      .prepare(
        `SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY 2`,
      )
      .all();
  } finally {
    connection.close();
  }
}

/** What is stored of people, without the number of the import that they came by. */
function storedHires(): unknown {
  const connection = openForReading(databasePath);
  try {
    return connection
      .prepare(
        `SELECT count(*) AS hires, count(DISTINCT candidate_id) AS ids, sum(salary) AS pay, sum(left_on) AS leaving,
           sum(department = 'Sales') AS sales, count(DISTINCT school_id) AS schools FROM hires`,
      )
      .get();
  } finally {
    connection.close();
  }
}

/** Kills the process a while after something was asked for, and starts another one on the same file. */
async function killAfter(delay: number, method: string, path: string, body: unknown) {
  const asked = ask(method, path, body).catch(() => null);
  await new Promise((resolve) => setTimeout(resolve, delay));
  await server.kill();
  await asked;
  const left = contentHash(databasePath);
  server = await server.again();
  return left;
}

describe('an import whose process is killed', () => {
  /**
   * Kills commits of a checked import at moments spread over the time that one takes. Answers how many of them were
   * cut short in their midst.
   */
  async function killCommits(text: string, kills: number): Promise<number> {
    const before = contentHash(databasePath);
    let id = await checked(text);
    const duration = await commit(id);
    const after = storedHires();
    const undo = async () =>
      expect((await ask('POST', `/api/imports/${id}/undo`)).status).toBe(200);
    await undo();
    id = await checked(text);
    const schema = schemaOf();
    let cutShort = 0;
    for (const moment of moments(kills)) {
      const left = await killAfter(
        moment * duration * 1.1,
        'POST',
        `/api/imports/${id}/commit`,
        {},
      );
      expect(schemaOf()).toEqual(schema);
      const entry = await get(id);
      expect(contentHash(databasePath)).toBe(left);
      if (entry.status === 'committed') {
        expect(entry.result).not.toBeNull();
        expect(storedHires()).toEqual(after);
        await undo();
        id = await checked(text);
      } else {
        expect(left).toBe(before);
        expect(entry).toMatchObject({ status: 'validated', mapping: MAPPING_KEPT });
        expect(entry.summary).not.toBeNull();
        if (entry.error === null) continue;
        cutShort += 1;
        expect(entry.error).toContain('ended without warning during the commit');
      }
    }
    // And it can be committed all the same.
    expect((await get(id)).status).toBe('validated');
    await commit(id);
    expect(storedHires()).toEqual(after);
    return cutShort;
  }

  const MAPPING_KEPT = { asOf: MAPPING.asOf, constants: MAPPING.constants };

  it('while it is checked keeps its draft and mapping, 10 times', async () => {
    const before = contentHash(databasePath);
    const form = new FormData();
    form.set('file', new File([hires(CHANGED, 'Sales')], 'hires.csv'));
    const response = await server.fetch('/api/imports?kind=hires', {
      method: 'POST',
      body: form,
    });
    const { id } = entrySchema.parse(await response.json());
    const path = `/api/imports/${id}/mapping`;
    const begun = performance.now();
    await ask('PUT', path, MAPPING);
    const duration = performance.now() - begun;
    let cutShort = 0;
    for (const moment of moments(10)) {
      expect(await killAfter(moment * duration, 'PUT', path, MAPPING)).toBe(before);
      const entry = await get(id);
      expect(entry.mapping).toMatchObject(MAPPING_KEPT);
      expect(['draft', 'validated']).toContain(entry.status);
      if (entry.status === 'draft') {
        cutShort += 1;
        expect(entry.error).toContain('ended without warning during the check');
      }
    }
    expect(cutShort).toBeGreaterThan(3);
    expect((await ask('PUT', path, MAPPING)).status).toBe(200);
    expect((await ask('DELETE', `/api/imports/${id}`)).status).toBe(200);
  }, 400_000);

  it('while it is committed into nothing leaves all of it or nothing, 30 times', async () => {
    expect(await killCommits(hires(ROWS, 'Sales'), 30)).toBeGreaterThan(12);
  }, 400_000);

  it('while it changes what is stored leaves all of it or nothing, 10 times', async () => {
    expect(await killCommits(hires(CHANGED, 'Legal'), 10)).toBeGreaterThan(3);
  }, 400_000);

  it('and one that is told to end says so, and can be committed again', async () => {
    const before = contentHash(databasePath);
    const id = await checked(hires(CHANGED, 'Research'));
    expect((await ask('POST', `/api/imports/${id}/commit`, {})).status).toBe(202);
    await server.stop();
    expect(contentHash(databasePath)).toBe(before);
    server = await server.again();
    expect(await get(id)).toMatchObject({
      status: 'validated',
      error:
        'The server was stopped during the commit, and nothing of it was stored. The mapping is kept: it can be committed again.',
      mapping: MAPPING_KEPT,
    });
    await commit(id);
    expect((await get(id)).result).toMatchObject({ updated: CHANGED });
  });
});
