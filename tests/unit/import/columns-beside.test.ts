import { describe, expect, it } from 'vitest';
import { columnsHere } from '../../../server/import/cell-block.ts';
import { columnsBeside } from '../../../server/import/columns-beside.ts';
import { TableBuilder } from '../../../server/import/table-builder.ts';

const READING = {
  encoding: 'utf-8',
  delimiter: ',',
  headerRow: 1,
  sheet: null,
  decimal: null,
} as const;
/** From 65,536 texts on a column is kept in another way. */
const ROWS = 70_000;
const CHUNK_BYTES = 100_000;

/** Ids of their own, names that come again, odd space, quotes, rows that are too short, and blank ones. */
const LINES = Array.from({ length: ROWS }, (_, row) => {
  if (row % 1000 === 7) return `C${row},short`;
  if (row % 1000 === 8) return ',,,';
  return `C${row},\u3000第${row % 301}大学 ,"a ""b"" ${row % 7}",'=${row % 9}`;
});
const TEXT = Buffer.from(`id,school,quoted,formula\n${LINES.join('\n')}\n`);

describe('columns that another thread fills', () => {
  it('are those that are filled here, row for row and code for code', async () => {
    const beside = columnsBeside();
    try {
      const builders = [
        new TableBuilder(READING, columnsHere),
        new TableBuilder(READING, beside.sinkFor),
      ];
      for (let from = 0; from < TEXT.length; from += CHUNK_BYTES) {
        for (const builder of builders) builder.add(TEXT.subarray(from, from + CHUNK_BYTES));
        await beside.ready();
      }
      const tables = await Promise.all(builders.map((builder) => builder.end()));
      const [here, other] = tables.map(({ columns, ...rest }) => ({
        ...rest,
        columns: columns.map((column) => ({
          blanks: column.blanks,
          texts: Array.from({ length: column.rows }, (_, row) => column.text(row)).join('|'),
          codes: column.codes?.slice(0, column.rows) ?? null,
          hashes: Array.from({ length: column.rows }, (_, row) => column.hash(row)).join(),
          entries: column.entries,
        })),
      }));
      expect(here?.rows).toBe(ROWS);
      expect(here?.columns.map(({ codes }) => codes === null)).toEqual([true, false, false, false]);
      expect(here?.columns[2]?.texts.slice(0, 15)).toBe('a "b" 0|a "b" 1');
      expect(other).toEqual(here);
      for (const { texts, blanks } of here?.columns ?? []) {
        expect(blanks).toBe(texts.split('|').filter((text) => text === '').length);
        expect(blanks).toBeGreaterThan(0);
      }
    } finally {
      beside.close();
    }
  });

  it('are asked for in vain once their thread has ended', async () => {
    const beside = columnsBeside();
    const builder = new TableBuilder(READING, beside.sinkFor);
    builder.add(TEXT.subarray(0, CHUNK_BYTES));
    beside.close();
    await expect(builder.end()).rejects.toThrow('has ended');
  });
});
