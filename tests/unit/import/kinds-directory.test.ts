import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeEach(async () => {
  bench = await openWorkbench();
});
afterEach(() => bench.close());

const USERS = {
  cohorts: 'school,college,major,graduation_year,graduates\nNorth,Arts,Law,2024,10\n',
  plans: 'year,major,headcount\n2024,Law,10\n',
  cooperation: 'school,college,kind,title\nNorth,Arts,visit,Talks\n',
} as const;

describe('a directory', () => {
  it.each([
    ['schools', 'North', 'cohorts'],
    ['schools', 'North', 'cooperation'],
    ['majors', 'Law', 'cohorts'],
    ['majors', 'Law', 'plans'],
  ] as const)('of %s is not taken away under %s of %s', async (directory, name, kind) => {
    const entries = await bench.run(`name\n${name}\n`, { kind: directory });
    const user = await bench.run(USERS[kind], { kind, newNames: true });
    await expect(bench.imports.undo(entries.id)).rejects.toThrow(`${user.id} (file.csv)`);
    await bench.imports.undo(user.id);
    await bench.imports.undo(entries.id);
    expect(bench.rows(`SELECT * FROM ${directory}`)).toEqual([]);
  });
});

describe('an entry that an import created', () => {
  it.each(['cohorts', 'cooperation'] as const)(
    'goes with the last import that uses it, %s',
    async (kind) => {
      const first = await bench.run(
        'candidate_id,school,college,major,graduation_year,hired_on\n1,North,Arts,Law,2023,2023-07-01\n',
        { newNames: true },
      );
      const second = await bench.run(USERS[kind], { kind });
      await bench.imports.undo(first.id);
      expect(bench.rows('SELECT name FROM schools')).toEqual([{ name: 'North' }]);
      expect(bench.rows('SELECT name FROM colleges')).toEqual([{ name: 'Arts' }]);
      await bench.imports.undo(second.id);
      for (const table of ['schools', 'colleges', 'majors', 'import_changes', kind]) {
        expect(bench.rows(`SELECT * FROM ${table}`)).toEqual([]);
      }
    },
  );
});

describe('undoing', () => {
  it('refuses what a later file of the same kind changed', async () => {
    const text = 'year,major,headcount\n2024,any,10\n';
    const first = await bench.run(text, { kind: 'plans' });
    const second = await bench.run(text.replace('10', '12'), { kind: 'plans' });
    await expect(bench.imports.undo(first.id)).rejects.toThrow(`${second.id} (file.csv)`);
    await bench.imports.undo(second.id);
    expect(bench.rows('SELECT headcount FROM plans')).toEqual([{ headcount: 10 }]);
    await bench.imports.undo(first.id);
    expect(bench.rows('SELECT * FROM plans')).toEqual([]);
  });
});
