import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '../../../server/import/read-rows.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The records with their lines, or null where a quote is never closed. */
async function scanned(text: string, delimiter: (typeof DELIMITERS)[number]) {
  const path = join(bench.folder, 'scan.csv');
  writeFileSync(path, text);
  const reading = { encoding: 'utf-8', delimiter, headerRow: 1, sheet: null, decimal: null };
  const records: (readonly string[])[] = [];
  const lines: number[] = [];
  try {
    for await (const part of readTable(path, reading)) {
      records.push('header' in part ? part.header : part.cells);
      if ('line' in part) lines.push(part.line);
    }
  } catch {
    return null;
  }
  return { records, lines };
}

function oracle(text: string, delimiter: string): string[][] | null {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
  } catch {
    return null;
  }
}

const piece = fc.constantFrom('"', '"', '""', ',', ',', ';', '\t', '|', '\n', '\n', '\r\n', '\r');
const text = fc
  .array(fc.oneof(piece, fc.constantFrom('a', 'b ', '招聘', 'é', '😀', ' ', "'")), {
    maxLength: 40,
  })
  .map((pieces) => pieces.join(''));

describe('scanning CSV', () => {
  it('finds the records that csv-parse finds, however odd the text', async () => {
    const property = fc.asyncProperty(text, fc.constantFrom(...DELIMITERS), async (csv, sign) => {
      expect((await scanned(csv, sign))?.records ?? null).toEqual(oracle(csv, sign));
    });
    await fc.assert(property, { numRuns: 3000 });
  });

  it('finds them wherever the text is cut', async () => {
    const long = 'x'.repeat(4093);
    const property = fc.asyncProperty(
      fc.array(fc.constantFrom(`${long},"a""b"`, 'c,"d\r\ne"', `"${long}`, 'f"'), {
        maxLength: 12,
      }),
      fc.nat(300_000),
      fc.constantFrom('\n', '\r\n'),
      async (rows, pad, end) => {
        const csv = `${'p'.repeat(pad)},q${end}${`${long},z${end}`.repeat(62)}${rows.join(end)}${end}`;
        expect((await scanned(csv, ','))?.records ?? null).toEqual(oracle(csv, ','));
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });

  it('tells the physical line of every row, whatever its line breaks are', async () => {
    const found = await scanned('a,b\n\n"1\n2",x\r\n"3\r\n4",\r\n\n5,6\n', ',');
    expect(found?.records.slice(1)).toHaveLength(3);
    expect(found?.lines).toEqual([3, 5, 8]);
  });
});
