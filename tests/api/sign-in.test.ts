import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Accounts } from '../../server/auth/accounts.ts';
import { HERE, HR } from '../support/sign-in.ts';
import { readApp, type ReadApp } from './read-app.ts';

const PASSWORD = 'four words in a row';
const NOBODY = { cookie: 'none=1' };

let read: ReadApp;
let accounts: Accounts;

beforeAll(async () => {
  read = await readApp(undefined, (services) => {
    accounts = services.accounts;
    return {};
  });
  await add('hr@x.org');
});
afterAll(() => read.remove());

async function add(email: string): Promise<void> {
  const place = { role: 'hr', schoolId: null, collegeId: null } as const;
  const { secret } = await accounts.invite({ ...place, email, name: 'H' }, HR);
  await accounts.acceptLink(secret, { password: PASSWORD }, HERE);
}

function post(path: string, body: unknown, headers: Readonly<Record<string, string>> = NOBODY) {
  return read.ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

/** Signs in and answers the header with the cookie. */
async function signIn(email = 'hr@x.org', password = PASSWORD): Promise<{ cookie: string }> {
  const { status, headers } = await post('/api/auth/sign-in/email', { email, password });
  expect(status).toBe(200);
  return { cookie: headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}

const meSchema = z.object({ user: z.object({ email: z.string() }), scope: z.unknown() });

describe('signing in', () => {
  it('sets a cookie that scripts of a page cannot read, and says who that is', async () => {
    const { headers, text } = await post('/api/auth/sign-in/email', {
      email: 'HR@x.org',
      password: PASSWORD,
    });
    const [cookie = ''] = headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toMatch(/Secure/);
    // What opens the session is in the cookie alone.
    expect(text).toBe('{"done":true}');
    const own = { cookie: cookie.split(';')[0] ?? '' };
    const me = await read.ask('/api/me', { headers: own });
    expect(meSchema.parse(me.body)).toMatchObject({
      user: { email: 'hr@x.org' },
      scope: { kind: 'all' },
    });
    expect((await read.ask('/api/query?metric=hires', { headers: own })).status).toBe(200);
  });

  it('says the same of a wrong password and of an unknown address', async () => {
    const wrong = await post('/api/auth/sign-in/email', { email: 'hr@x.org', password: 'wrong' });
    const unknown = await post('/api/auth/sign-in/email', { email: 'no@x.org', password: 'wrong' });
    expect([wrong.status, wrong.body]).toEqual([401, unknown.body]);
    expect(unknown.headers.getSetCookie()).toEqual([]);
  });

  it('ends with signing out: a copied cookie is refused at once', async () => {
    const own = await signIn();
    expect((await read.ask('/api/me', { headers: own })).status).toBe(200);
    expect((await post('/api/auth/sign-out', {}, own)).status).toBe(200);
    expect((await read.ask('/api/me', { headers: own })).status).toBe(401);
  });

  it('is not fooled by a cookie with another signature, another token, or none', async () => {
    const { cookie } = await signIn();
    const [name = '', value = ''] = cookie.split('=', 2);
    const [token = '', signature = ''] = decodeURIComponent(value).split('.');
    const forged = [
      token,
      `${token}.`,
      `${token}.${'A'.repeat(signature.length - 1)}=`,
      `x${token}.${signature}`,
    ];
    for (const one of forged) {
      const headers = { cookie: `${name}=${encodeURIComponent(one)}` };
      expect([one, (await read.ask('/api/me', { headers })).status]).toEqual([one, 401]);
    }
  });

  it('from another site is refused', async () => {
    const { status } = await post(
      '/api/auth/sign-in/email',
      { email: 'hr@x.org', password: PASSWORD },
      { ...NOBODY, origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' },
    );
    expect(status).toBe(403);
  });

  it('with a changed password ends the other sessions', async () => {
    await add('two@x.org');
    const one = await signIn('two@x.org');
    const other = await signIn('two@x.org');
    const next = `${PASSWORD} again`;
    const wrong = { currentPassword: 'not it at all', newPassword: next };
    expect((await post('/api/auth/change-password', wrong, one)).status).toBe(400);
    const right = { currentPassword: PASSWORD, newPassword: next };
    expect((await post('/api/auth/change-password', right, one)).status).toBe(200);
    expect((await read.ask('/api/me', { headers: other })).status).toBe(401);
    await signIn('two@x.org', next);
  });

  it('has no demonstration outside the demonstration', async () => {
    const { status } = await post('/api/demo/sign-in', { role: 'admin' });
    expect(status).toBe(404);
  });

  it('is limited after repeated failures, and says when to try again', async () => {
    const attempts = [];
    for (let count = 0; count < 12; count += 1) {
      attempts.push(await post('/api/auth/sign-in/email', { email: 'hr@x.org', password: 'x' }));
    }
    const last = attempts.at(-1);
    expect(last?.status).toBe(429);
    expect(last?.body).toMatchObject({ error: { code: 'too_many' } });
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('leaves no password in the log', () => {
    expect(read.log.length).toBeGreaterThan(20);
    expect(read.log.join('\n')).not.toContain(PASSWORD);
  });
});

describe('an invitation over HTTP', () => {
  it('goes from the administrator to the first sign-in', async () => {
    const invitation = { email: 'dean@x.org', name: 'Dean', role: 'dean', schoolId: 1 };
    const made = await read.ask(
      '/api/invitations',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(invitation),
      },
      'admin',
    );
    expect(made.status).toBe(201);
    const { path } = z.object({ path: z.string() }).parse(made.body);
    const link = path.replace('/join/', '/api/links/');
    const seen = await read.ask(link, { headers: NOBODY });
    expect(seen.body).toMatchObject({ purpose: 'invitation', email: 'dean@x.org', role: 'dean' });
    const entered = await post(link, { password: PASSWORD });
    const own = { cookie: entered.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
    const me = await read.ask('/api/me', { headers: own });
    expect(me.body).toMatchObject({ user: { role: 'dean' }, scope: { kind: 'school' } });
    expect((await read.ask('/api/query?metric=hires', { headers: own })).status).toBe(403);
    expect((await post(link, { password: PASSWORD })).status).toBe(404);
  });
});
