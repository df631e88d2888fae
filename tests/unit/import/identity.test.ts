import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeEach(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.close());

const HEADER = 'school,major,graduation_year,hired_on';
const FIRST = `${HEADER}
North,Law,2023,2023-07-01
North,Law,2023,2023-07-01
South,Law,2024,2024-07-01
`;
const SECOND = `${HEADER}
North,Law,2023,2023-07-01
South,Law,2024,2024-07-02
East,Law,2024,2024-07-01
`;
const asOf = '2025-01-01';
const NEW = { newNames: true, mapping: { asOf } } as const;
const ADD = { newNames: true, mapping: { asOf, identity: 'add' } } as const;
const REPLACE = { newNames: true, mapping: { asOf, identity: 'replace' } } as const;

function count(): unknown {
  return bench.rows('SELECT count(*) AS hires FROM hires')[0]?.['hires'];
}

describe('a file of hires without any id', () => {
  it('asks whether it replaces earlier ones, and adds as long as nothing is said', async () => {
    await bench.run(FIRST, NEW);
    const { summary } = await bench.validate(SECOND, NEW);
    expect(summary).toMatchObject({ new: 2, unchanged: 1, removed: 0 });
    expect(summary.issues).toEqual([{ code: 'no_identity', count: 1, severity: 'warning' }]);
    const added = await bench.run(SECOND, ADD);
    expect(added.summary?.issues).toEqual([]);
    expect(added.result).toMatchObject({ inserted: 2, unchanged: 1, removed: 0 });
    expect(count()).toBe(5);
  });

  it('replaces earlier ones where that is said, and undoing brings them back', async () => {
    await bench.run(FIRST, NEW);
    const before = bench.contentHash();
    const { summary } = await bench.validate(SECOND, REPLACE);
    expect(summary).toMatchObject({ rows: 3, new: 2, unchanged: 1, removed: 2 });
    expect(summary.issues).toEqual([{ code: 'hires_removed', count: 1, severity: 'warning' }]);
    expect(summary.examples[0]?.params).toEqual({ count: 2 });
    expect(bench.contentHash()).toBe(before);

    const second = await bench.run(SECOND, REPLACE);
    expect(second.result).toMatchObject({ inserted: 2, unchanged: 1, removed: 2, skipped: 0 });
    expect(count()).toBe(3);
    const after = bench.contentHash();
    const again = await bench.run(SECOND, REPLACE);
    expect(again.result).toMatchObject({ inserted: 0, unchanged: 3, removed: 0 });
    expect(bench.contentHash()).toBe(after);

    await bench.imports.undo(second.id);
    expect(bench.contentHash()).toBe(before);
  });

  it('cannot be undone under the file that replaced it', async () => {
    const first = await bench.run(FIRST, NEW);
    const second = await bench.run(SECOND, REPLACE);
    await expect(bench.imports.undo(first.id)).rejects.toThrow(`${second.id} (file.csv)`);
    // The first file again brings back what the second removed: then that cannot come back twice.
    const again = await bench.run(FIRST, ADD);
    expect(again.result).toMatchObject({ inserted: 2 });
    await expect(bench.imports.undo(second.id)).rejects.toThrow(`${again.id} (file.csv)`);
    await bench.imports.undo(again.id);
    await bench.imports.undo(second.id);
    await bench.imports.undo(first.id);
    expect(bench.rows('SELECT name FROM schools')).toEqual([]);
  });

  it('leaves people with ids and those of other companies alone', async () => {
    await bench.run(`candidate_id,${HEADER}\n1,North,Law,2023,2023-07-01\n`, { newNames: true });
    await bench.run(`company,${HEADER}\nOne,North,Law,2023,2023-07-01\n`);
    await bench.run(`company,${HEADER}\nTwo,North,Law,2023,2023-07-01\n`);
    const text = `company,${HEADER}\nTwo,North,Law,2022,2022-07-01\n`;
    const done = await bench.run(text, REPLACE);
    expect(done.result).toMatchObject({ inserted: 1, removed: 1 });
    expect(bench.rows('SELECT company FROM hires ORDER BY company')).toEqual([
      { company: '' },
      { company: 'One' },
      { company: 'Two' },
    ]);
  });

  it('replaces nothing where none of its rows counts, or where it has ids', async () => {
    await bench.run(FIRST, NEW);
    const wrong = await bench.run(`${HEADER}\nNorth,,2023,2023-07-01\n`, {
      ...REPLACE,
      skipInvalid: true,
    });
    expect(wrong.result).toMatchObject({ invalid: 1, removed: 0 });
    const ids = `employee_id,${HEADER}\n1,North,Law,2023,2023-07-01\n`;
    expect((await bench.run(ids, REPLACE)).result).toMatchObject({ inserted: 1, removed: 0 });
    expect(count()).toBe(4);
  });

  it('brings back a record whose school was created by an import that is gone', async () => {
    const first = await bench.run(FIRST, NEW);
    const extra = await bench.run(`candidate_id,${HEADER}\n1,West,Law,2023,2023-07-01\n`, {
      newNames: true,
    });
    const west = await bench.run(`${HEADER}\nWest,Law,2023,2023-07-01\n`);
    const replaced = await bench.run(SECOND, REPLACE);
    await bench.imports.undo(extra.id);
    await bench.imports.undo(replaced.id);
    expect(bench.rows(`SELECT name FROM schools WHERE name = 'West'`)).toHaveLength(1);
    await bench.imports.undo(west.id);
    await bench.imports.undo(first.id);
    for (const table of ['hires', 'schools', 'majors', 'import_changes']) {
      expect(bench.rows(`SELECT * FROM ${table}`)).toEqual([]);
    }
  });
});

describe('the marker that clears', () => {
  it('empties a field of a person, and of a directory', async () => {
    const header = 'candidate_id,school,college,major,graduation_year,hired_on,department,salary';
    const row = (rest: string) => `${header}\n1,North,${rest}\n`;
    await bench.run(row('Arts,Law,2023,2023-07-01,Sales,85000'), { newNames: true });
    const cleared = row('清空,Law,2023,2023-07-01,<clear>,');
    expect((await bench.run(cleared)).result).toMatchObject({ updated: 1 });
    expect(bench.rows('SELECT college_id, department, salary FROM hires')).toEqual([
      { college_id: null, department: null, salary: 8_500_000 },
    ]);
    expect((await bench.run(cleared)).result).toMatchObject({ unchanged: 1 });
    const refused = await bench.validate(`${header}\n清空,North,,<clear>,2023,,,\n`);
    expect(refused.summary.issues).toMatchObject([{ code: 'not_clearable', count: 2 }]);

    await bench.run('name,city,code\nNorth,Nanjing,N1\n', { kind: 'schools' });
    const school = await bench.run('name,city,code\nNorth,＜Clear＞,\n', { kind: 'schools' });
    expect(school.result).toMatchObject({ updated: 1 });
    expect(bench.rows('SELECT city, code FROM schools')).toEqual([{ city: null, code: 'N1' }]);
  });
});
