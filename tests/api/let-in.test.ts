import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Accounts } from '../../server/auth/accounts.ts';
import { HR } from '../support/sign-in.ts';
import { readApp, type ReadApp } from './read-app.ts';

// Whatever lets somebody in stops doing so at once, over HTTP: a session, a token, a link.

const PASSWORD = 'four words in a row';
const NOBODY = { cookie: 'none=1' };
const JSON_TYPE = { 'content-type': 'application/json', 'user-agent': 'Firefox of a test' };
const PLACE = { role: 'hr', schoolId: null, collegeId: null } as const;

type Headers = Readonly<Record<string, string>>;

let read: ReadApp;
let accounts: Accounts;

beforeAll(async () => {
  read = await readApp(undefined, (services) => {
    accounts = services.accounts;
    return {};
  });
});
afterAll(() => read.remove());

const send = (method: string, path: string, body: unknown, own?: Headers) =>
  read.ask(
    path,
    { method, headers: { ...JSON_TYPE, ...own }, body: JSON.stringify(body) },
    'admin',
  );
const statusFor = async (own: Headers, path = '/api/me') =>
  (await read.ask(path, { headers: own })).status;
const cookieOf = (headers: globalThis.Headers) => ({
  cookie: headers.getSetCookie()[0]?.split(';')[0] ?? '',
});

/** Invites somebody and comes in by the link, over HTTP. */
async function comeIn(email: string): Promise<{ cookie: string }> {
  const made = await send('POST', '/api/invitations', { ...PLACE, email, name: 'N' });
  const { path } = z.object({ path: z.string() }).parse(made.body);
  const link = path.replace('/join/', '/api/links/');
  return cookieOf((await send('POST', link, { password: PASSWORD }, NOBODY)).headers);
}

async function signIn(email: string): Promise<{ cookie: string }> {
  const body = { email, password: PASSWORD };
  return cookieOf((await send('POST', '/api/auth/sign-in/email', body, NOBODY)).headers);
}

async function userId(email: string): Promise<string> {
  const users = await accounts.users();
  return users.find((user) => user.email === email)?.id ?? '';
}

describe('a token', () => {
  const made = z.object({ token: z.object({ id: z.number() }), secret: z.string() });
  const make = async () => {
    const answer = await send('POST', '/api/tokens', { ...PLACE, name: 'script', days: 1 });
    expect(answer.status).toBe(201);
    const { token, secret } = made.parse(answer.body);
    return { id: token.id, own: { authorization: `Bearer ${secret}` } };
  };

  it('is refused at once when it is revoked', async () => {
    const { id, own } = await make();
    expect(await statusFor(own, '/api/query?metric=hires')).toBe(200);
    expect((await send('DELETE', `/api/tokens/${id}`, {})).status).toBe(200);
    expect(await statusFor(own, '/api/query?metric=hires')).toBe(401);
  });

  it('is refused once it has expired', async () => {
    const { id, own } = await make();
    expect(await statusFor(own)).toBe(200);
    const past = Date.now() - 1;
    read.database.write((handle) => {
      handle.prepare('UPDATE tokens SET expires_at = ? WHERE id = ?').run(past, id);
    });
    expect(await statusFor(own)).toBe(401);
  });

  it('is refused where it is written otherwise, and a wrong one is not helped by a good cookie', async () => {
    const { own } = await make();
    const { cookie } = await comeIn('cookie@x.org');
    for (const authorization of [
      own.authorization.slice(0, -1),
      `${own.authorization}A`,
      own.authorization.replace('Bearer ', ''),
      own.authorization.replace('Bearer', 'Basic'),
      'Bearer',
    ]) {
      expect([authorization, await statusFor({ authorization, cookie })]).toEqual([
        authorization,
        401,
      ]);
    }
    expect(await statusFor({ cookie })).toBe(200);
  });
});

describe('a session', () => {
  it('is refused once it has expired', async () => {
    const own = await comeIn('late@x.org');
    expect(await statusFor(own)).toBe(200);
    const id = await userId('late@x.org');
    read.database.write((handle) => {
      handle
        .prepare('UPDATE sessions SET expiresAt = ? WHERE userId = ?')
        .run(new Date(Date.now() - 1).toISOString(), id);
    });
    expect(await statusFor(own)).toBe(401);
  });

  it('that was stolen is ended by its owner, from another one', async () => {
    const stolen = await comeIn('owner@x.org');
    const own = await signIn('owner@x.org');
    const listed = await read.ask('/api/auth/list-sessions', { headers: own });
    const sessions = z
      .array(z.object({ id: z.string(), current: z.boolean(), browser: z.string() }))
      .parse(listed.body);
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    expect(sessions.map(({ browser }) => browser)).toEqual([
      'Firefox of a test',
      'Firefox of a test',
    ]);
    const other = sessions.find(({ current }) => !current)?.id;
    expect((await send('POST', '/api/auth/revoke-session', { id: other }, own)).status).toBe(200);
    expect([await statusFor(stolen), await statusFor(own)]).toEqual([401, 200]);

    const third = await signIn('owner@x.org');
    expect((await send('POST', '/api/auth/revoke-other-sessions', {}, own)).status).toBe(200);
    expect([await statusFor(third), await statusFor(own)]).toEqual([401, 200]);
  });

  it('of somebody who is shut out is refused at once, and so is the password', async () => {
    const own = await comeIn('out@x.org');
    const path = `/api/users/${await userId('out@x.org')}`;
    expect((await send('PATCH', path, { disabled: true })).status).toBe(200);
    expect(await statusFor(own)).toBe(401);
    const body = { email: 'out@x.org', password: PASSWORD };
    const again = await send('POST', '/api/auth/sign-in/email', body, NOBODY);
    expect([again.status, again.headers.getSetCookie()]).toEqual([403, []]);
    const wrong = { email: 'out@x.org', password: 'wrong' };
    expect((await send('POST', '/api/auth/sign-in/email', wrong, NOBODY)).status).toBe(401);
    const link = (await accounts.passwordLink(await userId('out@x.org'), HR)).secret;
    const byLink = await send('POST', `/api/links/${link}`, { password: PASSWORD }, NOBODY);
    expect([byLink.status, byLink.headers.getSetCookie()]).toEqual([404, []]);
    expect((await send('PATCH', path, { disabled: false })).status).toBe(200);
    expect(await statusFor(await signIn('out@x.org'))).toBe(200);
  });

  it('ends with a new password by a link, which works once', async () => {
    const own = await comeIn('forgot@x.org');
    const made = await send('POST', `/api/users/${await userId('forgot@x.org')}/password-link`, {});
    const { path } = z.object({ path: z.string() }).parse(made.body);
    const link = path.replace('/join/', '/api/links/');
    const changed = await send('POST', link, { password: `${PASSWORD} again` }, NOBODY);
    expect(changed.status).toBe(200);
    expect([await statusFor(own), await statusFor(cookieOf(changed.headers))]).toEqual([401, 200]);
    expect((await send('POST', link, { password: PASSWORD }, NOBODY)).status).toBe(404);
  });
});

describe('an invitation', () => {
  it('lets nobody in once it is taken back, or too old', async () => {
    const withdrawn = await accounts.invite({ ...PLACE, email: 'a@x.org', name: 'A' }, HR);
    const old = await accounts.invite({ ...PLACE, email: 'b@x.org', name: 'B' }, HR);
    await send('DELETE', `/api/invitations/${withdrawn.link.id}`, {});
    read.database.write((handle) => {
      handle.prepare('UPDATE links SET expires_at = ? WHERE id = ?').run(Date.now(), old.link.id);
    });
    const answers = [];
    for (const secret of [withdrawn.secret, old.secret, 'never-made']) {
      const { status, text } = await send(
        'POST',
        `/api/links/${secret}`,
        { password: PASSWORD },
        NOBODY,
      );
      answers.push([status, text]);
    }
    expect(answers[0]?.[0]).toBe(404);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });
});

describe('nobody', () => {
  it('gets what is no answer about data: the health check, the reference, the files of the client', async () => {
    for (const path of [
      '/healthz',
      '/api/openapi.json',
      '/api/docs',
      '/',
      '/import',
      '/assets/app-1a2b.js',
    ]) {
      expect([path, await statusFor(NOBODY, path)]).toEqual([path, 200]);
    }
    // What is missing is no different for somebody who may not know what there is.
    expect(await statusFor(NOBODY, '/api/nonsense')).toBe(401);
  });
});

describe('the log', () => {
  it('holds no link, token, cookie or password, and says who asked by a number', () => {
    const lines = read.log.join('\n');
    expect(read.log.length).toBeGreaterThan(30);
    for (const secret of [PASSWORD, 'Bearer', 'never-made', 'talentbridge.session', '@x.org']) {
      expect(lines).not.toContain(secret);
    }
    expect(lines).toContain('"user":"token:');
  });
});
