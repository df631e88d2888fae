import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { readApp, type ReadApp } from './read-app.ts';

/** What a spreadsheet would run, or what looks as if it was defused already; all of it is only text. */
const FORMULAS = {
  college: "=cmd|'/C calc'!A0",
  department: '=1+1',
  position: '+86 512',
  city: '@SUM(A1)',
  province: '-2+3',
  internship_base: "'=already",
  leave_reason: "it's '=in' the middle",
} as const;
const FIELDS = Object.keys(FORMULAS);

let app: ReadApp;
beforeAll(async () => {
  app = await readApp([]);
});
afterAll(() => app.remove());

const idOf = z.object({ id: z.number() });

async function send(method: string, path: string, body: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const answer = await app.ask(path, { method, headers, body: JSON.stringify(body) });
  expect(answer.status).toBeLessThan(300);
  return answer.body;
}

async function upload(csv: string): Promise<string> {
  const form = new FormData();
  form.set('file', new File([csv], 'hires.csv'));
  const { body } = await app.ask('/api/imports?kind=hires', { method: 'POST', body: form });
  return `/api/imports/${idOf.parse(body).id}`;
}

async function text(path: string): Promise<string> {
  return (await app.ask(path)).text;
}

const quoted = (cells: readonly string[]): string =>
  cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');

const HEADER = ['candidate_id', 'school', 'major', 'graduation_year', 'hired_on', 'salary'];
const ROW = ['1', 'North', 'Law', '2023', '2023-07-01', '1E+05'];
const DEFUSED = Object.values(FORMULAS).map((cell) =>
  /^'*[=+\-@]/.test(cell) ? `'${cell}` : cell,
);

it('cells that look like formulas are stored as they are, and defused wherever they go out', async () => {
  const rows = [
    [...HEADER, ...FIELDS],
    // As a spreadsheet writes them, but for the one that has an apostrophe of its own.
    [...ROW, ...Object.values(FORMULAS).map((cell) => (cell.startsWith("'") ? `'${cell}` : cell))],
    // And as our own exports write them: the apostrophe goes again.
    [...ROW.with(0, '2'), ...DEFUSED],
    // One that is rejected.
    [...ROW.with(0, '3').with(3, '1005'), ...DEFUSED],
  ];
  const path = await upload(`${rows.map(quoted).join('\r\n')}\r\n`);
  await send('PUT', `${path}/mapping`, { asOf: '2026-06-30', includesLeavers: true });
  await send('PUT', `${path}/names`, { school: { North: 'new' }, major: { Law: 'new' } });
  await send('POST', `${path}/commit`, { skipInvalid: true });
  await expect.poll(async () => (await app.ask(path)).body.status).toBe('committed');

  const { body } = await app.ask('/api/records?sort=candidate_id');
  expect(body.rows).toHaveLength(2);
  for (const row of body.rows) expect(row).toMatchObject({ ...FORMULAS, salary: 100_000 });

  const exported: Record<string, string>[] = parse(await text('/api/records.csv'), {
    bom: true,
    columns: true,
  });
  for (const row of exported) {
    expect(FIELDS.map((field) => row[field])).toEqual(DEFUSED);
    expect(row['salary']).toBe('100000');
  }
  const errors = await text(`${path}/errors.csv`);
  const [rejected]: Record<string, string>[] = parse(errors, { bom: true, columns: true });
  expect(rejected).toMatchObject({ codes: 'impossible_year', candidate_id: '3' });
  expect(FIELDS.map((field) => rejected?.[field])).toEqual(DEFUSED);

  // Corrected and uploaded again, the file of errors says what the file said.
  const again = await upload(errors.replaceAll('1005', '2023'));
  await send('PUT', `${again}/mapping`, { asOf: '2026-06-30', includesLeavers: true });
  await send('POST', `${again}/commit`, {});
  await expect.poll(async () => (await app.ask(again)).body.status).toBe('committed');
  const { body: all } = await app.ask('/api/records?sort=candidate_id');
  expect(all.rows).toHaveLength(3);
  expect(all.rows[2]).toMatchObject(FORMULAS);
});
