import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../domain/errors.ts';
import { openDirectoryBench, type DirectoryBench } from './directory-bench.ts';

const SCHOOLS = ['North', 'South', 'West'];
const anyPerson = fc.record({
  id: fc.integer({ min: 1, max: 5 }),
  school: fc.constantFrom(...SCHOOLS),
  college: fc.constantFrom('', 'Arts', 'Music'),
  major: fc.constantFrom('Law', 'History'),
  department: fc.constantFrom('Sales', 'Legal'),
});

type Step =
  | { readonly step: 'import'; readonly lines: readonly string[] }
  | { readonly step: 'merge'; readonly kind: 'school' | 'major'; readonly at: number }
  | { readonly step: 'undo'; readonly at: number };

const at = fc.nat({ max: 99 });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      step: fc.constant('import' as const),
      lines: fc
        .uniqueArray(anyPerson, { minLength: 1, maxLength: 3, selector: ({ id }) => id })
        .map((people) =>
          people.map(({ id, school, college, major, department }) =>
            [id, school, college, major, department].join(','),
          ),
        ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      step: fc.constant('merge' as const),
      kind: fc.constantFrom('school' as const, 'major' as const),
      at,
    }),
  },
  { weight: 2, arbitrary: fc.record({ step: fc.constant('undo' as const), at }) },
);

type Done = { readonly what: 'import' | 'merge'; readonly id: number };

function undo(bench: DirectoryBench, { what, id }: Done): Promise<unknown> {
  return what === 'import' ? bench.imports.undo(id) : bench.keeping.undoMerge(id, null);
}

/** Whether it was undone; a refusal must leave everything as it was. */
async function mayUndo(bench: DirectoryBench, done: Done): Promise<boolean> {
  const before = bench.contentHash();
  try {
    await undo(bench, done);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect(bench.contentHash()).toBe(before);
    return false;
  }
}

async function play(bench: DirectoryBench, steps: readonly Step[]): Promise<Done[]> {
  let done: Done[] = [];
  for (const one of steps) {
    if (one.step === 'import') {
      done.push({ what: 'import', id: (await bench.hires(...one.lines)).id });
    } else if (one.step === 'merge') {
      const ids = bench.keeping.entries(one.kind).map(({ id }) => id);
      const [from, into] = [ids[one.at % ids.length], ids[(one.at + 1) % ids.length]];
      if (from === undefined || into === undefined || from === into) continue;
      const merge = await bench.keeping.merge({ kind: one.kind, from, into, keep: null }, null);
      done.push({ what: 'merge', id: merge.id });
    } else {
      const chosen = done[one.at % Math.max(1, done.length)];
      if (chosen !== undefined && (await mayUndo(bench, chosen))) {
        done = done.filter((other) => other !== chosen);
      }
    }
    expect(bench.rows('PRAGMA foreign_key_check')).toEqual([]);
    expect(
      bench.rows(`SELECT h.id FROM hires h JOIN colleges c ON c.id = h.college_id
        WHERE c.school_id <> h.school_id`),
    ).toEqual([]);
  }
  return done;
}

describe('any history of imports, merges and undos', () => {
  it('stays whole, and undone from its end it leaves nothing', { timeout: 180_000 }, async () => {
    let merges = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 6, maxLength: 12 }), async (steps) => {
        const bench = await openDirectoryBench();
        try {
          const done = await play(bench, steps);
          merges += done.filter(({ what }) => what === 'merge').length;
          for (const last of done.toReversed()) await undo(bench, last);
          const left = [
            'hires',
            'schools',
            'majors',
            'colleges',
            'school_aliases',
            'merge_changes',
            'import_names',
          ];
          for (const table of left) expect(bench.rows(`SELECT * FROM ${table}`), table).toEqual([]);
        } finally {
          await bench.close();
        }
      }),
      // Always the same ones: whether any of so few merges is no matter of chance.
      { numRuns: 6, seed: 20_261_125 },
    );
    expect(merges).toBeGreaterThan(0);
  });
});
