import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '../../../domain/records/kinds.ts';
import { createDemo } from '../../../server/create-demo.ts';
import { seedDemo } from '../../../server/seed-demo.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

describe('the demo data', () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await openWorkbench();
    await seedDemo(bench);
  });
  afterAll(() => bench.close());

  it('goes in without a rejected row, every kind of it', () => {
    const imports = bench.imports.list();
    expect(new Set(imports.map(({ kind }) => kind))).toEqual(new Set(Object.keys(KINDS)));
    for (const { result } of imports) {
      expect(result).toMatchObject({ invalid: 0, unchanged: 0, updated: 0, duplicates: 0 });
    }
  });

  it('has Chinese names for its colleges and values', () => {
    expect(bench.rows('SELECT name FROM colleges WHERE name_zh IS NULL')).toEqual([]);
    expect(bench.rows('SELECT DISTINCT dimension FROM terms ORDER BY 1').length).toBeGreaterThan(3);
  });

  it('creates no school or major on the way', () => {
    const created = bench.imports.list().map(({ result }) => result?.created);
    expect(created.every((made) => made?.schools === 0 && made.majors === 0)).toBe(true);
  });
});

describe('making the demo anew', () => {
  it('takes no notice of what a deleted one left behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'talentbridge-'));
    const path = join(folder, 'demo.db');
    mkdirSync(`${path}.uploads`);
    writeFileSync(join(`${path}.uploads`, 'old.csv'), 'left behind');
    await createDemo(path, 'CNY');
    expect(existsSync(path)).toBe(true);
    expect(existsSync(join(`${path}.uploads`, 'old.csv'))).toBe(false);
    rmSync(folder, { recursive: true });
  });
});
