import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../../domain/errors.ts';
import { refusalMessage } from '../../../domain/records/refusals.ts';
import { createImports, type Imports } from '../../../server/import/create-imports.ts';
import { remainingTime } from '../../../server/import/remaining-time.ts';
import type { Done } from '../../../server/import/watchers.ts';
import { EVERYTHING, openWorkbench, type Workbench } from './workbench.ts';

const ROWS = 60_000;
const MAPPING = { ...EVERYTHING, asOf: '2026-06-30' };

let bench: Workbench;
let before: string;
let file: string;
beforeAll(async () => {
  bench = await openWorkbench();
  await bench.run('name\nNorth\nSouth\n', { kind: 'schools' });
  await bench.run('name\nLaw\n', { kind: 'majors' });
  before = bench.contentHash();
  const rows = Array.from({ length: ROWS }, (_, i) => {
    // Every third row has something to say about it, and is judged on its own.
    const hired = i % 3 === 0 ? '2021-07-01' : '2023-07-01';
    return `${i},${i % 2 === 0 ? 'North' : 'South'},Law,2023,${hired},${80_000 + i}`;
  });
  file = `candidate_id,school,major,graduation_year,hired_on,salary\n${rows.join('\n')}\n`;
});
afterAll(() => bench.close());

/** A promise that its end does not go unheard. */
function heard<T>(promise: Promise<T>): Promise<T | Error> {
  return promise.catch((error: unknown) => {
    if (error instanceof Error) return error;
    throw error;
  });
}

/** Waits until an import is beyond its first rows. */
function underWay(imports: Imports, id: number): Promise<Done> {
  return new Promise((resolve) => {
    const stop = imports.watch(id, (event) => {
      if (event.event !== 'progress' || event.done === 0) return;
      stop();
      resolve(event);
    });
  });
}

async function validated(imports = bench.imports): Promise<number> {
  const { id } = await bench.upload(file);
  await imports.setMapping(id, MAPPING);
  return id;
}

describe('work that is ended', () => {
  it('a check that is canceled leaves nothing', async () => {
    const { id, filePath } = await bench.upload(file);
    const check = heard(bench.imports.setMapping(id, MAPPING));
    await underWay(bench.imports, id);
    expect(await bench.imports.cancel(id)).toMatchObject({ status: 'cancelled' });
    expect(await check).toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/stopped/),
    });
    expect(existsSync(join(bench.folder, 'uploads', filePath))).toBe(false);
    expect(bench.imports.progressOf(id)).toBeNull();
    await expect(bench.imports.cancel(id)).rejects.toThrow('is cancelled');
  });

  it('a check that is stopped leaves a draft with its mapping, and can be made again', async () => {
    const { id } = await bench.upload(file);
    const check = heard(bench.imports.setMapping(id, MAPPING));
    await underWay(bench.imports, id);
    const entry = await bench.imports.stop(id);
    expect(entry).toMatchObject({ status: 'draft', summary: null, error: null });
    expect(entry.mapping).toMatchObject({ asOf: '2026-06-30' });
    expect(await check).toBeInstanceOf(AppError);
    await expect(bench.imports.stop(id)).rejects.toThrow('is draft');
    expect(await bench.imports.setMapping(id, MAPPING)).toMatchObject({ rows: ROWS, new: ROWS });
    await bench.imports.cancel(id);
  });

  it('a commit that is stopped stores nothing, keeps the check, and can be made again', async () => {
    const id = await validated();
    const { end } = await bench.imports.startCommit(id, false);
    const { total, percent } = await underWay(bench.imports, id);
    expect(total).toBe(ROWS);
    expect(percent).toBeLessThan(100);
    const entry = await bench.imports.stop(id);
    await end;
    expect(entry).toMatchObject({ status: 'validated', error: null, summary: { new: ROWS } });
    expect(bench.contentHash()).toBe(before);
    expect(bench.rows('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);

    await (
      await bench.imports.startCommit(id, false)
    ).end;
    expect(bench.imports.get(id)).toMatchObject({
      status: 'committed',
      result: { inserted: ROWS },
    });
    await expect(bench.imports.stop(id)).rejects.toThrow('is committed');
    await expect(bench.imports.cancel(id)).rejects.toThrow('is committed');
    await bench.imports.undo(id);
    expect(bench.contentHash()).toBe(before);
  });

  it('a commit that is canceled at any moment is stored whole and says so, or not at all', async () => {
    const outcomes = new Set<string>();
    const first = await validated();
    const beginning = performance.now();
    await (
      await bench.imports.startCommit(first, false)
    ).end;
    const duration = performance.now() - beginning;
    await bench.imports.undo(first);
    for (let moment = 0; moment < 7; moment += 1) {
      const id = await validated();
      const { end } = await bench.imports.startCommit(id, false);
      await new Promise((resolve) => setTimeout(resolve, (duration * moment) / 5));
      const answer = await heard(bench.imports.cancel(id));
      await end;
      const { status } = bench.imports.get(id);
      outcomes.add(status);
      if (status === 'committed') {
        expect(answer).toMatchObject({
          code: 'conflict',
          message: expect.stringMatching(/committed/),
        });
        expect(bench.rows('SELECT count(*) AS hires FROM hires')).toEqual([{ hires: ROWS }]);
        await bench.imports.undo(id);
      } else expect(answer).toMatchObject({ status: 'cancelled' });
      expect(bench.contentHash()).toBe(before);
    }
    expect(outcomes).toContain('cancelled');
  }, 120_000);

  it('one that waits for its turn is ended without the one at work', async () => {
    const [first, second] = [await validated(), await validated()];
    const one = await bench.imports.startCommit(first, false);
    const other = await bench.imports.startCommit(second, false);
    expect(await bench.imports.stop(second)).toMatchObject({ status: 'validated' });
    expect(bench.imports.get(first).status).toBe('committing');
    await Promise.all([one.end, other.end]);
    expect(bench.imports.get(first).status).toBe('committed');
    expect(bench.imports.get(second).status).toBe('validated');
    await bench.imports.undo(first);
    await bench.imports.cancel(second);
  });

  it('another process hears of it before it stores anything', async () => {
    const id = await validated();
    const other = createImports({
      databasePath: bench.databasePath,
      uploadsFolder: join(bench.folder, 'uploads'),
    });
    const { end } = await bench.imports.startCommit(id, false);
    const answer = await heard(other.cancel(id));
    await end;
    const { status } = bench.imports.get(id);
    if (status === 'committed') {
      expect(answer).toMatchObject({ code: 'conflict' });
      await bench.imports.undo(id);
    } else {
      expect(status).toBe('cancelled');
      expect(answer).toMatchObject({ status: 'cancelled' });
    }
    expect(bench.contentHash()).toBe(before);
    await other.close();
  });

  it('the end of the server ends it, says so, and keeps the draft', async () => {
    const open = () =>
      createImports({
        databasePath: bench.databasePath,
        uploadsFolder: join(bench.folder, 'uploads'),
      });
    const [checked, draft] = [await validated(), (await bench.upload(file)).id];
    const stopped = open();
    const { end } = await stopped.startCommit(checked, false);
    const check = heard(stopped.setMapping(draft, MAPPING));
    await underWay(stopped, checked);
    await stopped.close();
    await end;
    expect(await check).toBeInstanceOf(AppError);
    expect(bench.contentHash()).toBe(before);

    const restarted = open();
    await restarted.recover();
    const commit = restarted.get(checked);
    expect(commit).toMatchObject({ status: 'validated', summary: { new: ROWS } });
    expect(commit.mapping).toMatchObject({ asOf: '2026-06-30' });
    for (const [language, words] of [
      ['en', 'The server was stopped during the commit, and nothing of it was stored'],
      ['zh', '提交期间服务器停止'],
    ] as const) {
      expect(commit.error && refusalMessage(commit.error, language)).toContain(words);
    }
    expect(restarted.get(draft)).toMatchObject({
      status: 'draft',
      mapping: { asOf: '2026-06-30' },
      error: { refusal: 'check_shut_down' },
    });
    await (
      await restarted.startCommit(checked, false)
    ).end;
    expect(restarted.get(checked)).toMatchObject({ status: 'committed', error: null });
    await restarted.undo(checked);
    expect(bench.contentHash()).toBe(before);
    await restarted.close();
  });
});

it('a commit that the data speak against leaves the account of the data as they are', async () => {
  const text = 'candidate_id,school,major,graduation_year,hired_on\n1,West,Law,2023,2023-07-01\n';
  const schools = await bench.run('name\nWest\n', { kind: 'schools' });
  const { id, summary } = await bench.validate(text);
  expect(summary).toMatchObject({ valid: 1, invalid: 0 });
  await bench.imports.undo(schools.id);
  await (
    await bench.imports.startCommit(id, false)
  ).end;
  const failed = bench.imports.get(id);
  expect(failed).toMatchObject({
    status: 'failed',
    error: { refusal: 'invalid_rows' },
    summary: { valid: 0, invalid: 1, unresolved: { school: [{ name: 'West', count: 1 }] } },
  });
  let errors = '';
  for await (const part of bench.imports.errorsCsv(id, 'en')) errors += part;
  expect(errors).toContain('unresolved_school');
  expect(bench.contentHash()).toBe(before);
  // The way out works from here.
  await bench.imports.setNames(id, { school: { West: 'new' }, major: {} });
  await (
    await bench.imports.startCommit(id, false)
  ).end;
  expect(bench.imports.get(id).status).toBe('committed');
  await bench.imports.undo(id);
});

describe('the time that remains', () => {
  /** What is told, second by second, of 100,000 steps at so many a second. */
  function told(rates: readonly number[]): (number | null)[] {
    let now = 0;
    let done = 1;
    const remaining = remainingTime(() => now);
    remaining(1, 100_000);
    return rates.map((rate) => {
      now += 1000;
      done += rate;
      return remaining(done, 100_000);
    });
  }

  it('is that of an even rate, and nothing at the end', () => {
    const answers = told(Array.from({ length: 10 }, () => 10_000));
    expect(answers).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, null]);
  });

  it('is not said too early', () => {
    expect(told([500, 500, 500, 500, 500])).toEqual([
      null,
      null,
      null,
      expect.any(Number),
      expect.any(Number),
    ]);
  });

  it('follows a rate that changes, without jumping', () => {
    const answers = told([10_000, 10_000, ...Array.from({ length: 12 }, () => 2_000)]);
    const numbers = answers.map((answer) => answer ?? 0);
    expect(numbers.slice(0, 2)).toEqual([9, 8]);
    // The rest takes 28 s at the new rate: the estimate nears it, and no two answers are far apart.
    expect(numbers.at(-1)).toBeGreaterThanOrEqual(25);
    for (const [index, number] of numbers.entries()) {
      const previous = numbers[index - 1] ?? number;
      expect(Math.abs(number - previous)).toBeLessThanOrEqual(10);
    }
  });
});
