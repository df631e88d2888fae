import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../../../server/seed-demo.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

describe('the demo data', () => {
  let bench: Workbench;
  let elapsed: number;
  beforeAll(async () => {
    bench = await openWorkbench();
    const start = performance.now();
    await seedDemo(bench);
    elapsed = performance.now() - start;
  });
  afterAll(() => bench.close());

  it('goes in without a rejected row, in good time', () => {
    const results = bench.imports.list().map(({ result }) => result);
    expect(results).toHaveLength(4);
    for (const result of results) expect(result).toMatchObject({ invalid: 0, unchanged: 0 });
    expect(elapsed).toBeLessThan(8000);
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
