import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLogo } from '../../server/settings/check-logo.ts';
import { readApp, type ReadApp } from './read-app.ts';

// What an administrator sets, where it takes effect, and what a picture may not be.

const NOBODY = { cookie: 'none=1' };
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';
/** A PNG of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** The head of a JPEG of 3 × 2 pixels. */
const JPEG = Buffer.from('ffd8ffe000044a46ffc0001108000200030301220002110103110100ffd9', 'hex');

let read: ReadApp;
beforeAll(async () => {
  read = await readApp();
});
afterAll(() => read.remove());

const change = (body: unknown) =>
  read.ask(
    '/api/settings',
    {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    },
    'admin',
  );
const putLogo = (bytes: Buffer | string) =>
  read.ask(
    '/api/settings/logo',
    { method: 'PUT', body: new Uint8Array(Buffer.from(bytes)) },
    'admin',
  );
const welcome = async () => (await read.ask('/api/welcome', { headers: NOBODY })).body.company;

describe('the settings of a deployment', () => {
  it('begin with what is configured, and change field by field', async () => {
    const before = await read.ask('/api/settings', {}, 'admin');
    expect(before.body).toEqual({
      companyName: null,
      currency: null,
      currencyNow: 'CNY',
      hasLogo: false,
    });
    expect((await change({ companyName: ' 星岳集团 ' })).body.companyName).toBe('星岳集团');
    expect((await change({ currency: 'EUR' })).body).toMatchObject({
      companyName: '星岳集团',
      currencyNow: 'EUR',
    });
    expect(await welcome()).toEqual({ name: '星岳集团', logo: null });
  });

  it('the currency is that of every page, and of what is published from now on', async () => {
    await change({ currency: 'EUR' });
    expect((await read.ask('/api/about')).body.currency).toBe('EUR');
    const post = (path: string, body: unknown) =>
      read.ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await post('/api/releases', { preview: true })).body.currency).toBe('EUR');
    expect((await post('/api/releases', {})).status).toBe(201);
    await change({ currency: null });
    expect((await read.ask('/api/about')).body.currency).toBe('CNY');
    // What was published keeps the currency of its day.
    expect((await read.ask('/api/release?school=1')).body.currency).toBe('EUR');
  });

  it('move the tag of answers, so that no browser keeps one with what was set before', async () => {
    const tag = async () => (await read.ask('/api/about')).headers.get('etag') ?? '';
    const before = await tag();
    expect(await tag()).toBe(before);
    await change({ currency: 'JPY' });
    const asked = { headers: { ...read.headers, 'if-none-match': before } };
    const fresh = await read.ask('/api/about', asked);
    expect([fresh.status, fresh.body.currency]).toEqual([200, 'JPY']);
    await change({ currency: null });
  });

  it.each([
    [{ currency: 'XYZ' }],
    [{ currency: 'eur' }],
    [{ companyName: '' }],
    [{ companyName: 'x'.repeat(61) }],
  ])('refuse %j', async (body) => {
    expect((await change(body)).status).toBe(400);
  });

  it('are in the audit trail', async () => {
    await change({ companyName: 'Before' });
    await change({ companyName: 'After' });
    await putLogo(PNG);
    const { body } = await read.ask('/api/audit?kind=settings&limit=2', {}, 'admin');
    expect(body.rows.map(({ changes }: { changes: unknown }) => changes)).toEqual([
      { logo: { before: null, after: 'image/png' } },
      { company_name: { before: 'Before', after: 'After' } },
    ]);
  });
});

describe('the logo', () => {
  it('is answered as a picture in which nothing runs, under an address of its own', async () => {
    for (const [bytes, type] of [
      [Buffer.from(SVG), 'image/svg+xml'],
      [PNG, 'image/png'],
      [JPEG, 'image/jpeg'],
    ] as const) {
      expect((await putLogo(bytes)).body.hasLogo).toBe(true);
      const { logo } = await welcome();
      const { status, headers } = await read.ask(logo, { headers: NOBODY });
      expect([status, headers.get('content-type')]).toEqual([200, type]);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/^default-src 'none';.*sandbox$/);
      expect(policy).not.toMatch(/script|allow-/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    const first = await welcome();
    await putLogo(PNG);
    expect((await welcome()).logo).not.toBe(first.logo);
    const removed = await read.ask('/api/settings/logo', { method: 'DELETE' }, 'admin');
    expect(removed.body.hasLogo).toBe(false);
    expect((await read.ask('/api/company/logo', { headers: NOBODY })).status).toBe(404);
  });

  it('is what its bytes are', () => {
    expect(checkLogo(Buffer.from(SVG)).bytes.toString()).toBe(SVG);
    expect(checkLogo(Buffer.from(`<?xml version="1.0"?>\n<!-- x -->\n${SVG}`)).type).toBe(
      'image/svg+xml',
    );
    const inner = SVG.replace('<path', '<use href="#a"/><path fill="url(#b)"');
    expect(checkLogo(Buffer.from(inner)).type).toBe('image/svg+xml');
  });

  it.each([
    ['a script', SVG.replace('<path', '<script>alert(1)</script><path')],
    ['a handler', SVG.replace('<path', '<path onload="alert(1)"')],
    ['a handler after a line', SVG.replace('<path', '<path\nonclick=alert(1)')],
    ['foreign content', SVG.replace('<path', '<foreignObject><p/></foreignObject><path')],
    ['a link elsewhere', SVG.replace('<path', '<a href="https://evil.example"/><path')],
    ['a link that runs', SVG.replace('<path', '<a href="javascript:alert(1)"/><path')],
    [
      'a picture from elsewhere',
      SVG.replace('<path', '<image xlink:href="//evil.example/x"/><path'),
    ],
    ['a style from elsewhere', SVG.replace('<path', '<style>@import "//e.example"</style><path')],
    ['an entity', `<!DOCTYPE svg [<!ENTITY x "y">]>${SVG}`],
    ['a page', '<!doctype html><svg></svg>'],
    ['a text', 'hello'],
    ['nothing', ''],
    ['a damaged PNG', PNG.subarray(0, 20)],
    ['a damaged JPEG', JPEG.subarray(0, 8)],
  ])('may not hold %s', async (_, bytes) => {
    const { status, body } = await putLogo(bytes);
    expect([status, body.error.code]).toEqual([422, 'unusable']);
  });

  it('may not be too large, in bytes or pixels', async () => {
    expect((await putLogo(Buffer.concat([PNG, Buffer.alloc(512 * 1024)]))).status).toBe(413);
    const wide = Buffer.from(PNG);
    wide.writeUInt32BE(5000, 16);
    expect((await putLogo(wide)).status).toBe(422);
  });
});
