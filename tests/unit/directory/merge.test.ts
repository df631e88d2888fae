import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDirectoryBench, type DirectoryBench } from './directory-bench.ts';

let bench: DirectoryBench;
beforeEach(async () => {
  bench = await openDirectoryBench();
});
afterEach(() => bench.close());

const SCHOOLS = `name,name_zh,code,aliases,province,city
North University,,,NU|北大学,East,
Northern University,北方大学,4711,N Uni,,Harbor
South University,南方大学,4712,,,
`;
const HIRES = `candidate_id,school,college,major,graduation_year,hired_on,left_on
1,North University,Arts,Law,2023,2023-07-01,
2,Northern University,Arts,Law,2023,2023-07-01,
3,北方大学,Music,History,2023,2023-07-01,2024-01-31
4,N Uni,,Law,2024,2024-07-01,
5,South University,Arts,Law,2024,2024-07-01,
`;
const COHORTS = `school,college,major,degree,graduation_year,counted_on,graduates,further_study
North University,Arts,Law,bachelor,2023,2023-08-31,100,20
Northern University,Arts,Law,bachelor,2023,2023-08-31,100,20
Northern University,Music,Law,bachelor,2023,2023-08-31,40,
`;
const COOPERATION = `school,college,kind,title,starts_on
North University,Arts,agreement,Frame,2020-01-01
Northern University,Arts,agreement,Frame,2020-01-01
Northern University,Music,visit,Spring visit,2024-03-01
`;

const wish = (from: string, into: string) => ({
  kind: 'school' as const,
  from: bench.idOf(from),
  into: bench.idOf(into),
  keep: null,
});

async function fill(): Promise<void> {
  await bench.run(SCHOOLS, { kind: 'schools' });
  await bench.run(HIRES, { newNames: true });
  await bench.run(COHORTS, { kind: 'cohorts' });
  await bench.run(COOPERATION, { kind: 'cooperation' });
}

describe('merging two schools', () => {
  it('moves everything, keeps every name, and is undone exactly', async () => {
    await fill();
    const before = bench.contentHash();
    const [{ value: version }] = bench.rows('SELECT value FROM version') as [{ value: number }];
    const preview = bench.keeping.previewMerge(wish('Northern University', 'North University'));
    expect(bench.contentHash()).toBe(before);
    const moved = { hires: 3, cohorts: 1, plans: 0, cooperation: 1, colleges: 1 };
    expect(preview).toMatchObject({
      moves: moved,
      same: { hires: 0, cohorts: 1, plans: 0, cooperation: 1, colleges: 1 },
      aliases: ['Northern University', 'N Uni'],
      filled: [
        { field: 'name_zh', value: '北方大学' },
        { field: 'code', value: '4711' },
        { field: 'city', value: 'Harbor' },
      ],
      kept: [],
      ambiguous: [],
      clashes: [],
    });

    const merged = await bench.merge('Northern University', 'North University');
    expect(merged).toMatchObject({ id: 1, moved, mergedBy: null, undoneAt: null });
    const north = bench.keeping.entries('school')[0];
    expect(north).toMatchObject({
      name: 'North University',
      nameZh: '北方大学',
      code: '4711',
      fields: { province: 'East', city: 'Harbor' },
      aliases: ['N Uni', 'NU', 'Northern University', '北大学'],
      counts: { hires: 4, cohorts: 2, cooperation: 2, colleges: 2 },
    });
    expect(bench.rows('SELECT value FROM version')).toEqual([{ value: version + 1 }]);
    expect(
      bench.rows(`SELECT h.candidate_id AS id, c.name, c.school_id AS school FROM hires h
        LEFT JOIN colleges c ON c.id = h.college_id WHERE h.school_id = 1 ORDER BY 1`),
    ).toEqual([
      { id: '1', name: 'Arts', school: 1 },
      { id: '2', name: 'Arts', school: 1 },
      { id: '3', name: 'Music', school: 1 },
      { id: '4', name: null, school: null },
    ]);

    const undone = await bench.keeping.undoMerge(merged.id, null);
    expect(undone.undoneAt).not.toBeNull();
    expect(bench.contentHash()).toBe(before);
    expect(bench.rows('SELECT value FROM version')).toEqual([{ value: version + 2 }]);
    expect(bench.rows('SELECT * FROM merge_changes')).toEqual([]);
    await expect(bench.keeping.undoMerge(merged.id, null)).rejects.toThrow('undone already');
    expect(bench.keeping.merges()).toMatchObject([
      { id: 1, from: { name: 'Northern University' } },
    ]);
  });

  it('resolves every name of the one that is gone from then on, its code too', async () => {
    await fill();
    await bench.merge('South University', 'Northern University');
    const gone = ['South University', '南方大学', '4712', 'south university'];
    const { summary } = await bench.validate(
      `candidate_id,school,major,graduation_year,hired_on\n${gone
        .map((name, index) => `x${index},${name},Law,2024,2024-07-01`)
        .join('\n')}\n`,
    );
    expect(summary).toMatchObject({ valid: gone.length, unresolved: { school: [] } });
  });

  it('refuses the same entry, and entries that do not exist', async () => {
    await fill();
    await expect(bench.merge('South University', 'South University')).rejects.toMatchObject({
      code: 'invalid_input',
    });
    const none = { kind: 'school' as const, from: 1, into: 99, keep: null };
    await expect(bench.keeping.merge(none, null)).rejects.toMatchObject({ code: 'not_found' });
    expect(() => bench.keeping.previewMerge({ ...none, from: 99, into: 1 })).toThrow('99');
  });

  it('never gives the id of a school that is gone to another', async () => {
    await fill();
    const gone = bench.idOf('South University');
    const { id } = await bench.merge('South University', 'North University');
    await bench.run('name\nWest University\n', { kind: 'schools' });
    expect(bench.idOf('West University')).toBeGreaterThan(gone);
    await bench.keeping.undoMerge(id, null);
    expect(bench.idOf('South University')).toBe(gone);
  });
});

describe('records of both that count the same', () => {
  const other = `school,college,major,degree,graduation_year,counted_on,graduates
Northern University,Arts,Law,bachelor,2023,2023-08-31,90
`;

  it('are refused where they differ, until somebody says whose numbers stand', async () => {
    await fill();
    await bench.run(other, { kind: 'cohorts' });
    const before = bench.contentHash();
    const preview = bench.keeping.previewMerge(wish('Northern University', 'North University'));
    expect(preview.clashes).toEqual([
      {
        kind: 'cohorts',
        about: {
          en: 'Law, 2023, Arts, Bachelor, 2023-08-31',
          zh: 'Law，2023届，Arts，本科，2023-08-31',
        },
        differences: [
          { field: 'graduates', from: 90, into: 100 },
          { field: 'unknown', from: 70, into: 80 },
        ],
      },
    ]);
    await expect(bench.merge('Northern University', 'North University')).rejects.toMatchObject({
      code: 'conflict',
      sentence: { zh: expect.stringContaining('本科') },
    });
    expect(bench.contentHash()).toBe(before);

    for (const [keep, graduates] of [
      ['into', 100],
      ['from', 90],
    ] as const) {
      const { id } = await bench.merge('Northern University', 'North University', keep);
      expect(
        bench.rows(`SELECT graduates FROM cohorts WHERE counted_on IS NOT NULL ORDER BY 1`),
      ).toEqual([{ graduates: 40 }, { graduates }]);
      await bench.keeping.undoMerge(id, null);
      expect(bench.contentHash()).toBe(before);
    }
  });

  it('are a total at the one and its parts at the other', async () => {
    await bench.run(SCHOOLS, { kind: 'schools' });
    const parts = `school,major,degree,graduation_year,graduates
North University,Law,,2023,100
Northern University,Law,bachelor,2023,60
Northern University,Law,master,2023,30
`;
    await bench.run(parts, { kind: 'cohorts', newNames: true });
    const before = bench.contentHash();
    const preview = bench.keeping.previewMerge(wish('North University', 'Northern University'));
    expect(preview.clashes).toMatchObject([
      { about: { en: 'Law, 2023' }, differences: [{ field: 'graduates', from: 100, into: 90 }] },
    ]);
    const { id } = await bench.merge('North University', 'Northern University', 'from');
    expect(bench.rows('SELECT graduates FROM cohorts')).toEqual([{ graduates: 100 }]);

    // A part that came later would count twice beside the parts that come back.
    const later = await bench.run(
      'school,major,degree,graduation_year,graduates\nNorthern University,Law,,2023,95\n',
      { kind: 'cohorts' },
    );
    await expect(bench.keeping.undoMerge(id, null)).rejects.toThrow(`${later.id} (file.csv)`);
    await bench.imports.undo(later.id);
    await bench.keeping.undoMerge(id, null);
    expect(bench.contentHash()).toBe(before);
  });
});

describe('merging two majors', () => {
  it('moves hires, cohorts and plans, fills the family, and is undone exactly', async () => {
    await bench.run('name,family,code\nLaw,,0301\nLegal Studies,Humanities,0302\n', {
      kind: 'majors',
    });
    await bench.run(HIRES.replaceAll('History', 'Legal Studies'), { newNames: true });
    await bench.run(COHORTS, { kind: 'cohorts' });
    await bench.run(
      'year,department,major,headcount\n2025,Sales,Law,3\n2025,Sales,Legal Studies,4\n2025,,any,9\n',
      { kind: 'plans' },
    );
    const before = bench.contentHash();
    const [from, into] = [bench.idOf('Legal Studies', 'major'), bench.idOf('Law', 'major')];
    const wished = { kind: 'major' as const, from, into, keep: null };
    expect(bench.keeping.previewMerge(wished)).toMatchObject({
      moves: { hires: 1, plans: 0 },
      filled: [{ field: 'family', value: 'Humanities' }],
      kept: [{ field: 'code', from: '0302', into: '0301' }],
      aliases: ['Legal Studies'],
      clashes: [{ kind: 'plans', about: { en: '2025, Sales' } }],
    });
    const { id, moved } = await bench.keeping.merge({ ...wished, keep: 'from' }, null);
    expect(moved).toMatchObject({ hires: 1, plans: 1 });
    expect(bench.rows('SELECT headcount FROM plans ORDER BY 1')).toEqual([
      { headcount: 4 },
      { headcount: 9 },
    ]);
    await bench.keeping.undoMerge(id, null);
    expect(bench.contentHash()).toBe(before);
  });
});
