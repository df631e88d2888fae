import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BulkRows, BulkSource, HireRow } from '../../../server/store/hire-ports.ts';
import type { ImportStore } from '../../../server/store/import-ports.ts';
import { openImportStore } from '../../../server/store/sqlite/imports-store.ts';
import { openForReading } from '../../../server/store/sqlite/open.ts';
import { openStore } from '../../../server/store/sqlite/store.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../support/temporary-database.ts';

const MANY = 20_000;
/** So many that another thread writes half of them. */
const VERY_MANY = 120_000;

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

/** Files of rows beside the database. */
function leftOver(): string[] {
  return readdirSync(dirname(database.path)).filter((name) => name.includes('.image'));
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
    expect(leftOver()).toEqual([]);
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

  const texts = Buffer.from(Array.from({ length: VERY_MANY }, (_, row) => `D${row}`).join(''));
  const starts = new Uint32Array(VERY_MANY + 1);
  for (let row = 0; row < VERY_MANY; row += 1)
    starts[row + 1] = (starts[row] ?? 0) + `D${row}`.length;
  const days = Uint16Array.from({ length: VERY_MANY }, (_, row) => row % 500);
  const veryMany = (): BulkRows => ({
    ...manyRows({
      candidate_id: { texts: { bytes: texts, starts } },
      hired_on: { codes: days, values: Array.from({ length: 500 }, (_, code) => 19_000 + code) },
    }),
    // Not all rows of the file, and not the first of them.
    order: Uint32Array.from({ length: VERY_MANY - 100 }, (_, index) => index + 50),
  });
  it('are written by two threads where there are very many of them', () => {
    const told: number[] = [];
    insert({ ...veryMany(), onRows: (rows) => told.push(rows) });
    expect(told.reduce((sum, rows) => sum + rows, 0)).toBe(VERY_MANY - 100);
    // What the other thread wrote is told of at once; so is, at the end, what SQLite took over.
    expect(told.filter((rows) => rows > 10_000)).toHaveLength(2);
    expect(leftOver()).toEqual([]);
    const wrong = `SELECT count(*) AS hires, sum(candidate_id <> 'D' || (id + 49)) AS ids,
      sum(hired_on <> 19000 + (id + 49) % 500) AS days, min(id) AS first FROM hires`;
    expect(read(wrong)).toEqual([{ hires: VERY_MANY - 100, ids: 0, days: 0, first: 1 }]);
    store.settle();
    expect(read('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  });

  it('leave nothing of either thread where what hears of them ends the work', () => {
    const onRows = (): void => {
      throw new Error('That will do');
    };
    expect(() => insert({ ...veryMany(), onRows })).toThrow('That will do');
    expect(read('SELECT count(*) AS hires FROM hires')).toEqual([{ hires: 0 }]);
    expect(leftOver()).toEqual([]);
    insert(veryMany());
    expect(read('SELECT count(*) AS hires FROM hires')).toEqual([{ hires: VERY_MANY - 100 }]);
  });

  it('are refused where a row of the other thread lacks what it needs', () => {
    const codes = Uint16Array.from({ length: VERY_MANY }, (_, row) =>
      row > VERY_MANY - 90 ? 1 : 0,
    );
    const { sources, ...rest } = veryMany();
    const changed = new Map(sources).set('graduation_year', { codes, values: [2023, null] });
    expect(() => insert({ ...rest, sources: changed })).toThrow('lacks a value');
    expect(read('SELECT count(*) AS hires FROM hires')).toEqual([{ hires: 0 }]);
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
    expect(leftOver()).toEqual([]);
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
    expect(leftOver()).toEqual([]);
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
