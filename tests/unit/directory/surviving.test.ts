import { describe, expect, it } from 'vitest';
import { surviving, survivorsOf, type MergedEntry } from '../../../domain/directory/surviving.ts';

const merge = (from: number, into: number, rest: Partial<MergedEntry> = {}): MergedEntry => ({
  kind: 'school',
  from: { id: from },
  into: { id: into },
  undoneAt: null,
  ...rest,
});

describe('what survived merges', () => {
  it('is followed to the end, whatever the order, apart for schools and majors', () => {
    const merges = [merge(5, 2), merge(9, 5), merge(4, 9), merge(5, 1, { kind: 'major' })];
    for (const list of [merges, merges.toReversed()]) {
      const { school, major } = survivorsOf(list);
      expect([...school].toSorted(([a], [b]) => a - b)).toEqual([
        [4, 2],
        [5, 2],
        [9, 2],
      ]);
      expect([...major]).toEqual([[5, 1]]);
    }
  });

  it('is the entry itself again once the merge is undone', () => {
    const { school } = survivorsOf([
      merge(5, 2, { undoneAt: '2026-01-01T00:00:00Z' }),
      merge(9, 5),
      merge(5, 3),
    ]);
    expect([...school]).toEqual([
      [9, 3],
      [5, 3],
    ]);
  });

  it('stands once in an address, blank values and others where they were', () => {
    const { school } = survivorsOf([merge(5, 2), merge(9, 2)]);
    expect(surviving(['7', '9', '', '2', '5'], school)).toEqual(['7', '2', '']);
  });
});
