import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvCell } from '../../../domain/csv.ts';
import { readTable } from '../../../server/import/read-rows.ts';
import { sniffDelimiter } from '../../../server/import/sniff-delimiter.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const DELIMITERS = [',', ';', '\t', '|'] as const;

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

describe('reading CSV', () => {
  it('gives back any cells that were written', async () => {
    const path = join(bench.folder, 'round-trip.csv');
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('', '"', '""', 'a"b', 'x\ny', 'x\r\ny', ' , ', '招聘\n渠道', "'", '\t|;'),
    );
    const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
      fc.array(
        fc.array(
          cell.filter((text) => !text.includes('\u0000')),
          { minLength: width, maxLength: width },
        ),
        { minLength: 1, maxLength: 8 },
      ),
    );
    const property = fc.asyncProperty(
      table,
      fc.constantFrom(...DELIMITERS),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      async (rows, delimiter, end, mark) => {
        const lines = rows.map((row) => row.map(quoted).join(delimiter));
        writeFileSync(path, (mark ? '\uFEFF' : '') + lines.join(end) + end);
        const reading = { encoding: 'utf-8', delimiter, headerRow: 1, sheet: null, decimal: null };
        const read: (readonly string[])[] = [];
        let next = 1;
        for await (const part of readTable(path, reading)) {
          const cells = 'header' in part ? part.header : part.cells;
          if ('line' in part) expect(part.line).toBe(next);
          next +=
            1 + cells.reduce((sum, text) => sum + (text.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
          read.push(cells);
        }
        expect(read).toEqual(rows);
      },
    );
    await fc.assert(property, { numRuns: 300 });
  });

  it.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2;3\n2,5;2;3\n', ';'],
    ['a\tb\n1\t2, 3\n', '\t'],
    ['a|b|c\n"1,2,3,4"|2|3\n', '|'],
    ['"a;b;c",d\n1,2\n', ','],
    ['single\n1\n', ','],
  ])('finds the delimiter of %j', (text, delimiter) => {
    expect(sniffDelimiter(text)).toBe(delimiter);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@x', "'@x"],
    ['\tx', '"\'\tx"'],
    ['\rx', '"\'\rx"'],
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['plain', 'plain'],
  ])('writes the cell %j as %j', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });
});

/** Cells that go wrong in as many ways as possible, and now and then right. */
const nasty = {
  id: fc.constantFrom('1', '2', '3', '4', '01', '', ' 5 ', '６', 'x'.repeat(70)),
  employee: fc.constantFrom('', '', 'E1', 'E2', 'E3'),
  school: fc.constantFrom(
    'North',
    'north',
    'South (East)',
    'South (West)',
    '',
    '大学',
    '-',
    '=1+1',
  ),
  major: fc.constantFrom('Law', 'LAW ', 'Art', ''),
  year: fc.constantFrom('2023', '2023届', '1005', '', 'x', '2022'),
  hired: fc.constantFrom(
    '2023-07-01',
    '2023/7/1',
    '',
    '30.02.2023',
    '2025-01-01',
    '01/02/2023',
    '45735',
  ),
  left: fc.constantFrom('', '', '2024-07-01', '2020-01-01', '2999-01-01'),
  salary: fc.constantFrom('', '85,000', '8.5万', '-1', '85.000', '7000/月'),
};

const line = fc
  .tuple(...Object.values(nasty))
  .map((cells) => cells.map(quoted).join(','))
  .chain((text) => fc.constantFrom(text, text, text, text, '', ',,,,,,,', 'a,b', `${text},more`));

describe('the account', () => {
  it('is exact for any file, and the same file again changes nothing', async () => {
    const property = fc.asyncProperty(
      fc.array(line, { maxLength: 25 }),
      fc.boolean(),
      async (lines, twoIds) => {
        const employee = twoIds ? 'employee_id' : 'ignored';
        const header = `candidate_id,${employee},school,major,graduation_year,hired_on,left_on,salary`;
        const text = `${header}\n${lines.join('\n')}\n`;
        const rows = lines.filter((row) => row !== '').length;
        const options = { newNames: true, skipInvalid: true };
        const before = bench.rows('SELECT count(*) AS hires FROM hires');

        const { result, summary } = await bench.run(text, options);
        if (result === null || summary === null) throw new Error('no result');
        const { inserted, updated, unchanged, skipped, invalid, duplicates, rehires, blank } =
          result;
        expect(inserted + updated + unchanged + skipped).toBe(rows);
        expect(invalid + duplicates + rehires + blank).toBe(skipped);
        expect(summary.rows).toBe(rows);
        expect(summary.valid + summary.invalid).toBe(rows);
        const errors = summary.issues.filter(({ severity }) => severity === 'error');
        expect(errors.length > 0).toBe(invalid > 0);
        const after = bench.rows('SELECT count(*) AS hires FROM hires');
        expect(Number(after[0]?.['hires'])).toBe(Number(before[0]?.['hires']) + inserted);

        const hash = bench.contentHash();
        const again = await bench.run(text, options);
        expect(again.result).toMatchObject({ inserted: 0, updated: 0 });
        expect(bench.contentHash()).toBe(hash);
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });

  it('is the summary’s, and each undo leads back', async () => {
    const property = fc.asyncProperty(
      fc.array(line, { minLength: 3, maxLength: 25 }),
      async (lines) => {
        const header =
          'candidate_id,employee_id,school,major,graduation_year,hired_on,left_on,salary';
        const text = `${header}\n${lines.join('\n')}\n`;
        const hash = bench.contentHash();
        const { id, summary } = await bench.validate(text, { newNames: true });
        await (
          await bench.imports.startCommit(id, true)
        ).end;
        const { result } = bench.imports.get(id);
        expect(result).toMatchObject({
          inserted: summary.new,
          updated: summary.changed,
          unchanged: summary.unchanged,
          invalid: summary.invalid,
          duplicates: summary.duplicates,
          rehires: summary.rehires,
        });
        await bench.imports.undo(id);
        expect(bench.contentHash()).toBe(hash);
      },
    );
    await fc.assert(property, { numRuns: 40 });
  });
});
