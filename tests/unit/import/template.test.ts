import { OpenAPIHono } from '@hono/zod-openapi';
import pino from 'pino';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../domain/language.ts';
import { columnsOf, KIND_IDS } from '../../../domain/records/kinds.ts';
import { matchHeaders } from '../../../domain/records/match-headers.ts';
import { templateHeaders } from '../../../domain/records/template.ts';
import { answerError } from '../../../server/http/errors.ts';
import { importRoutes } from '../../../server/http/imports.ts';
import type { Signed } from '../../../server/http/principal.ts';
import { asHr } from '../../support/sign-in.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

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

async function template(file: string): Promise<Buffer> {
  const answer = await app.request(`/api/templates/${file}`);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

describe.each(KIND_IDS)('the template of %s', (kind) => {
  const fields = columnsOf(kind).map(({ field }) => field);

  it.each(LANGUAGES)('can be imported, from CSV and XLSX, with headers in %s', async (lang) => {
    const headers = templateHeaders(kind, lang);
    expect(matchHeaders(kind, headers)).toEqual(fields);
    if (lang === 'zh') for (const header of headers) expect(header).toMatch(/\p{Script=Han}/u);
    for (const ending of ['csv', 'xlsx']) {
      const entry = await bench.upload(await template(`${kind}.${ending}?lang=${lang}`), kind);
      expect(entry.rows).toBe(1);
      expect(entry.columns.map(({ header }) => header)).toEqual(headers);
      expect(entry.columns.map(({ field }) => field)).toEqual(fields);
      const examples = columnsOf(kind).map(({ example }) => (example === '' ? [] : [example]));
      expect(entry.columns.map(({ samples }) => samples)).toEqual(examples);
    }
  });

  it('explains every column in both languages, as text', async () => {
    const rows = await readSheet(await template(`${kind}.xlsx`), 2);
    expect(rows.slice(1).map(([field]) => field)).toEqual(fields);
    for (const [index, row] of rows.slice(1).entries()) {
      const help = columnsOf(kind)[index]?.help;
      expect(row).toContain(help?.en);
      expect(row).toContain(help?.zh);
    }
  });
});

it('is of a kind and a form that there are', async () => {
  expect((await app.request('/api/templates/hires.pdf')).status).toBe(400);
  expect((await app.request('/api/templates/hires.csv?lang=fr')).status).toBe(400);
  const answer = await app.request('/api/templates/hires.xlsx');
  expect(answer.headers.get('content-type')).toContain('spreadsheetml');
  expect(answer.headers.get('content-disposition')).toContain('hires.xlsx');
});
