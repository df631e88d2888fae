import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDirectoryBench, type DirectoryBench } from './directory-bench.ts';

let bench: DirectoryBench;
beforeEach(async () => {
  bench = await openDirectoryBench();
});
afterEach(() => bench.close());

const schoolsOf = () =>
  bench.rows(`SELECT h.candidate_id AS id, s.name AS school FROM hires h
    JOIN schools s ON s.id = h.school_id ORDER BY 1`);

describe('undoing an import made before a merge', () => {
  it('is refused by the name of the merge that moved its records, and possible after the merge is undone', async () => {
    const north = await bench.hires('1,North,Arts,Law,Sales');
    const afterNorth = bench.contentHash();
    const south = await bench.hires('2,South,Arts,Law,Sales');
    const { id } = await bench.merge('South', 'North');
    const merged = bench.contentHash();
    for (const entry of [south, north]) {
      await expect(bench.imports.undo(entry.id)).rejects.toMatchObject({
        code: 'conflict',
        sentence: {
          en: expect.stringContaining(`${id} (South into North)`),
          zh: expect.stringContaining(`${id}（South 并入 North）`),
        },
      });
    }
    expect(bench.contentHash()).toBe(merged);
    await bench.keeping.undoMerge(id, null);
    await bench.imports.undo(south.id);
    expect(bench.contentHash()).toBe(afterNorth);
  });

  it('is refused where it would bring a record back to a school, college or major that is gone', async () => {
    await bench.hires(
      '1,North,Arts,Law,Sales',
      '2,South,Arts,History,Sales',
      '3,West,,Music,Sales',
    );
    const before = bench.contentHash();
    // The person moves on from South and History before these are merged away.
    const moved = await bench.hires('2,West,,Music,Sales');
    for (const merge of [
      () => bench.merge('South', 'North'),
      () => bench.mergeMajors('History', 'Law'),
    ]) {
      const { id } = await merge();
      await expect(bench.imports.undo(moved.id)).rejects.toThrow(`${id} (`);
      await bench.keeping.undoMerge(id, null);
    }
    await bench.imports.undo(moved.id);
    expect(bench.contentHash()).toBe(before);
  });

  it('leaves other merges alone', async () => {
    await bench.hires('1,North,,Law,Sales', '2,South,,Law,Sales');
    const other = await bench.hires('3,West,,Music,Sales');
    await bench.merge('South', 'North');
    await bench.imports.undo(other.id);
    expect(schoolsOf()).toEqual([
      { id: '1', school: 'North' },
      { id: '2', school: 'North' },
    ]);
  });

  it('keeps an entry that only a record which the merge keeps aside needs', async () => {
    await bench.hires('1,North,,Law,Sales', '2,South,,Law,Sales');
    const majors = await bench.hires('3,North,,Music,Sales');
    const header = 'school,major,graduation_year,graduates';
    await bench.run(`${header}\nNorth,Music,2023,10\nSouth,Music,2023,10\n`, { kind: 'cohorts' });
    const before = bench.contentHash();
    const { id } = await bench.merge('South', 'North');
    expect(bench.rows('SELECT graduates FROM cohorts')).toEqual([{ graduates: 10 }]);
    await bench.imports.undo(majors.id);
    await bench.keeping.undoMerge(id, null);
    expect(bench.rows('SELECT graduates FROM cohorts')).toHaveLength(2);
    expect(bench.contentHash()).not.toBe(before);
    expect(bench.rows('PRAGMA foreign_key_check')).toEqual([]);
  });
});

describe('undoing a merge after an import', () => {
  beforeEach(async () => {
    await bench.hires('1,North,Arts,Law,Sales', '2,South,Music,Law,Sales');
  });

  it('is refused where the import said a name of the one that is gone', async () => {
    const before = bench.contentHash();
    const { id } = await bench.merge('South', 'North');
    const merged = bench.contentHash();
    const later = await bench.hires('3,south,,Law,Sales');
    expect(schoolsOf().at(-1)).toEqual({ id: '3', school: 'North' });
    await expect(bench.keeping.undoMerge(id, null)).rejects.toMatchObject({
      code: 'conflict',
      sentence: {
        en: expect.stringContaining(`${later.id} (file.csv)`),
        zh: expect.stringContaining(`${later.id}（file.csv）`),
      },
      details: { obstacles: [{ what: 'import', id: later.id, fileName: 'file.csv' }] },
    });
    await bench.imports.undo(later.id);
    expect(bench.contentHash()).toBe(merged);
    await bench.keeping.undoMerge(id, null);
    expect(bench.contentHash()).toBe(before);
  });

  it('is refused where the import changed a record that moved', async () => {
    const { id } = await bench.merge('South', 'North');
    const later = await bench.hires('2,North,Music,Law,Legal');
    expect(later.result).toMatchObject({ updated: 1 });
    await expect(bench.keeping.undoMerge(id, null)).rejects.toThrow(`${later.id} (file.csv)`);
  });

  it('is refused where the import put somebody into a college that would go back', async () => {
    const { id } = await bench.merge('South', 'North');
    const later = await bench.hires('3,North,Music,Law,Sales');
    expect(later.result?.created).toMatchObject({ colleges: 0 });
    await expect(bench.keeping.undoMerge(id, null)).rejects.toThrow(`${later.id} (file.csv)`);
  });

  it('is possible where the import only said names that were never the other’s', async () => {
    const { id } = await bench.merge('South', 'North');
    await bench.hires('3,North,Arts,Law,Sales', '4,West,,Law,Sales');
    await bench.hires('1,North,Arts,Law,Sales', '2,South,Music,Law,Sales');
    await bench.keeping.undoMerge(id, null);
    expect(schoolsOf()).toEqual([
      { id: '1', school: 'North' },
      { id: '2', school: 'South' },
      { id: '3', school: 'North' },
      { id: '4', school: 'West' },
    ]);
  });
});

describe('a draft', () => {
  it('that was told “same as” an entry follows it where it was merged, and back', async () => {
    await bench.hires('1,North,,Law,Sales', '2,South,,Law,Sales', '3,West,,Law,Sales');
    const draft = async (candidate: string): Promise<number> => {
      const { id } = await bench.validate(
        `candidate_id,school,major,graduation_year,hired_on\n${candidate},Süd,Law,2023,2023-07-01\n`,
      );
      await bench.imports.setNames(id, { school: { Süd: bench.idOf('South') }, major: {} });
      return id;
    };
    const [first, second] = [await draft('4'), await draft('5')];
    const once = await bench.merge('South', 'North');
    const twice = await bench.merge('North', 'West');
    await (
      await bench.imports.startCommit(first, false)
    ).end;
    expect(schoolsOf().map(({ school }) => school)).toEqual(['West', 'West', 'West', 'West']);
    await bench.imports.undo(first);
    await bench.keeping.undoMerge(twice.id, null);
    await bench.keeping.undoMerge(once.id, null);
    await (
      await bench.imports.startCommit(second, false)
    ).end;
    expect(bench.imports.get(second).status).toBe('committed');
  });
});

describe('merges of merges', () => {
  it('are undone in their order, last first', async () => {
    await bench.hires(
      '1,North,Arts,Law,Sales',
      '2,South,Arts,Law,Sales',
      '3,West,Arts,Music,Sales',
    );
    const hashes = [bench.contentHash()];
    const ids: number[] = [];
    for (const merge of [
      () => bench.merge('South', 'North'),
      () => bench.mergeMajors('Music', 'Law'),
      () => bench.merge('West', 'North'),
    ]) {
      ids.push((await merge()).id);
      hashes.push(bench.contentHash());
    }
    await expect(bench.keeping.undoMerge(ids[0] ?? 0, null)).rejects.toThrow(
      `merge ${ids[2]} (West into North)`,
    );
    await expect(bench.keeping.undoMerge(ids[1] ?? 0, null)).rejects.toThrow(`merge ${ids[2]}`);
    for (const index of [2, 1, 0]) {
      await bench.keeping.undoMerge(ids[index] ?? 0, null);
      expect(bench.contentHash()).toBe(hashes[index]);
    }
  });
});

describe('rows without any id', () => {
  it('of the same file change nothing after a merge', async () => {
    const file = 'school,major,graduation_year,hired_on\nSouth,Law,2023,2023-07-01\n';
    await bench.hires('1,North,,Law,Sales');
    await bench.run(file, { newNames: true });
    await bench.merge('South', 'North');
    expect((await bench.run(file)).result).toMatchObject({ unchanged: 1, inserted: 0 });
  });
});

describe('an entry edited by hand', () => {
  it('is not overwritten by undoing an import that changed it', async () => {
    await bench.run('name,city\nNorth,Harbor\n', { kind: 'schools' });
    const later = await bench.run('name,city\nNorth,Inland\n', { kind: 'schools' });
    await bench.keeping.edit('school', bench.idOf('North'), { province: 'East' });
    await expect(bench.imports.undo(later.id)).rejects.toMatchObject({
      code: 'conflict',
      sentence: { en: expect.stringContaining('North'), zh: expect.stringContaining('North') },
    });
  });

  it('stays where the import that created it is undone', async () => {
    const created = await bench.hires('1,Nroth,,Law,Sales');
    await bench.keeping.edit('school', bench.idOf('Nroth'), { name: 'North' });
    await bench.imports.undo(created.id);
    expect(bench.keeping.entries('school')).toMatchObject([{ name: 'North', aliases: ['Nroth'] }]);
    expect(bench.keeping.entries('major')).toEqual([]);
  });

  it('keeps the edit through the undo of a merge, unless it took the name of the other', async () => {
    await bench.hires('1,North,,Law,Sales', '2,South,,Law,Sales');
    const { id } = await bench.merge('South', 'North');
    const north = bench.idOf('North');
    await bench.keeping.edit('school', north, { name: 'South', city: 'Harbor' });
    await expect(bench.keeping.undoMerge(id, null)).rejects.toThrow('rename it first');
    await bench.keeping.edit('school', north, { name: 'United' });
    await bench.keeping.undoMerge(id, null);
    expect(bench.keeping.entries('school')).toMatchObject([
      { name: 'United', aliases: ['North'], fields: { city: 'Harbor' }, counts: { hires: 1 } },
      { name: 'South', counts: { hires: 1 } },
    ]);
  });
});
