import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayFromIso } from '../../../domain/dates.ts';
import { KNOWN } from '../../../domain/records/hire.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeEach(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.close());

const HIRES = `candidate_id,school,college,major,degree,graduation_year,hired_on,left_on,salary
001,北方大学,计算机学院,软件工程,本科,2023,2023-07-03,,"85,000"
002,北方大学,计算机学院,软件工程,硕士,2023届,2023/7/4,2024-03-01,8.5万
003,Southern University,,Finance,bachelor,2024,2024.07.01,,90000
`;

describe('committing a file of hires', () => {
  it('stores every row as it was meant', async () => {
    const done = await bench.run(HIRES, { newNames: true, mapping: { asOf: '2025-06-30' } });
    expect(done.result).toEqual({
      inserted: 3,
      updated: 0,
      unchanged: 0,
      skipped: 0,
      invalid: 0,
      duplicates: 0,
      rehires: 0,
      totals: 0,
      removed: 0,
      blank: 0,
      created: { schools: 2, majors: 2, colleges: 1 },
    });
    const [first, second] = bench.rows('SELECT * FROM hires ORDER BY candidate_id');
    expect(first).toMatchObject({
      candidate_id: '001',
      degree: 'bachelor',
      graduation_year: 2023,
      hired_on: dayFromIso('2023-07-03'),
      left_on: null,
      salary: 8_500_000,
      known: KNOWN.hired | KNOWN.left,
      followed_to: dayFromIso('2025-06-30'),
      hire_year: 2023,
    });
    expect(second).toMatchObject({ degree: 'master', left_on: dayFromIso('2024-03-01') });
    expect(bench.rows('SELECT value FROM version')).toEqual([{ value: 2 }]);
  });

  it('changes nothing the second time', async () => {
    await bench.run(HIRES, { newNames: true });
    const before = bench.contentHash();
    const again = await bench.run(HIRES);
    expect(again.result).toMatchObject({ inserted: 0, updated: 0, unchanged: 3, skipped: 0 });
    expect(bench.contentHash()).toBe(before);
    expect(bench.rows('SELECT value FROM version')).toEqual([{ value: 2 }]);
  });
});
