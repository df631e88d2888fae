import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { imageBeside } from '../../../server/store/sqlite/image/image-beside.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'talentbridge-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const ROWS = 5000;

/** Writes rows of which only the later ones of a file count, and reads them back. */
function write(path: string): { told: number[]; rows: unknown[] } {
  const codes = Uint16Array.from({ length: ROWS * 2 }, (_, row) => row % 3);
  const columns = [
    { name: 'id', isRequired: false, source: null },
    { name: 'a', isRequired: false, source: { codes, values: ['x', 'y', 7] } },
  ];
  const order = Uint32Array.from({ length: ROWS }, (_, index) => ROWS + index);
  const sql = 'CREATE TABLE hires (id INTEGER PRIMARY KEY, a)';
  const told: number[] = [];
  const beside = imageBeside({ path, sql, columns, order, firstId: 11 });
  try {
    beside.finish((rows) => told.push(rows));
  } finally {
    beside.end();
  }
  const database = new Sqlite(path, { readonly: true });
  const rows = database.prepare('SELECT id, a FROM hires ORDER BY id').all();
  database.close();
  return { told, rows };
}

const EXPECTED = Array.from({ length: ROWS }, (_, index) => ({
  id: 11 + index,
  a: ['x', 'y', 7][(ROWS + index) % 3],
}));

describe('rows that another thread writes', () => {
  it('are all there at once', () => {
    const { told, rows } = write(join(folder, 'one.db'));
    expect(told).toEqual([ROWS]);
    expect(rows).toEqual(EXPECTED);
  });

  it('are written here where that thread cannot', () => {
    const path = join(folder, 'two.db');
    writeFileSync(path, 'in its way');
    const { told, rows } = write(path);
    expect(told.length).toBeGreaterThan(1);
    expect(rows).toEqual(EXPECTED);
  });
});
