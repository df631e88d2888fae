import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isoFromDay } from '../../../domain/dates.ts';
import { keptStatements } from '../../../server/store/sqlite/kept-statements.ts';
import { openForReading, openForWriting } from '../../../server/store/sqlite/open.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../../support/temporary-database.ts';

let database: TemporaryDatabase;
beforeEach(async () => {
  database = await temporaryDatabase();
});
afterEach(() => {
  vi.useRealTimers();
  database.remove();
});

describe('the state of the data', () => {
  it('is told anew after every commit of another handle, and stays the same object until then', async () => {
    const { aggregator } = database.store;
    const first = await aggregator.snapshot();
    expect(await aggregator.snapshot()).toBe(first);
    for (let count = 1; count <= 20; count += 1) {
      database.write((handle) => handle.exec('UPDATE version SET value = value + 1'));
      expect((await aggregator.snapshot()).version).toBe(first.version + count);
    }
  });

  it('is of what is committed, not of what is being written', async () => {
    const { aggregator } = database.store;
    const { version } = await aggregator.snapshot();
    const handle = openForWriting(database.path, 5000);
    handle.exec('BEGIN IMMEDIATE; UPDATE version SET value = value + 1');
    expect((await aggregator.snapshot()).version).toBe(version);
    handle.exec('COMMIT');
    expect((await aggregator.snapshot()).version).toBe(version + 1);
    handle.close();
  });

  it('is of another day where the day that was set is another, which no import tells of', async () => {
    const { aggregator } = database.store;
    const { asOf } = await aggregator.snapshot();
    const [set, other] = [isoFromDay(asOf - 30), isoFromDay(asOf - 60)];
    const setDay = (iso: string) =>
      database.write((handle) =>
        handle
          .prepare(`INSERT OR REPLACE INTO settings (key, value) VALUES ('deployment', ?)`)
          .run(JSON.stringify({ asOf: iso })),
      );
    setDay(set);
    expect((await aggregator.snapshot()).usualAsOf).toBe(asOf - 30);
    setDay(other);
    expect((await aggregator.snapshot()).usualAsOf).toBe(asOf - 60);
  });

  it('without imports is of today, also after midnight', async () => {
    const { aggregator } = database.store;
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 2, 1, 23, 59) });
    const { asOf } = await aggregator.snapshot();
    vi.setSystemTime(Date.UTC(2026, 2, 2, 0, 1));
    expect((await aggregator.snapshot()).asOf).toBe(asOf + 1);
  });
});

describe('a kept statement', () => {
  it('is prepared once, and answers by the schema of the day', () => {
    database.write((handle) =>
      handle.exec('CREATE TABLE things (a); INSERT INTO things VALUES (1)'),
    );
    const connection = openForReading(database.path);
    const statements = keptStatements(connection);
    const text = 'SELECT * FROM things WHERE a = ?';
    const statement = statements.prepare(text);
    expect(statement.all([1])).toEqual([{ a: 1 }]);
    expect(statements.prepare(text)).toBe(statement);
    database.write((handle) => handle.exec("ALTER TABLE things ADD COLUMN b DEFAULT 'new'"));
    expect(statements.prepare(text).all([1])).toEqual([{ a: 1, b: 'new' }]);
    connection.close();
  });

  it('can be asked again while somebody still walks through it', () => {
    const connection = openForReading(database.path);
    const statements = keptStatements(connection);
    const text = 'SELECT value FROM json_each(?)';
    const walk = statements.prepare(text).iterate(['[1,2]']);
    expect(walk.next().value).toEqual({ value: 1 });
    expect(statements.prepare(text).all(['[3]'])).toEqual([{ value: 3 }]);
    expect([...walk]).toEqual([{ value: 2 }]);
    connection.close();
  });

  it('that was unused for longest is given up', () => {
    const connection = openForReading(database.path);
    const statements = keptStatements(connection);
    const first = statements.prepare('SELECT 0');
    const second = statements.prepare('SELECT 1');
    for (let one = 2; one < 256; one += 1) statements.prepare(`SELECT ${one}`);
    expect(statements.prepare('SELECT 0')).toBe(first);
    statements.prepare('SELECT 256');
    expect(statements.prepare('SELECT 0')).toBe(first);
    expect(statements.prepare('SELECT 1')).not.toBe(second);
    connection.close();
  });
});
