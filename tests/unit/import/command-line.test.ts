import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArguments } from '../../../server/cli/import-arguments.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
  await bench.run('name\nLaw\n', { kind: 'majors' });
  writeFileSync(
    join(bench.folder, 'hires.csv'),
    'candidate_id,Alma Mater X,major,graduation_year\n1,North,Law,2023\n2,North,Law,2023届\n3,North,Law,soon\n',
  );
});
afterAll(() => bench.close());

function run(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const all = [
    '--import',
    'tsx',
    'server/cli/import.ts',
    ...args,
    '--database',
    bench.databasePath,
  ];
  return new Promise((resolve) => {
    execFile(process.execPath, all, { cwd: ROOT }, (failure, out, error) => {
      resolve({ code: typeof failure?.code === 'number' ? failure.code : 0, out, error });
    });
  });
}

describe('the command line', () => {
  it('refuses with reasons, says what would happen, commits and gives the account', async () => {
    const file = join(bench.folder, 'hires.csv');
    const told = [
      '--map',
      'Alma Mater X=school',
      '--set',
      'stage=hired',
      '--set',
      'degree=bachelor',
    ];

    const refused = await run('hires', file, ...told, '--new-names');
    expect(refused.code).toBe(1);
    expect(refused.error).toContain('line 4, graduation_year: “soon” is not a graduation year');
    expect(refused.error).toContain('1 of 3 rows are invalid (unreadable_year 1)');

    const dry = await run('hires', file, ...told, '--new-names', '--skip-invalid', '--dry-run');
    expect(dry).toMatchObject({ code: 0, error: '' });
    expect(dry.out).toContain('2 new');
    expect(bench.rows('SELECT * FROM hires')).toEqual([]);

    const unknown = await run('hires', file, ...told);
    expect(unknown.code).toBe(1);
    expect(unknown.error).toContain('unknown school "North" in 3 rows');

    const done = await run(
      'hires',
      file,
      ...told,
      '--new-names',
      '--skip-invalid',
      '--as-of',
      '2026-06-30',
    );
    expect(done.code).toBe(0);
    expect(done.out).toContain(
      '3 rows = 2 inserted + 0 updated + 0 unchanged + 1 skipped (1 invalid, 0 duplicates, 0 rehires, 0 blank)',
    );
    expect(bench.rows('SELECT degree, stage FROM hires LIMIT 1')).toEqual([
      { degree: 'bachelor', stage: 'hired' },
    ]);
    // What was refused or only tried leaves no draft behind.
    expect(bench.imports.list().map(({ status }) => status)).toEqual([
      'committed',
      ...Array.from({ length: 3 }, () => 'cancelled'),
      'committed',
    ]);
  });

  it('answers wrong usage with 2', async () => {
    const file = join(bench.folder, 'hires.csv');
    const wrong = await Promise.all([
      run('hires'),
      run('hires', file, '--nope'),
      run('hires', join(bench.folder, 'none.csv')),
      run('fish', file),
      run('hires', file, '--map', 'Nope=school'),
    ]);
    expect(wrong.map(({ code }) => code)).toEqual([2, 2, 2, 2, 2]);
    expect(wrong[0]?.error).toContain('Usage: npm run import');
  });

  it.each([
    [['hires', 'a.csv', '--date-order', 'dym'], 'dateOrder'],
    [['hires', 'a.csv', '--as-of', 'today'], 'asOf'],
    [['hires', 'a.csv', '--set', 'degree'], 'name=value'],
    [['hires', 'a.csv', '--includes-leavers', 'maybe'], 'yes, no or roster'],
    [['hires', 'a.csv', 'b.csv'], 'one file'],
  ])('%j is wrong', (args, words) => {
    expect(() => readArguments(args)).toThrow(words);
  });

  it('reads every option', () => {
    const args = [
      '--map',
      'a=b=school',
      '--map',
      'x=',
      '--set',
      'degree=a=b',
      '--date-order',
      'dmy',
    ];
    expect(readArguments(['hires', 'a.csv', ...args, '--includes-leavers', 'roster'])).toEqual({
      kind: 'hires',
      path: 'a.csv',
      mapping: {
        columns: { 'a=b': 'school', x: null },
        constants: { degree: 'a=b' },
        dateOrder: 'dmy',
        includesLeavers: 'roster',
      },
      newNames: false,
      skipInvalid: false,
      dryRun: false,
      database: undefined,
    });
  });
});
