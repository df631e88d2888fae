import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BulkSource, HireValue } from '../../../server/store/hire-ports.ts';
import { PageFile } from '../../../server/store/sqlite/image/page-file.ts';
import { writeRows } from '../../../server/store/sqlite/image/row-writer.ts';

const SQL = 'CREATE TABLE kept (id INTEGER PRIMARY KEY, a, b TEXT NOT NULL, c, d TEXT, e, f)';

/** Writes rows with the ids from `firstId` on, and reads them back through SQLite. */
function roundTrip(
  sources: Readonly<Record<string, BulkSource>>,
  order: readonly number[],
  firstId = 1,
  pageBytes?: number,
): { rows: unknown[]; check: unknown } {
  const folder = mkdtempSync(join(tmpdir(), 'talentbridge-'));
  const path = join(folder, 'image.db');
  try {
    const file = new PageFile(path, pageBytes);
    try {
      const columns = ['id', 'a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({
        name,
        isRequired: name === 'b',
        source: sources[name] ?? null,
      }));
      writeRows(file, columns, Uint32Array.from(order), firstId, () => {});
      file.finish('kept', SQL);
    } finally {
      file.close();
    }
    const database = new Sqlite(path, { readonly: true });
    const check = database.pragma('integrity_check', { simple: true });
    const rows = database.prepare('SELECT *, typeof(a) AS kind FROM kept ORDER BY id').all();
    database.close();
    return { rows, check };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function kindOf(value: HireValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'text';
  return Number.isSafeInteger(value) ? 'integer' : 'real';
}

/** Texts one after the other, as a column of a file has them. */
function textsOf(texts: readonly string[]): BulkSource {
  const starts = new Uint32Array(texts.length + 1);
  for (const [index, text] of texts.entries()) {
    starts[index + 1] = (starts[index] ?? 0) + Buffer.byteLength(text);
  }
  return { texts: { bytes: Buffer.from(texts.join('')), starts } };
}

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const value: fc.Arbitrary<HireValue> = fc.oneof(
  fc.constantFrom(null, 0, 1, -1, 127, 128, -128, -129, 32_767, 32_768, -32_769, 8_388_608),
  fc.constantFrom(2 ** 31, -(2 ** 31) - 1, 2 ** 47, -(2 ** 47) - 1, Number.MAX_SAFE_INTEGER, 0.5),
  fc.maxSafeInteger(),
  text,
);

describe('a file of rows', () => {
  it('is read by SQLite as it was written, whatever the size of its pages', () => {
    const given = fc.record({
      rows: fc.array(fc.tuple(value, text, value), { minLength: 1, maxLength: 300 }),
      dictionary: fc.array(value, { minLength: 1, maxLength: 5 }),
      firstId: fc.constantFrom(1, 100, 20_000, 3_000_000),
      pageBytes: fc.constantFrom(512, 1024, 4096, 65_536),
      backwards: fc.boolean(),
    });
    const property = fc.property(given, ({ rows, dictionary, firstId, pageBytes, backwards }) => {
      const texts = rows.map(([, own]) => own.replaceAll('\0', ''));
      const codes = Uint16Array.from(rows, (_, row) => row % dictionary.length);
      const sources = {
        a: { read: (row: number) => rows[row]?.[0] ?? null },
        b: { read: (row: number) => `b${rows[row]?.[1] ?? ''}` },
        c: { codes, values: dictionary },
        d: textsOf(texts),
        f: { value: dictionary[0] ?? null },
      };
      const order = [...rows.keys()];
      if (backwards) order.reverse();
      const expected = order.map((row, place) => ({
        id: firstId + place,
        a: rows[row]?.[0] ?? null,
        b: `b${rows[row]?.[1] ?? ''}`,
        c: dictionary[row % dictionary.length],
        d: texts[row] === '' ? null : texts[row],
        e: null,
        f: dictionary[0],
        kind: kindOf(rows[row]?.[0] ?? null),
      }));
      expect(roundTrip(sources, order, firstId, pageBytes)).toEqual({
        rows: expected,
        check: 'ok',
      });
    });
    fc.assert(property, { numRuns: 150 });
  });

  it('has pages above pages above pages', () => {
    const order = Array.from({ length: 20_000 }, (_, row) => row);
    const b = { read: (row: number) => `text ${row} `.repeat(4) };
    const { rows, check } = roundTrip({ a: { value: 7 }, b }, order, 1, 512);
    expect(check).toBe('ok');
    expect(rows).toHaveLength(order.length);
    expect(rows.at(-1)).toMatchObject({ id: 20_000, a: 7, b: b.read(19_999) });
  });

  it('refuses a row without a value that it needs, and a record longer than a page', () => {
    const none = { read: (row: number) => (row === 1 ? null : 'b') };
    expect(() => roundTrip({ b: none }, [0, 1])).toThrow('lacks a value');
    expect(() => roundTrip({ a: { value: 1 } }, [0])).toThrow('Every row needs b');
    expect(() => roundTrip({ b: { value: 'long '.repeat(20_000) } }, [0])).toThrow('too long');
  });
});
