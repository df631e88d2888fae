import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PEOPLE, readApp, type ReadApp } from './read-app.ts';

let read: ReadApp;
beforeAll(async () => {
  read = await readApp(PEOPLE.slice(0, 5));
});
afterAll(() => read.remove());

function send(method: string, path: string, body?: unknown) {
  const content =
    body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  return read.ask(path, { method, ...content });
}

const save = (name: string, query = 'school=1&year=2020..2024', path = '/records') =>
  send('POST', '/api/views', { name, path, query });

const names = async () =>
  (await send('GET', '/api/views')).body.map(({ name }: { name: string }) => name);

describe('saved views', () => {
  it('are kept by name, renamed and deleted, and come back when saved again', async () => {
    const first = await save('Visit to Lanqi');
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      name: 'Visit to Lanqi',
      path: '/records',
      query: 'school=1&year=2020..2024',
    });
    const second = await save('  数据周会 ', '', '/');
    expect(second.body.name).toBe('数据周会');
    expect(await names()).toEqual(['Visit to Lanqi', '数据周会']);

    const renamed = await send('PATCH', `/api/views/${second.body.id}`, { name: 'Weekly' });
    expect(renamed.body).toEqual({ ...second.body, name: 'Weekly' });
    const gone = await send('DELETE', `/api/views/${first.body.id}`);
    expect(gone.body).toEqual(first.body);
    expect(await names()).toEqual(['Weekly']);
    expect((await send('DELETE', `/api/views/${first.body.id}`)).status).toBe(404);

    const { name, path, query } = gone.body;
    expect((await send('POST', '/api/views', { name, path, query })).status).toBe(201);
    expect(await names()).toEqual(['Visit to Lanqi', 'Weekly']);
  });

  it('have names of their own, whatever their case, width and spaces', async () => {
    await save('Quality 2024');
    for (const name of ['Quality 2024', 'quality  2024', 'ＱＵＡＬＩＴＹ 2024']) {
      const { status, body } = await save(name);
      expect([status, body.error.code], name).toEqual([409, 'conflict']);
      expect(body.error.message).toContain('Quality 2024');
    }
    const other = await save('Another');
    const taken = await send('PATCH', `/api/views/${other.body.id}`, { name: 'QUALITY 2024' });
    expect(taken.status).toBe(409);
    const own = await send('PATCH', `/api/views/${other.body.id}`, { name: 'ANOTHER' });
    expect([own.status, own.body.name]).toEqual([200, 'ANOTHER']);
  });

  it.each([
    [{ name: '', path: '/', query: '' }, 'name'],
    [{ name: '   ', path: '/', query: '' }, 'name'],
    [{ name: 'x'.repeat(81), path: '/', query: '' }, '80'],
    [{ name: 'a', path: '//elsewhere.example', query: '' }, 'path'],
    [{ name: 'a', path: 'https://elsewhere.example', query: '' }, 'path'],
    [{ name: 'a', path: '/records', query: '?school=1' }, 'query'],
    [{ name: 'a', path: '/records', query: `a=${'x'.repeat(8000)}` }, '8000'],
    [{ name: 'a', path: '/records' }, 'query'],
    [{ name: 'a', path: '/records', query: '', owner: 1 }, 'owner'],
  ])('refuse %j in a sentence', async (view, word) => {
    const { status, body } = await send('POST', '/api/views', view);
    expect([status, body.error.code]).toEqual([400, 'invalid_input']);
    expect(body.error.message).toContain(word);
  });

  it('do not move the version of the data, so that nothing has to be asked for again', async () => {
    const before = (await send('GET', '/healthz')).body.version;
    const tagged = await send('GET', '/api/query?metric=hires');
    await save('Leaves the data alone');
    expect((await send('GET', '/healthz')).body.version).toBe(before);
    const again = await read.ask('/api/query?metric=hires', {
      headers: { 'if-none-match': tagged.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
    expect((await send('GET', '/api/views')).headers.get('etag')).toBeNull();
  });

  it('are refused from another site', async () => {
    const { status } = await read.ask('/api/views', {
      method: 'POST',
      body: JSON.stringify({ name: 'a', path: '/', query: '' }),
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
    });
    expect(status).toBe(403);
  });
});
