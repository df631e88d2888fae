import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { IdentityProvider } from '../../domain/sign-on.ts';
import type { Accounts } from '../../server/auth/accounts.ts';
import type { Invitation } from '../../server/auth/invite.ts';
import { HERE, HR } from '../support/sign-in.ts';
import {
  freePort,
  startProvider,
  type Person,
  type RunningProvider,
} from '../support/identity-provider.ts';
import { readApp, type Answer, type ReadApp } from './read-app.ts';
import { walkThrough } from './walk-through-provider.ts';

// A real provider on loopback, and the real application: what somebody may become by it, and who is refused.

const HOST = '127.0.0.1:8787';
const BASE = `http://${HOST}`;
const REDIRECT = `${BASE}/api/auth/callback/sso`;
const PASSWORD = 'four words in a row';
const HR_PLACE = { role: 'hr', schoolId: null, collegeId: null } as const;

const begun = z.object({ url: z.url() });

let provider: RunningProvider;
let read: ReadApp;
let accounts: Accounts;

async function openApp(singleSignOn: IdentityProvider | null): Promise<void> {
  read = await readApp(
    [],
    (services) => {
      accounts = services.accounts;
      return {};
    },
    { baseUrl: BASE, singleSignOn },
  );
}

beforeAll(async () => {
  provider = await startProvider(REDIRECT);
});
afterAll(() => provider.stop());
beforeEach(async () => {
  provider.people.clear();
  await openApp(provider.config);
});
afterEach(() => read.remove());

const invite = (email: string, place: Partial<Invitation> = {}) =>
  accounts.invite({ ...HR_PLACE, name: 'Invited', ...place, email }, HR);

const cookiesOf = ({ headers }: Answer): string =>
  headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');

function begin(returnTo = '/', cookie = 'none=1'): Promise<Answer> {
  return read.ask('/api/auth/sign-in/sso', {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ returnTo }),
  });
}

/** Begins, signs in at the provider as somebody, and answers where the browser is sent back to, with its cookies. */
async function atProvider(who: string, returnTo?: string) {
  const start = await begin(returnTo);
  expect(start.status, start.text).toBe(200);
  const { url } = begun.parse(start.body);
  return { url, back: await walkThrough(url, who, REDIRECT), cookie: cookiesOf(start) };
}

const comeBack = (back: string, cookie: string) =>
  read.ask(back.slice(BASE.length), { headers: { cookie } });

/** The whole way; where it ends, and who is signed in then. */
async function signOn(who: string, person: Person, returnTo?: string) {
  provider.people.set(who, person);
  const { back, cookie } = await atProvider(who, returnTo);
  const end = await comeBack(back, cookie);
  expect(end.status).toBe(302);
  const me = await read.ask('/api/me', { headers: { cookie: cookiesOf(end) || 'none=1' } });
  return { location: end.headers.get('location'), me: me.body, status: me.status, end };
}

const refused = (why: string) => `${BASE}/?refused=${why}`;

describe('somebody who was invited', () => {
  it('comes in with what the invitation says, whatever the provider claims, and by no other link any more', async () => {
    const { secret } = await invite('dean@x.org', { role: 'dean', schoolId: 1, name: 'Dean Wu' });
    const { location, me } = await signOn(
      'u1',
      { email: 'Dean@X.org', email_verified: true, name: 'Root', role: 'admin', schoolId: 2 },
      '/graduates?year=2020',
    );
    expect(location).toBe(`${BASE}/graduates?year=2020`);
    expect(me).toMatchObject({
      user: { email: 'dean@x.org', name: 'Dean Wu', role: 'dean' },
      scope: { kind: 'school', school: { id: 1 } },
    });
    await expect(accounts.findLink(secret)).rejects.toThrow('cannot be used');
    // Nothing of the provider's is kept but the name it knows the person by.
    read.database.write((handle) => {
      expect(handle.prepare('SELECT * FROM accounts').all()).toMatchObject([
        {
          providerId: 'sso',
          accountId: `${provider.config.issuer} u1`,
          accessToken: null,
          refreshToken: null,
          idToken: null,
          password: null,
        },
      ]);
    });
  });

  it('comes in again without an invitation, as what the account is by then', async () => {
    await invite('a@x.org');
    await signOn('u1', { email: 'a@x.org', email_verified: true });
    const [user] = await accounts.users();
    await accounts.changeUser(user?.id ?? '', { role: 'dean', schoolId: 2 }, HR);
    const { me } = await signOn('u1', { email: 'a@x.org', email_verified: true });
    expect(me).toMatchObject({ user: { role: 'dean' }, scope: { school: { id: 2 } } });
    expect(await accounts.users()).toHaveLength(1);
  });

  it('comes into the account that has a password already', async () => {
    const { secret } = await invite('a@x.org');
    await accounts.acceptLink(secret, { password: PASSWORD }, HERE);
    const { me } = await signOn('u1', { email: 'a@x.org', email_verified: true });
    expect(me).toMatchObject({ user: { email: 'a@x.org' } });
    expect(await accounts.users()).toHaveLength(1);
  });

  it('comes in where the address stands in the token itself', async () => {
    const other = await startProvider(REDIRECT, { claimsInToken: true });
    await read.remove();
    await openApp(other.config);
    await invite('a@x.org');
    other.people.set('u1', { email: 'a@x.org', email_verified: true });
    const { back, cookie } = await atProvider('u1');
    const end = await comeBack(back, cookie);
    expect(end.headers.get('location')).toBe(`${BASE}/`);
    await other.stop();
  });
});

describe('is refused', () => {
  const isNobody = async (
    { location, status }: Awaited<ReturnType<typeof signOn>>,
    why: string,
  ) => {
    expect([location, status]).toEqual([refused(why), 401]);
  };

  it('an address without an account or an invitation that can be used', async () => {
    await isNobody(await signOn('u1', { email: 'no@x.org', email_verified: true }), 'unknown');
    const { link } = await invite('back@x.org');
    await accounts.removeLink(link.id);
    await isNobody(await signOn('u2', { email: 'back@x.org', email_verified: true }), 'unknown');
    const old = await invite('old@x.org');
    read.database.write((handle) => {
      handle.prepare('UPDATE links SET expires_at = 1 WHERE id = ?').run(old.link.id);
    });
    await isNobody(await signOn('u3', { email: 'old@x.org', email_verified: true }), 'unknown');
    expect(await accounts.users()).toEqual([]);
  });

  it.each([[{ email_verified: false }], [{}], [{ email_verified: 'no' }]])(
    'an address that the provider does not vouch for, with %j: at first, with an account, and later',
    async (claim) => {
      const { secret } = await invite('a@x.org');
      await isNobody(await signOn('u1', { email: 'a@x.org', ...claim }), 'unverified');
      expect(await accounts.users()).toEqual([]);
      await accounts.acceptLink(secret, { password: PASSWORD }, HERE);
      await isNobody(await signOn('u1', { email: 'a@x.org', ...claim }), 'unverified');
      expect((await signOn('u1', { email: 'a@x.org', email_verified: true })).status).toBe(200);
      await isNobody(await signOn('u1', { email: 'a@x.org', ...claim }), 'unverified');
    },
  );

  it('somebody without an address', async () => {
    await isNobody(await signOn('u1', { name: 'N' }), 'unverified');
  });

  it('somebody who is shut out, tied to the provider or not', async () => {
    const { secret } = await invite('a@x.org');
    await accounts.acceptLink(secret, { password: PASSWORD }, HERE);
    const [user] = await accounts.users();
    await accounts.changeUser(user?.id ?? '', { disabled: true }, HR);
    const person = { email: 'a@x.org', email_verified: true };
    await isNobody(await signOn('u1', person), 'shut_out');
    await accounts.changeUser(user?.id ?? '', { disabled: false }, HR);
    expect((await signOn('u1', person)).status).toBe(200);
    await accounts.changeUser(user?.id ?? '', { disabled: true }, HR);
    await isNobody(await signOn('u1', person), 'shut_out');
  });

  it('somebody else who was given an address, until an administrator makes a link', async () => {
    await invite('a@x.org');
    const person = { email: 'a@x.org', email_verified: true };
    expect((await signOn('u1', person)).status).toBe(200);
    await isNobody(await signOn('u2', person), 'other_person');
    const [user] = await accounts.users();
    const { secret } = await accounts.passwordLink(user?.id ?? '', HR);
    await accounts.acceptLink(secret, { password: PASSWORD }, HERE);
    expect((await signOn('u2', person)).status).toBe(200);
    await isNobody(await signOn('u1', person), 'other_person');
  });

  it('who comes back twice, with another’s answer, in another browser, or having cancelled', async () => {
    await invite('a@x.org');
    provider.people.set('u1', { email: 'a@x.org', email_verified: true });
    const one = await atProvider('u1');
    const other = await atProvider('u1');
    for (const [back, cookie] of [
      [one.back, other.cookie],
      [one.back, 'none=1'],
      [`${REDIRECT}?code=x&state=y`, one.cookie],
      [`${REDIRECT}?code=x`, one.cookie],
    ] as const) {
      const { headers } = await comeBack(back, cookie);
      expect(headers.get('location')).toBe(refused('expired'));
      expect(headers.getSetCookie().join('')).not.toContain('session_token=');
    }
    const fresh = await atProvider('u1');
    expect((await comeBack(fresh.back, fresh.cookie)).headers.get('location')).toBe(`${BASE}/`);
    expect((await comeBack(fresh.back, fresh.cookie)).headers.get('location')).toBe(
      refused('expired'),
    );
    const third = await atProvider('u1');
    const { searchParams } = new URL(third.back);
    const cancelled = `${REDIRECT}?error=access_denied&state=${searchParams.get('state')}`;
    expect((await comeBack(cancelled, third.cookie)).headers.get('location')).toBe(
      refused('cancelled'),
    );
  });

  it('a code that was changed, an answer that names another issuer, and a provider that is gone meanwhile', async () => {
    await invite('a@x.org');
    provider.people.set('u1', { email: 'a@x.org', email_verified: true });
    const port = await freePort();
    const mortal = await startProvider(REDIRECT, { port });
    const code = await atProvider('u1');
    expect(
      (await comeBack(code.back.replace('code=', 'code=x'), code.cookie)).headers.get('location'),
    ).toBe(refused('failed'));
    const { back, cookie } = await atProvider('u1');
    const foreign = new URL(back);
    foreign.searchParams.set('iss', mortal.config.issuer);
    expect((await comeBack(foreign.href, cookie)).headers.get('location')).toBe(
      refused('wrong_issuer'),
    );
    await read.remove();
    await openApp(mortal.config);
    mortal.people.set('u1', { email: 'a@x.org', email_verified: true });
    const last = await atProvider('u1');
    await mortal.stop();
    expect((await comeBack(last.back, last.cookie)).headers.get('location')).toBe(
      refused('failed'),
    );
  });
});

describe('the request to the provider', () => {
  it('has state, nonce and a challenge for PKCE, new each time, and keeps the secret here', async () => {
    const urls = await Promise.all([begin(), begin()]);
    const [one, two] = urls.map(({ body }) => new URL(begun.parse(body).url).searchParams);
    expect(one?.get('code_challenge_method')).toBe('S256');
    expect(one?.get('redirect_uri')).toBe(REDIRECT);
    expect(one?.get('response_type')).toBe('code');
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one?.get(name)?.length).toBeGreaterThan(20);
      expect(one?.get(name)).not.toBe(two?.get(name));
    }
    expect(urls.map(({ text }) => text).join()).not.toContain(provider.config.clientSecret);
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example/', 'evil', ''])(
    'does not come back to %s',
    async (returnTo) => {
      expect((await begin(returnTo)).status).toBe(400);
    },
  );

  it('comes back to a path of ours, however it is written', async () => {
    await invite('a@x.org');
    const person = { email: 'a@x.org', email_verified: true };
    const { location } = await signOn('u1', person, '/a/..//evil.example');
    expect(new URL(location ?? '').origin).toBe(BASE);
  });

  it('is not made where the provider is down, is none, or calls itself otherwise; passwords work', async () => {
    const { port } = new URL(provider.config.issuer);
    const dead = `http://127.0.0.1:${await freePort()}`;
    for (const [issuer, words] of [
      [dead, '无法连接登录服务'],
      [`${provider.config.issuer}/nothing`, '无法连接登录服务'],
      [`http://localhost:${port}`, '登录服务的名称与此处的设置不符'],
    ] as const) {
      await read.remove();
      await openApp({ ...provider.config, issuer });
      const { status, body } = await read.ask('/api/auth/sign-in/sso', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'accept-language': 'zh',
          cookie: 'none=1',
        },
        body: '{}',
      });
      expect([issuer, status]).toEqual([issuer, 503]);
      expect(body.error.message).toContain(words);
      const { secret } = await invite('a@x.org');
      await accounts.acceptLink(secret, { password: PASSWORD }, HERE);
      const signedIn = await read.ask('/api/auth/sign-in/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: 'none=1' },
        body: JSON.stringify({ email: 'a@x.org', password: PASSWORD }),
      });
      expect(signedIn.status).toBe(200);
    }
  });

  it('works by itself once a provider that was down is there', async () => {
    const port = await freePort();
    await read.remove();
    await openApp({ ...provider.config, issuer: `http://127.0.0.1:${port}` });
    expect((await begin()).status).toBe(503);
    const late = await startProvider(REDIRECT, { port });
    expect((await begin()).status).toBe(200);
    await late.stop();
  });

  it('needs the right client secret', async () => {
    await read.remove();
    await openApp({ ...provider.config, clientSecret: 'another' });
    await invite('a@x.org');
    const { location } = await signOn('u1', { email: 'a@x.org', email_verified: true });
    expect(location).toBe(refused('failed'));
  });
});

describe('where no provider is configured', () => {
  it('there is no button and no way', async () => {
    await read.remove();
    await openApp(null);
    const welcome = await read.ask('/api/welcome', { headers: { cookie: 'none=1' } });
    expect(welcome.body).toMatchObject({ demo: false, signedIn: false, singleSignOn: null });
    expect((await begin()).status).toBe(404);
    expect((await comeBack(`${REDIRECT}?code=x&state=y`, 'none=1')).status).toBe(404);
  });
});
