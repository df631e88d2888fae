import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BulkRows, BulkSource, HireRow } from '../../../server/store/hire-ports.ts';
import type { ImportStore } from '../../../server/store/import-ports.ts';
import { openImportStore } from '../../../server/store/sqlite/imports-store.ts';
import { openForReading } from '../../../server/store/sqlite/open.ts';
import { openStore } from '../../../server/store/sqlite/store.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../support/temporary-database.ts';

const MANY = 20_000;

let database: TemporaryDatabase;
let store: ImportStore;
let importId: number;
let entries: { school: number; major: number };

beforeEach(async () => {
  database = await temporaryDatabase();
  store = openImportStore(database.path, 1000);
  importId = store.log.create({
    kind: 'hires',
    fileName: 'many.csv',
    filePath: 'many.csv',
    createdBy: null,
    owner: null,
    reading: { encoding: 'utf-8', delimiter: ',', headerRow: 1, sheet: null, decimal: null },
    columns: [],
    rows: MANY,
  });
  entries = {
    school: store.directory.add('school', { name: 'North' }),
    major: store.directory.add('major', { name: 'Law' }),
  };
});
afterEach(() => {
  store.close();
  database.remove();
});

function read(sql: string): unknown[] {
  const connection = openForReading(database.path);
  try {
    return connection.prepare(sql).all();
  } finally {
    connection.close();
  }
}

const INDEXES = `SELECT sql FROM sqlite_schema WHERE type = 'index' ORDER BY sql`;

function manyRows(
  changed: Partial<Record<keyof HireRow, BulkSource>> = {},
  { onRows = () => {}, distinct = new Set() }: Partial<BulkRows> = {},
): BulkRows {
  const sources: Partial<Record<keyof HireRow, BulkSource>> = {
    school_id: { value: entries.school },
    major_id: { value: entries.major },
    import_id: { value: importId },
    candidate_id: { read: (row) => `C${row}` },
    company: { value: '' },
    graduation_year: { value: 2023 },
    known: { value: 0 },
    followed_to: { value: 20_000 },
    hired_on: { codes: Uint16Array.of(0, 1, 2), values: [-40_000, 0, 19_600] },
    ...changed,
  };
  const named = Object.entries(sources).map(([name, source]): [keyof HireRow, BulkSource] => [
    name as keyof HireRow,
    source,
  ]);
  const order = Uint32Array.from({ length: MANY }, (_, row) => row);
  return { sources: new Map(named), order, distinct, onRows };
}

/** Inserts rows in a transaction of their own. */
function insert(rows: BulkRows): void {
  store.begin({ importId, hires: MANY });
  try {
    store.hires.bulk(rows);
    store.commit();
  } catch (error) {
    store.rollback();
    throw error;
  }
}

describe('many hires inserted at once', () => {
  it('can be read at once, and have all their indexes once it has settled', () => {
    const before = read(INDEXES);
    insert(manyRows());
    expect(existsSync(`${database.path}.rows`)).toBe(false);
    expect(read('SELECT count(*) AS hires FROM hires')).toEqual([{ hires: MANY }]);
    expect(read(INDEXES).length).toBeLessThan(before.length);
    expect(read(INDEXES)).toEqual(
      expect.arrayContaining([{ sql: expect.stringContaining('hires_by_candidate') }]),
    );
    store.settle();
    expect(read(INDEXES)).toEqual(before);
    expect(read('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(read('PRAGMA foreign_key_check')).toEqual([]);
    expect(read('SELECT DISTINCT hire_year FROM hires ORDER BY 1')).toEqual(
      [1860, 1970, 2023].map((year) => ({ hire_year: year })),
    );
    expect(
      read(`SELECT count(*) AS wrong FROM hires
        WHERE hire_year IS NOT CAST(strftime('%Y', hired_on * 86400, 'unixepoch') AS INTEGER)`),
    ).toEqual([{ wrong: 0 }]);
  });

  const preparing: [string, () => void][] = [
    ['somebody asks for that', () => store.prepareIdentities()],
    [
      'the next transaction begins',
      () => {
        store.begin();
        store.commit();
      },
    ],
  ];
  it.each(preparing)('are kept apart by ids known to differ once %s', (_, prepare) => {
    const names = `SELECT name FROM sqlite_schema WHERE name LIKE 'hires_by_%' ORDER BY 1`;
    insert(manyRows({}, { distinct: new Set(['candidate_id']) }));
    expect(read(names)).toEqual([]);
    expect(store.hires.isCandidate('', 'C7')).toBe(true);
    expect(store.hires.isCandidate('', 'D7')).toBe(false);
    prepare();
    const identities = ['candidate', 'employee', 'row_key'].map((id) => ({
      name: `hires_by_${id}`,
    }));
    expect(read(names)).toEqual(identities);
    expect(() => insert(manyRows())).toThrow('UNIQUE');
    store.settle();
    expect(read(names).length).toBeGreaterThan(identities.length);
  });

  it('are found to be one where ids that are said to differ do not, before anything else', () => {
    insert(manyRows({ candidate_id: { value: 'C1' } }, { distinct: new Set(['candidate_id']) }));
    expect(() => store.prepareIdentities()).toThrow('UNIQUE');
    expect(() => store.begin()).toThrow('UNIQUE');
    // No transaction is left open.
    expect(store.directory.add('school', { name: 'South' })).toBeGreaterThan(entries.school);
    expect(read('SELECT count(*) AS schools FROM schools')).toEqual([{ schools: 2 }]);
  });

  it('tell how far they are, and leave nothing where that ends them', () => {
    const told: number[] = [];
    expect(() =>
      insert(
        manyRows(
          {},
          {
            onRows: (rows) => {
              told.push(rows);
              if (told.length === 5) throw new Error('That will do');
            },
          },
        ),
      ),
    ).toThrow('That will do');
    expect(read('SELECT count(*) AS hires FROM hires')).toEqual([{ hires: 0 }]);
    expect(existsSync(`${database.path}.rows`)).toBe(false);
    told.length = 0;
    insert(manyRows({}, { onRows: (rows) => told.push(rows) }));
    expect(told.length).toBeGreaterThan(10);
    expect(told.reduce((sum, rows) => sum + rows, 0)).toBe(MANY);
  });

  it('have their indexes after the next start where the process ended before', async () => {
    const before = read(INDEXES);
    insert(manyRows());
    (await openStore(database.path)).close();
    expect(read(INDEXES)).toEqual(before);
  });

  const wrong: [string, () => Partial<Record<keyof HireRow, BulkSource>>, string][] = [
    ['a school that is not there', () => ({ school_id: { value: 99 } }), 'hires.school_id 99'],
    [
      'a college that is not there',
      () => ({ college_id: { codes: Uint16Array.of(0, 0, 1), values: [null, 7] } }),
      'hires.college_id 7',
    ],
    ['no major', () => ({ major_id: { value: null } }), 'lacks a value'],
    ['one id for several', () => ({ candidate_id: { value: 'C1' } }), 'UNIQUE'],
  ];
  it.each(wrong)('are refused with %s, and nothing has changed', (_, changed, message) => {
    const before = [read(INDEXES), read('SELECT * FROM settings')];
    expect(() => insert(manyRows(changed()))).toThrow(message);
    expect(existsSync(`${database.path}.rows`)).toBe(false);
    expect([read(INDEXES), read('SELECT * FROM settings')]).toEqual(before);
    expect(read('SELECT count(*) AS hires FROM hires')).toEqual([{ hires: 0 }]);
    // The handle checks references row by row again.
    expect(() => store.directory.addCollege(99, 'Arts', 'arts')).toThrow('FOREIGN KEY');
  });

  it('are refused where another record of their import refers to nothing', () => {
    store.begin({ importId, hires: MANY });
    store.hires.bulk(manyRows());
    store.directory.addCollege(99, 'Arts', 'arts');
    expect(() => store.commit()).toThrow('colleges');
    store.rollback();
    expect(read('SELECT count(*) AS hires FROM hires')).toEqual([{ hires: 0 }]);
  });
});
