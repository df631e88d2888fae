import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Accounts } from '../../server/auth/accounts.ts';
import { HERE, HR } from '../support/sign-in.ts';
import { startServer } from '../support/server.ts';
import { readApp, type ReadApp } from './read-app.ts';

// A deployment that people reach by TLS, through a proxy that writes who asks.

const HOST = 'talent.example.org';
const PASSWORD = 'four words in a row';
const MOST = 10;

let read: ReadApp;
let accounts: Accounts;
beforeAll(async () => {
  read = await readApp(
    [],
    (services) => {
      accounts = services.accounts;
      return {};
    },
    { baseUrl: `https://${HOST}`, trustsProxy: true },
  );
  const place = { role: 'hr', schoolId: null, collegeId: null } as const;
  const { secret } = await accounts.invite({ ...place, email: 'hr@x.org', name: 'H' }, HR);
  await accounts.acceptLink(secret, { password: PASSWORD }, HERE);
});
afterAll(() => read.remove());

function signIn(forwarded: string, password: string, more: Readonly<Record<string, string>> = {}) {
  return read.ask('/api/auth/sign-in/email', {
    method: 'POST',
    headers: {
      host: HOST,
      cookie: 'none=1',
      'content-type': 'application/json',
      'x-forwarded-for': forwarded,
      ...more,
    },
    body: JSON.stringify({ email: 'hr@x.org', password }),
  });
}

describe('behind a proxy with TLS', () => {
  it('the cookie goes over TLS only, and signs in', async () => {
    const origin = { origin: `https://${HOST}`, 'sec-fetch-site': 'same-origin' };
    const { status, headers } = await signIn('192.0.2.1', PASSWORD, origin);
    expect(status).toBe(200);
    const [cookie = ''] = headers.getSetCookie();
    for (const word of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) {
      expect(cookie).toContain(word);
    }
    expect(cookie).toMatch(/^__Secure-/);
    const own = { host: HOST, cookie: cookie.split(';')[0] ?? '' };
    expect((await read.ask('/api/me', { headers: own })).status).toBe(200);
  });

  it('so does the one of a link', async () => {
    const place = { role: 'hr', schoolId: null, collegeId: null } as const;
    const { secret } = await accounts.invite({ ...place, email: 'two@x.org', name: 'T' }, HR);
    const { headers } = await read.ask(`/api/links/${secret}`, {
      method: 'POST',
      headers: { host: HOST, cookie: 'none=1', 'content-type': 'application/json' },
      body: JSON.stringify({ password: PASSWORD }),
    });
    expect(headers.getSetCookie()[0]).toMatch(/^__Secure-.*HttpOnly; Secure; SameSite=Lax/);
  });

  it('attempts are counted by the address that the proxy wrote, not by what a client says before it', async () => {
    for (let count = 0; count < MOST; count += 1) {
      expect((await signIn(`203.0.113.${count}, 192.0.2.7`, 'wrong')).status).toBe(401);
    }
    expect((await signIn('198.51.100.9, 192.0.2.7', PASSWORD)).status).toBe(429);
    expect((await signIn('192.0.2.8', PASSWORD)).status).toBe(200);
  });
});

describe('without a proxy, over a socket', () => {
  it('no header makes an attacker a new client at each attempt', async () => {
    const server = await startServer({ database: 'empty' });
    const statuses = [];
    for (let count = 0; count <= MOST; count += 1) {
      const { status } = await fetch(`${server.url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-forwarded-for': `203.0.113.${count}`,
          'x-client-address': `203.0.113.${count}`,
          'x-real-ip': `203.0.113.${count}`,
        },
        body: JSON.stringify({ email: 'hr@x.org', password: 'wrong' }),
      });
      statuses.push(status);
    }
    await server.stop();
    expect(statuses).toEqual([...Array.from({ length: MOST }, () => 401), 429]);
  });
});
