import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OpenAPIHono } from '@hono/zod-openapi';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerError } from '../../server/http/errors.ts';
import { importRoutes } from '../../server/http/imports.ts';
import type { Signed } from '../../server/http/principal.ts';
import { asHr } from '../support/sign-in.ts';
import { openWorkbench, type Workbench } from '../unit/import/workbench.ts';

const HIRES = `候选人编号,毕业院校,Alma Mater's field,学历,届别,入职日期,离职日期
001,北方大学,软件工程,本科,2023届,2023-07-03,
002,北方大学,软件工程,硕士,2023,2023/13/40,2024-03-01
003,=cmd|calc,软件工程,本科,2024,2024-07-01,
`;

let bench: Workbench;
let app: OpenAPIHono<Signed>;
beforeAll(async () => {
  bench = await openWorkbench();
  app = new OpenAPIHono<Signed>();
  app.use(asHr);
  app.onError((error, context) => answerError(error, context, pino({ level: 'silent' })));
  app.route('/', importRoutes(bench));
});
afterAll(() => bench.close());

async function upload(
  content: string | Uint8Array<ArrayBuffer>,
  kind = 'hires',
  name = 'hires.csv',
) {
  const form = new FormData();
  form.set('file', new File([content], name));
  return app.request(`/api/imports?kind=${kind}`, { method: 'POST', body: form });
}

async function send(method: string, path: string, body?: unknown) {
  return app.request(path, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
}

const idSchema = z.object({ id: z.number() });
const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

async function draft(text = HIRES): Promise<string> {
  return `/api/imports/${idSchema.parse(await (await upload(text)).json()).id}`;
}

/** Every event of an import's stream until it ends. */
async function events(path: string): Promise<{ event: string; data: unknown }[]> {
  const text = await (await app.request(`${path}/events`)).text();
  return [...text.matchAll(/event: (\w+)\ndata: (.*)\n/g)].map(([, event, data]) => ({
    event: event ?? '',
    data: JSON.parse(data ?? '') as unknown,
  }));
}

describe('importing over HTTP', () => {
  it('goes from upload to undo', async () => {
    const uploaded = await upload(HIRES);
    expect(uploaded.status).toBe(201);
    const body: unknown = await uploaded.json();
    expect(body).toMatchObject({
      kind: 'hires',
      fileName: 'hires.csv',
      encoding: 'utf-8',
      delimiter: ',',
      sheet: null,
      rows: 3,
      status: 'draft',
      columns: [
        { header: '候选人编号', field: 'candidate_id', samples: ['001', '002', '003'] },
        { header: '毕业院校', field: 'school' },
        { header: "Alma Mater's field", field: null },
        { header: '学历', field: 'degree' },
        { header: '届别', field: 'graduation_year' },
        { header: '入职日期', field: 'hired_on' },
        { header: '离职日期', field: 'left_on' },
      ],
    });
    const { id } = idSchema.parse(body);
    const path = `/api/imports/${id}`;
    const mapping = { columns: { "Alma Mater's field": 'major' }, asOf: '2025-06-30' };
    const mapped = await send('PUT', `${path}/mapping`, mapping);
    expect(mapped.status).toBe(200);
    expect(await mapped.json()).toMatchObject({
      rows: 3,
      valid: 0,
      invalid: 3,
      asOf: '2025-06-30',
      unresolved: {
        school: [
          { name: '北方大学', count: 2, suggestions: [] },
          { name: '=cmd|calc', count: 1, suggestions: [] },
        ],
        major: [{ name: '软件工程', count: 3, suggestions: [] }],
      },
    });
    expect((await send('POST', `${path}/commit`, {})).status).toBe(422);

    const names = { school: { 北方大学: 'new' }, major: { 软件工程: 'new' } };
    const settled = await send('PUT', `${path}/names`, names);
    expect(await settled.json()).toMatchObject({
      rows: 3,
      valid: 1,
      invalid: 2,
      new: 1,
      examples: [
        {
          line: 3,
          column: '入职日期',
          code: 'no_such_date',
          value: '2023/13/40',
          message: '“2023/13/40” is no day of the calendar: correct the day or the month.',
        },
        { line: 4, column: '毕业院校', code: 'unresolved_school', value: '=cmd|calc' },
      ],
    });

    const errors = await app.request(`${path}/errors.csv`);
    expect(errors.headers.get('content-type')).toContain('text/csv');
    expect(await errors.text()).toBe(
      [
        "line,codes,messages,columns,fixes,候选人编号,毕业院校,Alma Mater's field,学历,届别,入职日期,离职日期",
        '3,no_such_date,“2023/13/40” is no day of the calendar: correct the day or the month.,入职日期,,002,北方大学,软件工程,硕士,2023,2023/13/40,2024-03-01',
        `4,unresolved_school,"The school “=cmd|calc” is not in the directory: say which school it is, or that it is new.",毕业院校,,003,"'=cmd|calc",软件工程,本科,2024,2024-07-01,`,
        '',
      ].join('\r\n'),
    );

    const committed = await send('POST', `${path}/commit`, { skipInvalid: true });
    expect(committed.status).toBe(202);
    const told = await events(path);
    expect(told[0]?.event).toMatch(/progress|done/);
    const result = { inserted: 1, updated: 0, unchanged: 0, skipped: 2, invalid: 2 };
    expect(told.at(-1)).toMatchObject({ event: 'done', data: { result } });
    expect(await (await app.request(path)).json()).toMatchObject({ status: 'committed', result });
    expect(bench.rows('SELECT candidate_id FROM hires')).toEqual([{ candidate_id: '001' }]);

    const undone = await send('POST', `${path}/undo`);
    expect(undone.status).toBe(200);
    expect(await undone.json()).toMatchObject({ status: 'undone' });
    expect(bench.rows('SELECT * FROM hires')).toEqual([]);
    expect((await send('POST', `${path}/undo`)).status).toBe(409);
    expect(await (await app.request('/api/imports')).json()).toMatchObject([{ id }]);
  });

  it('answers in Chinese where the request asks for it', async () => {
    const path = await draft();
    const answer = await app.request(`${path}/mapping`, {
      method: 'PUT',
      body: JSON.stringify({ columns: { "Alma Mater's field": 'major' } }),
      headers: { 'Content-Type': 'application/json', 'Accept-Language': 'zh-CN,zh;q=0.9' },
    });
    expect(JSON.stringify(await answer.json())).toContain('不是有效的日期');
  });

  it('cancels a draft and removes its file', async () => {
    const path = await draft();
    expect(await (await send('DELETE', path)).json()).toMatchObject({ status: 'cancelled' });
    expect((await send('DELETE', path)).status).toBe(409);
    expect((await send('PUT', `${path}/mapping`, {})).status).toBe(409);
  });

  it('stops a check and a commit, and cancels in the middle of them', async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, i) => `S${i},北方大学,软件工程,2023,2021-07-01`,
    );
    const text = `候选人编号,毕业院校,专业,届别,入职日期\n${rows.join('\n')}\n`;
    const path = await draft(text);
    const progress = z.object({
      status: z.string(),
      progress: z
        .object({
          done: z.int(),
          total: z.literal(60_000),
          percent: z.int().min(0).max(99),
          remainingSeconds: z.int().nullable(),
        })
        .nullable(),
    });
    const underWay = () =>
      expect
        .poll(async () => progress.parse(await (await app.request(path)).json()).progress?.done, {
          timeout: 30_000,
          interval: 5,
        })
        .toBeGreaterThan(0);

    const check = send('PUT', `${path}/mapping`, {});
    await underWay();
    expect(await (await send('POST', `${path}/stop`)).json()).toMatchObject({ status: 'draft' });
    expect((await check).status).toBe(409);
    expect((await send('POST', `${path}/stop`)).status).toBe(409);

    await send('PUT', `${path}/mapping`, {});
    const committed = bench.rows('SELECT count(*) AS hires FROM hires');
    await send('POST', `${path}/commit`, { skipInvalid: true });
    const told = events(path);
    await underWay();
    expect(await (await send('DELETE', path)).json()).toMatchObject({ status: 'cancelled' });
    expect((await told).at(-1)).toMatchObject({
      event: 'failed',
      data: { code: 'conflict', message: expect.stringContaining('was stopped') },
    });
    expect(bench.rows('SELECT count(*) AS hires FROM hires')).toEqual(committed);
    expect((await events(path)).at(-1)).toMatchObject({ event: 'failed' });
  });

  it('refuses in the language that is asked for', async () => {
    const path = await draft();
    const zh = { headers: { 'Accept-Language': 'zh-CN' } };
    for (const [method, end, words, chinese] of [
      [
        'POST',
        'commit',
        'is draft: committing it is possible only',
        '仅在“已检查”或“失败”状态下可以提交',
      ],
      ['POST', 'undo', 'only a committed import can be undone', '只能撤销已提交的导入'],
      ['POST', 'stop', 'stopping it is possible only', '可以停止处理'],
      ['GET', 'errors.csv', 'has no list of errors', '没有错误清单'],
    ] as const) {
      const [english, other] = [
        await app.request(`${path}/${end}`, { method }),
        await app.request(`${path}/${end}`, { method, ...zh }),
      ];
      expect(english.status).toBe(409);
      expect(errorSchema.parse(await english.json()).error.message).toContain(words);
      expect(errorSchema.parse(await other.json()).error.message).toContain(chinese);
    }
    const asked = await app.request(`${path}/undo?lang=zh`, { method: 'POST' });
    expect(errorSchema.parse(await asked.json()).error.message).toContain('只能撤销');
  });

  it('reads the file in another way', async () => {
    const path = await draft('a title\nx;y\n1;2\n');
    const answer = await send('PUT', `${path}/reading`, { delimiter: ';', headerRow: 2 });
    expect(await answer.json()).toMatchObject({
      delimiter: ';',
      headerRow: 2,
      rows: 1,
      columns: [{ header: 'x' }, { header: 'y' }],
    });
    expect((await send('PUT', `${path}/reading`, { encoding: 'klingon' })).status).toBe(422);
    expect((await send('PUT', `${path}/reading`, { sheet: 'Sheet1' })).status).toBe(422);
  });

  it('says that a file has no rows, and shows a name that fits', async () => {
    const name = `${'x'.repeat(300)}\u202Egpj.csv`;
    const uploaded: unknown = await (await upload('school,major\n', 'hires', name)).json();
    expect(z.object({ fileName: z.string() }).parse(uploaded).fileName).toHaveLength(200);
    const path = `/api/imports/${idSchema.parse(uploaded).id}`;
    expect(await (await send('PUT', `${path}/mapping`, {})).json()).toMatchObject({
      rows: 0,
      issues: expect.arrayContaining([{ code: 'no_rows', count: 1, severity: 'warning' }]),
    });
  });

  it('gives templates that it can import', async () => {
    const text = await (await app.request('/api/templates/hires.csv')).text();
    const answer = await (await upload(text)).json();
    expect(answer).toMatchObject({ rows: 1 });
    expect(JSON.stringify(answer)).not.toContain('"field":null');
  });
});

describe('what is refused', () => {
  it.each<[string, number, string, string | Uint8Array<ArrayBuffer>]>([
    ['nothing', 415, 'empty', ''],
    ['only white space', 415, 'empty', '\uFEFF \r\n'],
    ['a web page', 415, 'web page', '<!DOCTYPE html><html><body>Log in</body></html>'],
    ['a ZIP archive', 415, 'ZIP archive', 'PK\u0003\u0004\u0014 some.txt'],
    ['a damaged workbook', 415, '(.xlsx) is damaged', 'PK\u0003\u0004[Content_Types].xml'],
    [
      'an old workbook',
      415,
      'old Excel workbook (.xls)',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    ],
    ['a binary', 415, 'binary', new Uint8Array([0x61, 0x62, 0, 1, 2, 3])],
    ['a binary that begins as text', 415, 'binary', `a,b\n${'1,2\n'.repeat(30_000)}\u0000`],
    ['a mark of the byte order only', 415, 'empty', '\uFEFF'],
    ['a NUL in a small file', 415, 'binary', 'a,b\n1,\u00002\n'],
    ['a database', 415, 'binary', 'SQLite format 3\u0000'],
    ['JSON', 415, 'JSON', '[{"school":"North"}]'],
    ['JSON lines', 415, 'JSON', '{"school":"North"}\n{"school":"South"}\n'],
    ['a text document', 415, 'text document', '{\\rtf1 North}'],
    ['a RAR archive', 415, 'archive', 'Rar!\u001a\u0007\u0000'],
    ['half a character', 422, 'Line 2', new Uint8Array([0x61, 0x2c, 0x62, 0x0a, 0xed, 0xa0, 0x80])],
    ['a line without end', 422, 'more than 8 MB', ','.repeat(9_000_000)],
    ['a header above 64 KB', 422, 'longer than 64 KB', `${'x'.repeat(70_000)},b\n1,2\n`],
    ['a hundred thousand columns', 422, '100000 columns', `${'a,'.repeat(99_999)}b\n`],
    ['an unclosed quote', 422, 'line 3', 'a,b\n1,2\n3,"open\n4,5\n'],
    ['too many columns', 422, '201 columns', `${'a,'.repeat(200)}b\n`],
  ])('%s', async (_, status, words, content) => {
    const before = bench.imports.list().length;
    const answer = await upload(content);
    expect(answer.status).toBe(status);
    expect(errorSchema.parse(await answer.json()).error.message).toContain(words);
    expect(bench.imports.list()).toHaveLength(before);
  });

  it.each<[string, number, string, () => Promise<Response> | Response]>([
    [
      'an unknown kind',
      400,
      'Supported are hires, cohorts, plans, cooperation, schools, majors',
      () => upload('a,b\n', 'x'),
    ],
    [
      'no file',
      400,
      'field "file"',
      () => app.request('/api/imports?kind=hires', { method: 'POST' }),
    ],
    ['an unknown import', 404, 'no import 99999', () => app.request('/api/imports/99999')],
    ['an id that is none', 400, 'number of an import', () => app.request('/api/imports/x')],
  ])('%s', async (_, status, words, ask) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expect(errorSchema.parse(await answer.json()).error.message).toContain(words);
  });

  it.each([
    [
      'within a file',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\na,b',
    ],
    ['within a header', '--x\r\nContent-Disposition: form-data; name="file"'],
    ['before it begins', 'garbage'],
  ])('an upload that breaks off %s, without a trace', async (_, body) => {
    const headers = { 'Content-Type': 'multipart/form-data; boundary=x' };
    const answer = await app.request('/api/imports?kind=hires', { method: 'POST', body, headers });
    expect(answer.status).toBe(400);
    const { length } = bench.imports.list().filter(({ status }) => status !== 'cancelled');
    const files = readdirSync(join(bench.folder, 'uploads'));
    expect(files.filter((file) => file.endsWith('.csv'))).toHaveLength(length);
  });

  it.each<[string, unknown, string]>([
    ['an unknown header', { columns: { Nope: 'school' } }, 'no column "Nope"'],
    ['an unknown field', { columns: { 毕业院校: 'uni' } }, 'no field "uni"'],
    ['one field twice', { columns: { 毕业院校: 'major', 学历: 'major' } }, 'Both'],
    ['a future as-of', { asOf: '2999-01-01' }, 'future'],
    ['an unreadable constant', { constants: { offered_on: 'soon' } }, 'offered_on "soon"'],
    ['a constant for a mapped field', { constants: { degree: 'bachelor' } }, '学历'],
    ['an unknown stage', { constants: { stage: 'fired' } }, 'hired'],
    ['an unknown key', { colums: {} }, 'colums'],
    ['an unknown order', { dateOrder: 'dym' }, 'dateOrder'],
  ])('a mapping with %s', async (_, mapping, words) => {
    const answer = await send('PUT', `${await draft()}/mapping`, mapping);
    expect(answer.status).toBe(400);
    expect(errorSchema.parse(await answer.json()).error.message).toContain(words);
  });

  it('a value that a field cannot have', async () => {
    const text = `candidate_id,school,major,degree,graduation_year,hired_on
V1,North,Law,Vordiplom,2023,2023-07-01
`;
    const path = await draft(text);
    const degree = (value: string | null) => ({ degree: { Vordiplom: value } });
    expect((await send('PUT', `${path}/values`, degree('bachelor'))).status).toBe(409);
    await send('PUT', `${path}/mapping`, {});
    const wrong = await send('PUT', `${path}/values`, degree('wizard'));
    expect(wrong.status).toBe(400);
    expect(errorSchema.parse(await wrong.json()).error.message).toContain('secondary, associate');
    const isDoubted = async (route: string, said: unknown) => {
      const answer = await send('PUT', `${path}/${route}`, said);
      return (await answer.text()).includes('unknown_degree');
    };
    expect(await isDoubted('values', degree('bachelor'))).toBe(false);
    expect(await isDoubted('mapping', { columns: {} })).toBe(false);
    expect(await isDoubted('values', degree(null))).toBe(true);
  });

  it('a commit before mapping, and names nobody asked for', async () => {
    const path = await draft();
    expect((await send('POST', `${path}/commit`, {})).status).toBe(409);
    expect((await send('PUT', `${path}/names`, { school: { x: 'new' } })).status).toBe(409);
    await send('PUT', `${path}/mapping`, { columns: { "Alma Mater's field": 'major' } });
    expect((await send('PUT', `${path}/names`, { school: { x: 'new' } })).status).toBe(400);
    expect((await send('PUT', `${path}/names`, { school: { 北方大学: 7 } })).status).toBe(400);
  });
});
