import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleOf } from '../../domain/metrics/people.ts';
import { METRIC_IDS, metric } from '../../domain/metrics/registry.ts';
import { commitAndWait, prepareFile } from '../../server/import/import-file.ts';
import { hire } from '../support/plain-hire.ts';
import { demoApp, type DemoApp } from './demo-app.ts';
import { PEOPLE, readApp, type ReadApp } from './read-app.ts';

/** The metrics of persons, which records of persons are enough for. */
const ABOUT_PEOPLE = METRIC_IDS.filter((id) => peopleOf(metric(id), 'among') !== null);

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let read: ReadApp;
beforeAll(async () => {
  read = await readApp();
});
afterAll(() => read.remove());

async function workbook(app: ReadApp, question: string, sheet: string) {
  const response = await app.app.request(`/api/records.xlsx?${question}`, {
    headers: { host: '127.0.0.1', ...app.headers },
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(XLSX);
  const sheets = await readXlsxFile(Buffer.from(await response.arrayBuffer()), { trim: false });
  const found = sheets.find((one) => one.sheet === sheet);
  if (found === undefined) throw new Error(`No sheet ${sheet}`);
  return found.data;
}

describe('/api/records.xlsx', () => {
  it('holds what the CSV file holds, numbers as numbers and dates as dates', async () => {
    const [header, ...rows] = await workbook(read, 'sort=-hired_on&school=1', 'Records');
    const { text } = await read.ask('/api/records.csv?sort=-hired_on&school=1');
    const [csvHeader, ...csvRows]: string[][] = parse(text, { bom: true });
    expect(header).toEqual(csvHeader);
    expect(rows.length).toBe(csvRows.length);
    expect(rows.length).toBeGreaterThan(20);
    const shown = (cell: unknown) => {
      if (cell instanceof Date) return cell.toISOString().slice(0, 10);
      return typeof cell === 'string' ? cell : JSON.stringify(cell ?? '').replaceAll('"', '');
    };
    expect(rows.map((cells) => cells.map(shown))).toEqual(csvRows);
    const at = (name: string) =>
      rows.map((cells) => cells[csvHeader?.indexOf(name) ?? -1]).filter((cell) => cell !== null);
    expect(at('hired_on').every((cell) => cell instanceof Date)).toBe(true);
    expect(at('salary').every((cell) => typeof cell === 'number')).toBe(true);
    expect(at('major_match').every((cell) => typeof cell === 'boolean')).toBe(true);
  });

  it('keeps text as text, whatever it is made of', async () => {
    const odd = ['=1+1', '<b>&"\'', 'a\u0001b', ' spaces ', 'line\nbreak', '007', '😀'];
    const own = await readApp(odd.map((position) => hire({ position })));
    const [header, ...rows] = await workbook(own, 'sort=id', 'Records');
    const position = header?.indexOf('position') ?? -1;
    expect(rows.map((cells) => cells[position])).toEqual([
      '=1+1',
      '<b>&"\'',
      'ab',
      ' spaces ',
      'line\nbreak',
      '007',
      '😀',
    ]);
    await own.remove();
  });

  it('says what it holds: filters by name, as-of, metric with its definition, every column', async () => {
    const question = 'school=1&degree=bachelor&degree=&behind=acceptance_rate&search=a';
    const notes = new Map(
      (await workbook(read, question, 'About')).map(([word, said]) => [word, said]),
    );
    const { total } = (await read.ask(`/api/records/count?${question}`)).body;
    expect(notes.get('Records')).toBe(String(total));
    expect(notes.get('Filters: School')).toBe('School 1');
    expect(notes.get('Filters: Degree')).toBe('Bachelor, not given');
    expect(notes.get('People behind')).toContain('Offer acceptance');
    expect(notes.get('Formula')).toBe('accepted ÷ (accepted + declined)');
    expect(notes.get('As of')).toBe('2022-12-31');
    expect(notes.get('Search')).toBe('a');
    expect(String(notes.get('Exported at'))).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(notes.get('hired_on')).toContain('First day at work');
    const chinese = await workbook(read, `${question}&lang=zh`, '说明');
    expect(chinese.flat()).toContain('统计日期');
  });

  it('is refused in a sentence where a sheet has too few rows', async () => {
    const huge = await readApp(PEOPLE.slice(0, 3), ({ directory }) => ({
      directory: { ...directory, countRecords: () => Promise.resolve(1_048_576) },
    }));
    const { status, body } = await huge.ask('/api/records.xlsx');
    expect([status, body.error.code]).toEqual([422, 'unusable']);
    expect(body.error.message).toContain('CSV');
    await huge.remove();
  });
});

describe('/api/records.csv?notes=1', () => {
  it('begins with lines of one cell each that a reader can skip, and is otherwise the same', async () => {
    const { text: plain } = await read.ask('/api/records.csv?school=2');
    const { text: noted } = await read.ask('/api/records.csv?school=2&notes=1');
    const rows: string[][] = parse(noted, { bom: true, relax_column_count: true });
    const notes = rows.filter(([first]) => first?.startsWith('#'));
    expect(notes.length).toBeGreaterThan(9);
    // An import looks for the header among the first 30 lines.
    expect(notes.length).toBeLessThan(28);
    expect(notes.every((cells) => cells.length === 1)).toBe(true);
    expect(rows.slice(notes.length)).toEqual(parse(plain, { bom: true }));
    expect((await read.ask('/api/records.csv?notes=2')).status).toBe(400);
  });
});

describe('an exported file', () => {
  let demo: DemoApp;
  beforeAll(async () => {
    demo = await demoApp();
  });
  afterAll(() => demo.close());

  const question = `/api/query?${ABOUT_PEOPLE.map((id) => `metric=${id}`).join('&')}&by=graduation&limit=10000`;
  const figures = async (app: DemoApp, by: string) => {
    const { rows, total } = await app.json(question.replace('graduation', by));
    return {
      total,
      rows: rows.map(
        ({ key, values }: { key: Record<string, { name?: string }>; values: unknown }) => [
          key[by]?.name ?? key[by],
          values,
        ],
      ),
    };
  };
  const byName = (rows: readonly [unknown, unknown][]) =>
    new Map(rows.map(([name, values]) => [String(name), values]));

  it.each([
    ['csv', 'lang=en'],
    ['csv', 'notes=1&lang=zh'],
    ['xlsx', 'lang=en'],
  ])(
    'as %s with %s can be imported again: into an empty database, with the same figures',
    async (ending, parameters) => {
      const exported = await demo.get(`/api/records.${ending}?${parameters}`);
      const empty = await demoApp('empty');
      try {
        const path = join(empty.folder, `again.${ending}`);
        writeFileSync(path, Buffer.from(await exported.arrayBuffer()));
        const { imports } = empty.services;
        for (const kind of ['schools', 'majors']) {
          const directory = await prepareFile(imports, {
            kind,
            path: `data/demo/${kind}.csv`,
            mapping: { columns: {}, constants: {} },
            newNames: false,
            createdBy: null,
          });
          await commitAndWait(imports, directory.id, false);
        }
        const { id, summary } = await prepareFile(imports, {
          kind: 'hires',
          path,
          mapping: { columns: {}, constants: {}, asOf: '2026-09-30', includesLeavers: true },
          newNames: false,
          createdBy: null,
        });
        expect(summary).toMatchObject({ invalid: 0, rows: 5998, new: 5998 });
        const { status } = await commitAndWait(imports, id, false);
        expect(status).toBe('committed');
        for (const by of ['school', 'year', 'department', 'college']) {
          const [before, after] = [await figures(demo, by), await figures(empty, by)];
          expect(after.total).toEqual(before.total);
          expect(byName(after.rows)).toEqual(byName(before.rows));
        }
      } finally {
        await empty.close();
      }
    },
    180_000,
  );
});
