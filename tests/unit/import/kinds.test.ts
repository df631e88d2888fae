import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

const school = fc.constantFrom('North', 'NORTH', 'South', '', '北方大学', '合计');
const college = fc.constantFrom('', '', 'Arts', 'arts', 'Science', '小计');
const count = fc.constantFrom('', '', '0', '3', '10人', '-1', '2.5', 'x', '<clear>', '1,000');
const major = fc.constantFrom('Law', 'law', 'Art', '', '不限', 'Total');
const degree = fc.constantFrom('', '', '本科', 'master', '本科及以上', '不限', 'nothing');
const year = fc.constantFrom('2023', '2023届', '2024', '1005', '');
const day = fc.constantFrom('', '2023-08-31', '2023年8月31日', '31/12/2023', '长期', '2020-13-01');
const yesNo = fc.constantFrom('', '是', 'no', 'perhaps', '清空');

/** Cells of each kind that go wrong in as many ways as possible, and now and then right. */
const NASTY = {
  cohorts: {
    school,
    college,
    major,
    degree,
    graduation_year: year,
    counted_on: day,
    graduates: fc.constantFrom('10', '20', '20', '1,000', '', '-5'),
    agreement_contract: count,
    further_study: count,
    unknown: count,
  },
  plans: {
    year,
    department: fc.constantFrom('', 'Sales', '全公司', '<clear>'),
    major,
    degree,
    headcount: count,
    shared: yesNo,
  },
  cooperation: {
    school,
    college: fc.constantFrom('', 'Arts', 'Science', '清空'),
    kind: fc.constantFrom('协议', 'MoU', '走访', 'picnic', ''),
    title: fc.constantFrom('A', 'B', '', 'C'.repeat(201)),
    starts_on: day,
    ends_on: day,
    status: fc.constantFrom('', '履行中', 'ended', 'who knows', '<clear>'),
    people: count,
    amount: fc.constantFrom('', '12万', '¥1,200', '-1', 'much', '1.5亿', '清空'),
    shared: yesNo,
  },
} as const;

const KINDS = ['cohorts', 'plans', 'cooperation'] as const;

function fileOf(kind: (typeof KINDS)[number]) {
  const columns: Readonly<Record<string, fc.Arbitrary<string>>> = NASTY[kind];
  const empty = ','.repeat(Object.keys(columns).length - 1);
  const line = fc
    .tuple(...Object.values(columns))
    .map((cells) => cells.map(quoted).join(','))
    .chain((text) => fc.constantFrom(text, text, text, text, text, '', empty, 'a,b'));
  return fc.array(line, { maxLength: 25 }).map((lines) => ({
    text: `${Object.keys(columns).join(',')}\n${lines.join('\n')}\n`,
    rows: lines.filter((row) => row !== '').length,
  }));
}

describe.each(KINDS)('the account of %s', (kind) => {
  const options = { kind, newNames: true, skipInvalid: true } as const;
  const stored = (): number => Number(bench.rows(`SELECT count(*) AS n FROM ${kind}`)[0]?.['n']);

  it('is exact for any file, is the summary’s, and the same file again changes nothing', async () => {
    const property = fc.asyncProperty(fileOf(kind), async ({ text, rows }) => {
      const before = stored();
      const { result, summary } = await bench.run(text, options);
      if (result === null || summary === null) throw new Error('no result');
      const { inserted, updated, unchanged, skipped, invalid, duplicates, blank, totals } = result;
      expect(inserted + updated + unchanged + skipped).toBe(rows);
      expect(invalid + duplicates + blank + totals).toBe(skipped);
      expect(summary).toMatchObject({
        rows,
        valid: rows - invalid,
        new: inserted,
        changed: updated,
        unchanged,
        invalid,
        duplicates,
        blank,
        totals,
      });
      const errors = summary.issues.filter(({ severity }) => severity === 'error');
      expect(errors.length > 0).toBe(invalid > 0);
      expect(stored()).toBe(before + inserted);

      const hash = bench.contentHash();
      const again = await bench.run(text, options);
      expect(again.result).toMatchObject({ inserted: 0, updated: 0, invalid, skipped });
      expect(bench.contentHash()).toBe(hash);
    });
    await fc.assert(property, { numRuns: 40 });
  });

  it('is what validating said, and each undo leads back', async () => {
    const property = fc.asyncProperty(fileOf(kind), async ({ text }) => {
      const hash = bench.contentHash();
      const { id, summary } = await bench.validate(text, options);
      expect(bench.contentHash()).toBe(hash);
      await (
        await bench.imports.startCommit(id, true)
      ).end;
      expect(bench.imports.get(id).result).toMatchObject({
        inserted: summary.new,
        updated: summary.changed,
        unchanged: summary.unchanged,
        invalid: summary.invalid,
        duplicates: summary.duplicates,
        totals: summary.totals,
      });
      await bench.imports.undo(id);
      expect(bench.contentHash()).toBe(hash);
    });
    await fc.assert(property, { numRuns: 30 });
  });
});
