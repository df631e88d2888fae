import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeEach(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.close());

const HEADER = 'candidate_id,school,college,major,graduation_year,hired_on,department,left_on';
const A = `${HEADER}
1,North,Arts,Law,2023,2023-07-01,Sales,
2,North,Arts,Law,2023,2023-07-01,Sales,
`;
const B = `${HEADER}
2,North,Arts,Law,2023,2023-07-01,Legal,2024-01-31
3,South,,Law,2024,2024-07-01,Sales,
`;

describe('undoing', () => {
  it('restores exactly, and refuses what a later import changed', async () => {
    const empty = bench.contentHash();
    const a = await bench.run(A, { newNames: true });
    const afterA = bench.contentHash();
    const b = await bench.run(B, { newNames: true });
    expect(b.result).toMatchObject({ inserted: 1, updated: 1 });
    const afterB = bench.contentHash();

    await expect(bench.imports.undo(a.id)).rejects.toThrow(/later imports .*: 2 \(file.csv\)/);
    expect(bench.contentHash()).toBe(afterB);
    await bench.imports.undo(b.id);
    expect(bench.contentHash()).toBe(afterA);
    await bench.imports.undo(a.id);
    expect(bench.contentHash()).toBe(empty);
    expect(bench.rows('SELECT value FROM version')).toEqual([{ value: 5 }]);
    await expect(bench.imports.undo(a.id)).rejects.toThrow('undone');
  });

  it('allows undoing an earlier import that a later one did not touch', async () => {
    const a = await bench.run(A, { newNames: true });
    const later = `${HEADER}\n9,North,Arts,Law,2023,2023-07-01,Sales,\n`;
    const c = await bench.run(later);
    await bench.imports.undo(a.id);
    // The later import uses the school, the college and the major, so they stay, and go with it.
    expect(bench.rows('SELECT name FROM schools')).toEqual([{ name: 'North' }]);
    expect(bench.rows('SELECT candidate_id FROM hires')).toEqual([{ candidate_id: '9' }]);
    await bench.imports.undo(c.id);
    for (const table of ['hires', 'schools', 'colleges', 'majors', 'import_changes']) {
      expect(bench.rows(`SELECT * FROM ${table}`)).toEqual([]);
    }
  });

  it('refuses to take a directory away under the hires that use it', async () => {
    const schools = await bench.run('name\nNorth\nSouth\n', { kind: 'schools' });
    const hires = await bench.run(A, { newNames: true });
    await expect(bench.imports.undo(schools.id)).rejects.toThrow(`${hires.id} (file.csv)`);
    await bench.imports.undo(hires.id);
    await bench.imports.undo(schools.id);
    expect(bench.rows('SELECT * FROM schools')).toEqual([]);
  });
});

describe('a second file about the same people', () => {
  it('keeps what it leaves blank or does not map, and what earlier files told', async () => {
    await bench.run(A, { newNames: true, mapping: { asOf: '2024-01-01' } });
    const told = bench.rows(`SELECT known, followed_to FROM hires WHERE candidate_id = '1'`)[0];
    expect(told).toMatchObject({ followed_to: 19_723 });
    expect(told?.['known']).toBeGreaterThan(0);
    await bench.run('candidate_id,school,major,graduation_year,department\n1,North,Law,2023,\n', {
      mapping: { asOf: '2025-01-01', constants: { stage: 'hired' }, includesLeavers: null },
    });
    const [row] = bench.rows(
      `SELECT department, hired_on, college_id, known, stage, followed_to FROM hires WHERE candidate_id = '1'`,
    );
    expect(row).toEqual({
      department: 'Sales',
      hired_on: 19_539,
      college_id: 1,
      stage: 'hired',
      ...told,
    });
  });

  it('links the two ids, and finds the person by either', async () => {
    const columns = 'candidate_id,employee_id,school,major,graduation_year,hired_on';
    await bench.run(
      `${columns}\nC1,,North,Law,2023,2023-07-01\nC2,E2,North,Law,2023,2023-07-01\n`,
      {
        newNames: true,
      },
    );
    const linked = await bench.run(`${columns}\nC1,E1,North,Law,2023,2023-07-01\n`);
    expect(linked.result).toMatchObject({ updated: 1 });
    const byEmployee = await bench.run(
      'employee_id,school,major,graduation_year,left_on\nE1,North,Law,2023,2024-07-01\n',
    );
    expect(byEmployee.result).toMatchObject({ updated: 1 });
    const { summary } = await bench.validate(`${columns}\nC1,E2,North,Law,2023,2023-07-01\n`);
    expect(summary.examples).toMatchObject([
      { line: 2, column: 'employee_id', code: 'identity_conflict', value: 'E2' },
    ]);
    const two = await bench.validate(
      `${columns}\nC1,,North,Law,2023,2023-07-01\n,E1,North,Law,2024,2023-07-01\n`,
    );
    expect(two.summary).toMatchObject({
      invalid: 2,
      issues: [{ code: 'conflicting_rows', count: 2 }],
    });
  });

  it('numbers identical rows where nobody has an id', async () => {
    const text = `school,major,graduation_year,hired_on
North,Law,2023,2023-07-01
North,Law,2023,2023-07-01
North,Law,2024,2024-07-01
`;
    const first = await bench.run(text, { newNames: true });
    expect(first.result).toMatchObject({ inserted: 3 });
    expect(first.summary?.issues).toEqual([{ code: 'no_identity', count: 1, severity: 'warning' }]);
    const again = await bench.run(text);
    expect(again.result).toMatchObject({ inserted: 0, updated: 0, unchanged: 3 });
  });
});

describe('rehires', () => {
  const row = (hired: string, left: string): string => `1,North,,Law,2020,${hired},Sales,${left}`;

  it('count the first employment, in one file and across files', async () => {
    const both = `${HEADER}\n${row('2022-01-01', '')}\n${row('2020-07-01', '2021-12-31')}\n`;
    const first = await bench.run(both, { newNames: true });
    expect(first.result).toMatchObject({ inserted: 1, skipped: 1, rehires: 1 });
    expect(first.summary?.examples).toMatchObject([{ line: 2, code: 'rehire' }]);
    expect(bench.rows('SELECT hired_on, left_on FROM hires')).toEqual([
      { hired_on: 18_444, left_on: 18_992 },
    ]);
    expect((await bench.run(both)).result).toMatchObject({ unchanged: 1, rehires: 1 });
    const later = await bench.run(`${HEADER}\n${row('2022-01-01', '2023-01-01')}\n`);
    expect(later.result).toMatchObject({ inserted: 0, updated: 0, rehires: 1 });
  });

  it('are conflicts where the employments overlap', async () => {
    const overlap = `${HEADER}\n${row('2020-07-01', '2021-12-31')}\n${row('2021-06-01', '')}\n`;
    const { summary } = await bench.validate(overlap, { newNames: true });
    expect(summary).toMatchObject({
      invalid: 2,
      valid: 0,
      issues: [{ code: 'conflicting_rows', count: 2, severity: 'error' }],
    });
    expect(summary.examples[0]?.params).toEqual({ lines: '2, 3', value: '1' });
  });

  it('of the same row twice are a duplicate', async () => {
    const twice = `${HEADER}\n${row('2020-07-01', '')}\n${row('2020-07-01', '')}\n`;
    const done = await bench.run(twice, { newNames: true });
    expect(done.result).toMatchObject({ inserted: 1, duplicates: 1, skipped: 1 });
  });
});
