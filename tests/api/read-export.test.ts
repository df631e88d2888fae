import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hire } from '../support/plain-hire.ts';
import { storeHires } from '../support/store-hires.ts';
import { PEOPLE, AS_OF, readApp, type ReadApp } from './read-app.ts';

let app: ReadApp;
beforeAll(async () => {
  app = await readApp();
});
afterAll(() => app.remove());

type CsvRow = Record<string, string>;

async function exported(path: string): Promise<CsvRow[]> {
  const { status, text, headers } = await app.ask(path);
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  return parse(text, { bom: true, columns: true });
}

describe('/api/records.csv', () => {
  it('holds every record that the pages hold, in the order asked for', async () => {
    const rows = await exported('/api/records.csv?sort=-salary');
    const { body } = await app.ask('/api/records?sort=-salary&limit=1000');
    expect(rows.length).toBe(PEOPLE.length);
    expect(rows.map((row) => Number(row['id']))).toEqual(
      body.rows.map((row: { id: number }) => row.id),
    );
    expect(rows.map((row) => row['salary'])).toEqual(
      body.rows.map((row: { salary: number | null }) =>
        row.salary === null ? '' : String(row.salary),
      ),
    );
  });

  it('follows the filters, and refuses what it does not know', async () => {
    const rows = await exported('/api/records.csv?school=2&degree=bachelor');
    expect(rows.every((row) => row['school_id'] === '2' && row['degree'] === 'bachelor')).toBe(
      true,
    );
    expect(rows.length).toBe(
      PEOPLE.filter(({ schoolId, degree }) => schoolId === 2 && degree === 'bachelor').length,
    );
    expect((await app.ask('/api/records.csv?limit=3')).status).toBe(400);
  });

  it('defuses text that a spreadsheet program would run', async () => {
    const own = await readApp([hire({ department: '=cmd()', position: '@x', leaveReason: '+1' })]);
    const { text } = await own.ask('/api/records.csv');
    const [row]: CsvRow[] = parse(text, { bom: true, columns: true });
    expect([row?.['department'], row?.['position'], row?.['leave_reason']]).toEqual([
      "'=cmd()",
      "'@x",
      "'+1",
    ]);
    await own.remove();
  });
});

describe('records as of an earlier day', () => {
  it('hide what had not happened: leaving with its type and reason, and promotion', async () => {
    const person = hire(
      { leaveType: 'resigned', leaveReason: 'moved' },
      { hiredOn: '2020-07-01', promotedOn: '2021-12-01', leftOn: '2022-03-01' },
    );
    const undated = hire({ leaveType: 'resigned' }, { hiredOn: '2020-07-01' });
    storeHires(app.database, [person, undated], AS_OF);
    const { body: before } = await app.ask('/api/records?asOf=2022-02-28&sort=left_on');
    expect(before.rows).toMatchObject([
      {
        hired_on: '2020-07-01',
        promoted_on: '2021-12-01',
        left_on: null,
        leave_type: null,
        leave_reason: null,
      },
      { left_on: null, leave_type: 'resigned' },
    ]);
    const { body: early } = await app.ask('/api/records?asOf=2021-11-30');
    expect(early.rows[0].promoted_on).toBeNull();
    const { body: now } = await app.ask('/api/records?sort=-left_on');
    expect(now.rows[0]).toMatchObject({
      left_on: '2022-03-01',
      leave_type: 'resigned',
      leave_reason: 'moved',
    });
  });
});
