import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectError } from './expect-error.ts';
import { readApp, type ReadApp } from './read-app.ts';

let read: ReadApp;
beforeAll(async () => {
  read = await readApp();
});
afterAll(() => read.remove());

describe('who is answered', () => {
  const foreign = [
    'evil.example',
    'evil.example:8787',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    'evil.example@127.0.0.1',
    '192.168.1.4:8787',
    '0.0.0.0',
    '[::2]',
    '[::1].evil.example',
    '127.0.0.1:8787:80',
    '127.0.0.1 evil.example',
  ];
  it.each(foreign)('nobody who calls this server %s', async (host) => {
    for (const path of ['/healthz', '/api/query?metric=hires', '/api/nonsense', '/', '/api/docs']) {
      expectError(await read.ask(path, { headers: { host } }), 403, 'not_allowed');
    }
  });

  const own = [
    '127.0.0.1',
    '127.0.0.1:8787',
    'localhost:8787',
    'LOCALHOST',
    '[::1]:8787',
    '127.0.0.2',
  ];
  it.each(own)('whoever calls it %s', async (host) => {
    expect((await read.ask('/healthz', { headers: { host } })).status).toBe(200);
  });

  /** 404 says that a request came through: there is nothing to write to. */
  const write = async (headers: Record<string, string>, method = 'POST') =>
    (await read.ask('/api/nonsense', { method, headers })).status;
  const form = { 'content-type': 'multipart/form-data; boundary=x' };

  it('no change that another site’s page sends', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      for (const type of ['text/plain', 'application/json', 'multipart/form-data; boundary=x']) {
        const headers = { 'content-type': type };
        const from = (more: Record<string, string>) => write({ ...headers, ...more }, method);
        expect(await from({ 'sec-fetch-site': 'cross-site' })).toBe(403);
        expect(await from({ 'sec-fetch-site': 'same-site' })).toBe(403);
        expect(await from({ origin: 'https://evil.example' })).toBe(403);
        expect(await from({ origin: 'http://127.0.0.1:9999' })).toBe(403);
        expect(await from({ origin: 'null' })).toBe(403);
        const sly = { 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1:8787' };
        expect(await from(sly)).toBe(403);
      }
    }
    const refused = await read.ask('/api/nonsense', {
      method: 'POST',
      headers: { origin: 'null' },
    });
    expectError(refused, 403, 'not_allowed');
  });

  it('changes of its own pages, and of scripts, which say nothing of a site', async () => {
    expect(await write(form)).toBe(404);
    expect(await write({})).toBe(404);
    expect(await write({ ...form, 'sec-fetch-site': 'same-origin' })).toBe(404);
    expect(await write({ ...form, origin: 'http://127.0.0.1:8787' })).toBe(404);
  });

  it('whoever only reads, but no other site’s script gets to see it', async () => {
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const answer = await read.ask('/api/about', { headers });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });
});

describe('the security headers', () => {
  const places: [string, RequestInit][] = [
    ['/api/about', {}],
    ['/api/query?metric=nope', {}],
    ['/api/nonsense', {}],
    ['/api/docs', {}],
    ['/', {}],
    ['/healthz', { headers: { host: 'evil.example' } }],
    ['/api/nonsense', { method: 'POST', headers: { origin: 'https://evil.example' } }],
  ];
  it.each(places)('stand on %s', async (path, init) => {
    const { headers } = await read.ask(path, init);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-frame-options')).toBe('DENY');
    const policy = headers.get('content-security-policy') ?? '';
    for (const rule of ["default-src 'self'", "object-src 'none'", "frame-ancestors 'none'"]) {
      expect(policy).toContain(rule);
    }
    expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:|\*/);
    expect(headers.get('x-request-id')).toMatch(/^[\w-]+$/);
    expect(headers.get('x-powered-by')).toBeNull();
  });
});
