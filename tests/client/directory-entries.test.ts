import { describe, expect, it } from 'vitest';
import type { DirectoryEntry } from '../../client/api/directory.ts';
import {
  entryNames,
  orderEntries,
  searchEntries,
  usesOf,
} from '../../client/panels/directory/entry-names.ts';

const NOTHING = { hires: 0, cohorts: 0, plans: 0, cooperation: 0, colleges: 0 };

function entry(
  id: number,
  name: string,
  nameZh: string | null,
  hires: number,
  aliases: string[] = [],
): DirectoryEntry {
  const fields = { name, name_zh: nameZh, code: `C-${id}` };
  return { id, fields, aliases, counts: { ...NOTHING, hires }, colleges: [] };
}

const NORTH = entry(1, 'North University', '北方大学', 3, ['NU']);
const SOUTH = entry(2, 'South College', '南方学院', 7);
const EAST = entry(3, 'East College', null, 3, ['东方学院']);
const ALL = [NORTH, SOUTH, EAST];

describe('entries of a directory', () => {
  it('have a name in each language, and the other where there is one', () => {
    expect(entryNames(NORTH, 'en')).toEqual({ name: 'North University', other: '北方大学' });
    expect(entryNames(NORTH, 'zh')).toEqual({ name: '北方大学', other: 'North University' });
    expect(entryNames(EAST, 'zh')).toEqual({ name: 'East College', other: null });
  });

  it.each([
    ['', [1, 2, 3]],
    ['  college ', [2, 3]],
    ['nu', [1]],
    ['东方', [3]],
    ['c-2', [2]],
    ['nothing', []],
  ])('are found by “%s” in any of their names or their code', (search, ids) => {
    expect(searchEntries(ALL, search).map(({ id }) => id)).toEqual(ids);
  });

  it('stand in the order of their hires, then of their names', () => {
    expect(orderEntries(ALL, 'en').map(({ id }) => id)).toEqual([2, 3, 1]);
  });

  it('are counted only by what there is', () => {
    expect(usesOf({ ...NOTHING, colleges: 2, hires: 5 })).toEqual([
      ['hires', 5],
      ['colleges', 2],
    ]);
  });
});
