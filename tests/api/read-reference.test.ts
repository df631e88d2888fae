import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations, type JsonSchema } from './json-schema.ts';
import { readApp, type ReadApp } from './read-app.ts';

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly { name: string; in: string; schema?: JsonSchema }[];
  readonly responses: Readonly<
    Record<string, { description?: string; content?: Record<string, { schema: JsonSchema }> }>
  >;
}

interface Reference {
  readonly openapi: string;
  readonly info: { title: string; version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { schemas: Readonly<Record<string, JsonSchema>> };
}

let read: ReadApp;
let reference: Reference;
beforeAll(async () => {
  read = await readApp();
  reference = (await read.ask('/api/openapi.json')).body;
});
afterAll(() => read.remove());

/** Routes that take nothing but the parameters of a question. */
const REFUSING: ReadonlySet<string> = new Set([
  '/api/query',
  '/api/retention',
  '/api/retention/test',
  '/api/comparison',
  '/api/flow',
  '/api/pipeline',
  '/api/season',
  '/api/season/actions',
  '/api/records',
]);

const operations = () =>
  Object.entries(reference.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );

/** Parameters without which a question makes no sense. */
const NEEDED: Readonly<Record<string, string>> = {
  '/api/query':
    '?metric=hires&metric=retention_12m&metric=top_school_share&by=school&by=year&by=family',
  '/api/comparison': '?metric=acceptance_rate',
  '/api/retention': '?by=school&top=2&against=others',
  '/api/retention/test': '?by=school',
  '/api/pipeline': '?by=school',
  '/api/season': '?by=school&asOf=2021-11-24',
  '/api/season/actions': '?list=contracts&asOf=2022-06-01',
  '/api/docking': '?year=2022',
  '/api/effect': '?kind=training&metric=hires',
  '/api/effect/cost': '?kind=training',
  '/api/demand': '?school=1',
  '/api/cohorts': '?school=1',
  '/api/flow': '?path=school&path=major&path=department&top=2',
  '/api/release': '?school=1',
  '/api/release.csv': '?school=1',
  '/api/release/report': '?school=1',
};

describe('GET /api/openapi.json', () => {
  it('is an OpenAPI 3.1 document whose references resolve', () => {
    expect(reference.openapi).toMatch(/^3\.1\.\d+$/);
    expect(reference.info).toMatchObject({ title: 'Talentbridge', version: expect.any(String) });
    for (const [, name] of JSON.stringify(reference).matchAll(/"\$ref":"([^"]*)"/g)) {
      expect(name).toMatch(/^#\/components\/schemas\//);
      expect(reference.components.schemas).toHaveProperty([name?.split('/').at(-1) ?? '']);
    }
    for (const { path, method, operation } of operations()) {
      const what = `${method} ${path}`;
      expect(path, what).toMatch(/^\//);
      expect(['get', 'post', 'put', 'patch', 'delete'], what).toContain(method);
      expect(operation.summary, what).toMatch(/\S/);
      expect(Object.keys(operation.responses).length, what).toBeGreaterThan(0);
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(status, what).toMatch(/^[1-5]\d\d$/);
        expect(response.description, what).toMatch(/\S/);
      }
      const parameters = operation.parameters ?? [];
      const places = parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
      expect(new Set(places).size, what).toBe(places.length);
      for (const parameter of parameters) expect(parameter.schema, what).toBeTypeOf('object');
      const inPath = parameters.filter((parameter) => parameter.in === 'path');
      const braces = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
      expect(inPath.map(({ name }) => name).toSorted(), what).toEqual(braces.toSorted());
    }
  });

  it('lists every route of the application', () => {
    const documented = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`);
    const routes = read.app.routes
      .filter(({ path, method }) => method !== 'ALL' && !path.includes('*'))
      .map(({ path, method }) => `${method} ${path.replaceAll(/:(\w+)(\{[^}]*\})?/g, '{$1}')}`);
    expect(routes.length).toBeGreaterThan(7);
    expect(documented.toSorted()).toEqual([...new Set(routes)].toSorted());
  });

  it('says how every reading route answers, in every field', async () => {
    const reading = operations().filter(
      // A route that only sends a browser on has no answer to compare.
      ({ path, method, operation }) =>
        method === 'get' && !path.includes('{') && operation.responses['302'] === undefined,
    );
    expect(reading.length).toBeGreaterThan(8);
    const publishing = {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    };
    expect((await read.ask('/api/releases', publishing)).status).toBe(201);
    const logo = { method: 'PUT', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' };
    expect((await read.ask('/api/settings/logo', logo, 'admin')).status).toBe(200);
    for (const { path, operation } of reading) {
      const { status, headers, body } = await read.ask(`${path}${NEEDED[path] ?? ''}`, {}, 'admin');
      expect(status, path).toBe(200);
      const type = headers.get('content-type')?.split(';')[0] ?? '';
      const { schema } = operation.responses['200']?.content?.[type] ?? {};
      expect(schema, `${path} ${type}`).toBeTypeOf('object');
      if (type !== 'application/json' || schema === undefined) continue;
      expect(violations(body, schema, reference.components.schemas), path).toEqual([]);
    }
  });

  it('says how they refuse a question', async () => {
    for (const { path, operation } of operations()) {
      if (!REFUSING.has(path)) continue;
      const { status, body } = await read.ask(`${path}?nonsense=1`);
      expect(status, path).toBe(400);
      const schema = operation.responses['400']?.content?.['application/json']?.schema ?? {};
      expect(violations(body, schema, reference.components.schemas), path).toEqual([]);
    }
  });
});

describe('GET /api/docs', () => {
  it('is one page of this server that names every operation and loads nothing', async () => {
    const { status, headers, text } = await read.ask('/api/docs');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/html/);
    for (const { path, method } of operations()) {
      expect(text).toContain(`${method.toUpperCase()} ${path}`);
    }
    expect(text).not.toMatch(/https?:\/\//);
    expect(text).not.toMatch(/<script|<link|<img|@import|url\(|src=/i);
    for (const [, target] of text.matchAll(/href="([^"]*)"/g)) {
      expect((await read.ask(target ?? '')).status, target).toBe(200);
    }
  });
});
