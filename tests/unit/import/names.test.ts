import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normalize } from '../../../server/import/normalize.ts';
import { nameResolver } from '../../../server/import/resolve-names.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

describe('normalizing', () => {
  it.each([
    ['Example University', 'EXAMPLE  university'],
    ['Example University', 'Ｅｘａｍｐｌｅ　University'],
    ["St. Mary's College", 'St Mary’s College'],
    ['Texas A&M', 'Texas A & M'],
    ['清华大学', '清華大學'],
    ['北方大学', '北方大学（东校区）'],
    ['北方大学', '北方大学 (东校区)'],
    ['北方大学', '北方大學(東校區)'],
    ['中国石油大学(北京)', '中国石油大学（北京）'],
  ])('%s is %s', (a, b) => {
    expect(normalize(a)).toBe(normalize(b));
  });

  it.each([
    ['中国石油大学(北京)', '中国石油大学(华东)'],
    ['中国石油大学(北京)', '中国石油大学'],
    ['Oil University (North)', 'Oil University (East)'],
    ['Oil University (North)', 'Oil University'],
    ['C', 'C++'],
    ['-', '--'],
  ])('%s is not %s', (a, b) => {
    expect(normalize(a)).not.toBe(normalize(b));
  });
});

describe('resolving', () => {
  const entries = [
    { id: 1, name: 'North University', nameZh: '北方大学', code: '4100', aliases: ['NU', 'Joint'] },
    { id: 2, name: 'Northern University', nameZh: null, code: null, aliases: ['joint'] },
    { id: 3, name: 'Oil University (North)', nameZh: null, code: null, aliases: [] },
    { id: 4, name: 'Oil University (East)', nameZh: null, code: null, aliases: [] },
  ];
  const resolver = nameResolver('school', entries, { 'U of N': 1, Elsewhere: 'new', Gone: 99 });

  it.each([
    ['North University', 1],
    ['north  university', 1],
    ['北方大學', 1],
    ['NU', 1],
    ['4100', 1],
    ['Joint', 1],
    ['JOINT', null],
    ['Oil University (North)', 3],
    ['Oil University （East）', 4],
    ['Oil University', null],
    ['North Universit', null],
    ['U of N', 1],
    ['u. of n.', 1],
    ['Gone', null],
  ])('%s stands for %s', (name, id) => {
    const found = resolver.resolve(name);
    expect(found.kind === 'known' ? found.id : null).toBe(id);
  });

  it('makes what a person calls new one entry, however it is written', () => {
    expect(resolver.resolve('elsewhere ')).toEqual(resolver.resolve('Elsewhere'));
    expect(resolver.resolve('Elsewhere')).toMatchObject({ kind: 'new', name: 'Elsewhere' });
  });

  it('lists what is open with ranked suggestions', () => {
    const [first] = nameResolver('school', entries, {}).unresolved();
    expect(first).toBeUndefined();
    const open = resolver.unresolved().find(({ name }) => name === 'North Universit');
    expect(open?.count).toBe(1);
    expect(open?.suggestions.slice(0, 2).map(({ id }) => id)).toEqual([1, 2]);
    expect(open?.suggestions[0]?.score).toBeGreaterThan(0.9);
  });

  it('takes no code for a major', () => {
    const majors = nameResolver('major', entries, {});
    expect(majors.resolve('4100')).toEqual({ kind: 'unresolved' });
    expect(majors.unresolved()[0]?.suggestions[0]).toMatchObject({ id: 1, score: 1 });
  });
});

describe('names in imports', () => {
  let bench: Workbench;
  beforeAll(async () => {
    bench = await openWorkbench();
    await bench.run(
      'name,name_zh,code,aliases\nOil University (North),石油大学（北）,1,Oil North\n',
      {
        kind: 'schools',
      },
    );
    await bench.run('name\nLaw\n', { kind: 'majors' });
  });
  afterAll(() => bench.close());

  const hire = (id: string, school: string, college: string): string =>
    `candidate_id,school,college,major,graduation_year,hired_on\n${id},${school},${college},Law,2024,2024-07-01\n`;

  it('remembers "same as" as an alias that survives an undo', async () => {
    const { id, summary } = await bench.validate(hire('1', 'Northern Oil', 'Arts'));
    expect(summary).toMatchObject({
      invalid: 1,
      issues: [{ code: 'unresolved_school', count: 1 }],
    });
    expect(summary.unresolved.school[0]?.name).toBe('Northern Oil');
    await bench.imports.setNames(id, { school: { 'Northern Oil': 1 }, major: {} });
    await (
      await bench.imports.startCommit(id, false)
    ).end;
    await bench.imports.undo(id);
    const again = await bench.validate(hire('1', 'northern oil', 'Arts'));
    expect(again.summary).toMatchObject({ invalid: 0, new: 1 });
  });

  it('keeps a pair of brackets two schools, and a college its own under each', async () => {
    await bench.run(hire('2', 'Oil University (North)', 'Arts'));
    await bench.run(hire('3', 'Oil University (East)', 'Arts'), { newNames: true });
    await bench.run(hire('4', '石油大學(北)', 'ARTS'));
    expect(
      bench.rows(
        `SELECT s.name AS school, c.name AS college, count(*) AS hires FROM hires h
         JOIN schools s ON s.id = h.school_id JOIN colleges c ON c.id = h.college_id
         GROUP BY 1, 2 ORDER BY 1`,
      ),
    ).toEqual([
      { school: 'Oil University (East)', college: 'Arts', hires: 1 },
      { school: 'Oil University (North)', college: 'Arts', hires: 2 },
    ]);
  });

  it('updates a directory, and warns of an alias that two would share', async () => {
    const text =
      'name,code,city,aliases\nOil University (East),,Dongying,Oil North|OUE\nOil North U,1,Beijing,\n';
    const { summary, id } = await bench.validate(text, { kind: 'schools' });
    expect(summary).toMatchObject({
      changed: 2,
      issues: [{ code: 'shared_alias', count: 1, severity: 'warning' }],
    });
    const before = bench.contentHash();
    await (
      await bench.imports.startCommit(id, false)
    ).end;
    expect(bench.rows('SELECT name, city FROM schools ORDER BY id')).toEqual([
      { name: 'Oil North U', city: 'Beijing' },
      { name: 'Oil University (East)', city: 'Dongying' },
    ]);
    expect(bench.rows('SELECT alias FROM school_aliases WHERE school_id = 1 ORDER BY 1')).toEqual([
      { alias: 'Northern Oil' },
      { alias: 'Oil North' },
      { alias: 'Oil University (North)' },
    ]);
    const again = await bench.validate(text, { kind: 'schools' });
    expect(again.summary).toMatchObject({ changed: 0, unchanged: 2 });
    await bench.imports.undo(id);
    expect(bench.contentHash()).toBe(before);
  });
});
