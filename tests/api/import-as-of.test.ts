import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AS_OF_ISO, readApp, type ReadApp } from './read-app.ts';

let app: ReadApp;
beforeAll(async () => {
  app = await readApp();
});
afterAll(() => app.remove());

describe('the as-of of the data', () => {
  it('does not move with a file that stores nothing', async () => {
    const form = new FormData();
    const header = 'candidate_id,school,major,graduation_year,hired_on,left_on';
    form.set('file', new File([`${header}\nX1,Nowhere,Nothing,2020,2020-07-01,\n`], 'hires.csv'));
    const { body } = await app.ask('/api/imports?kind=hires', { method: 'POST', body: form });
    const headers = { 'content-type': 'application/json' };
    const send = (method: string, path: string, content: unknown) =>
      app.ask(`/api/imports/${body.id}/${path}`, {
        method,
        headers,
        body: JSON.stringify(content),
      });
    await send('PUT', 'mapping', { asOf: '2025-01-01' });
    const { status } = await send('POST', 'commit', { skipInvalid: true });
    expect(status).toBe(202);
    await expect
      .poll(async () => (await app.ask(`/api/imports/${body.id}`)).body.status)
      .toBe('committed');
    const { body: entry } = await app.ask(`/api/imports/${body.id}`);
    expect(entry.result).toMatchObject({ inserted: 0, updated: 0, unchanged: 0, skipped: 1 });
    expect((await app.ask('/api/about')).body.asOf).toBe(AS_OF_ISO);
  });
});
