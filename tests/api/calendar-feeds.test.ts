import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { isoFromDay, today } from '../../domain/dates.ts';
import type { Role } from '../../domain/roles.ts';
import type { Accounts } from '../../server/auth/accounts.ts';
import { ACCESS } from '../../server/http/access.ts';
import { HR } from '../support/sign-in.ts';
import { PEOPLE, readApp, type ReadApp } from './read-app.ts';

// An address for calendar programs: it opens the calendar of its owner and nothing else, until it is revoked or has
// expired, or its owner is shut out.

let read: ReadApp;
let accounts: Accounts;
/** The cookie of each person. */
const cookies: Record<string, string> = {};

async function person(name: string, role: Role, schoolId: number | null): Promise<void> {
  const invitation = { role, schoolId, collegeId: null, name, email: `${name}@x.org` };
  const { secret } = await accounts.invite(invitation, HR);
  const entered = await read.ask(`/api/links/${secret}`, {
    method: 'POST',
    headers: { cookie: 'none=1', 'content-type': 'application/json' },
    body: JSON.stringify({ password: 'four words in a row' }),
  });
  cookies[name] = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

const as = (name: string, method: string, path: string, body?: unknown) =>
  read.ask(path, {
    method,
    headers: { cookie: cookies[name] ?? 'none=1', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

async function feed(name: string, request: Record<string, unknown> = {}) {
  const { status, body, text } = await as(name, 'POST', '/api/calendar-feeds', {
    name: 'Phone',
    ...request,
  });
  expect(status, text).toBe(201);
  const path: string = body.path;
  const id: number = body.feed.id;
  return { path, id, token: new URL(path, 'http://x').searchParams.get('token') ?? '' };
}

/** Asks as a calendar program does, without any session. */
const subscribed = (path: string) => as('nobody', 'GET', path);

beforeAll(async () => {
  read = await readApp(PEOPLE.slice(0, 20), (services) => {
    accounts = services.accounts;
    return {};
  });
  await person('hr', 'hr', null);
  await person('dean', 'dean', 1);
  await person('other', 'dean', 2);
  for (const [title, school, shared] of [
    ['Shared agreement', 1, true],
    ['Company only', 1, false],
    ['Of school two', 2, true],
  ] as const) {
    const ends = isoFromDay(today() + 30);
    const entry = { kind: 'agreement', status: 'active', ends_on: ends, minutes: 'Qsecret' };
    const { status } = await as('hr', 'POST', '/api/cooperation', {
      ...entry,
      contact_role: 'Qsecret',
      title,
      school,
      shared,
    });
    expect(status).toBe(201);
  }
});
afterAll(() => read.remove());

describe('an address for calendar programs', () => {
  it('opens the calendar of its owner: to a dean what is shared of the own school', async () => {
    const mine = await feed('dean');
    const { status, text, headers } = await subscribed(`${mine.path}&lang=zh`);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(text).toContain('SUMMARY:到期：Shared agreement');
    expect(text).not.toMatch(/Company only|Of school two|Qsecret/);
    const company = await subscribed((await feed('hr')).path);
    expect(company.text).toContain('Company only');
    expect(company.text).toContain('Of school two');
    // No filter leads a dean's address to another school.
    const foreign = await subscribed(`${mine.path}&school=2`);
    expect(foreign.text).not.toContain('SUMMARY');
  });

  it('is listed without what opens it, and its use is noted', async () => {
    const { id, token, path } = await feed('other', { name: 'Tablet', days: 10 });
    await subscribed(path);
    await vi.waitFor(async () => {
      const { body, text } = await as('other', 'GET', '/api/calendar-feeds');
      expect(body).toEqual([
        {
          id,
          name: 'Tablet',
          createdAt: expect.any(String),
          expiresAt: expect.any(String),
          lastUsedOn: isoFromDay(today()),
        },
      ]);
      expect(text).not.toContain(token);
    });
  });

  it('opens nothing else, in whatever way it is sent', async () => {
    const { token } = await feed('hr');
    const routes = Object.entries(ACCESS).filter(([, access]) => access !== 'everybody');
    expect(routes.length).toBeGreaterThan(50);
    for (const [key] of routes) {
      const [method = '', declared = ''] = key.split(' ');
      const path = declared.replaceAll(/:\w+/g, '1');
      const body = method === 'GET' ? {} : { body: '{}' };
      const ways = [
        [`${path}?token=${token}`, { cookie: 'none=1' }],
        [path, { authorization: `Bearer ${token}` }],
        [path, { cookie: `session=${token}` }],
      ] as const;
      for (const [asked, headers] of ways) {
        const { status } = await read.ask(asked, { method, headers, ...body });
        const opens = key === 'GET /api/cooperation.ics' && asked !== path;
        expect([key, asked === path, status]).toEqual([key, asked === path, opens ? 200 : 401]);
      }
    }
  });

  it('is told from a script’s token, which is no address', async () => {
    const place = { role: 'hr', schoolId: null, collegeId: null } as const;
    const { secret } = await accounts.createToken({ ...place, name: 'Script', days: 1 }, HR);
    expect((await subscribed(`/api/cooperation.ics?token=${secret}`)).status).toBe(401);
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
    const made = await read.ask('/api/calendar-feeds', {
      method: 'POST',
      headers,
      body: JSON.stringify({ name: 'Phone' }),
    });
    expect(made.status).toBe(409);
    expect((await read.ask('/api/calendar-feeds', { headers })).body).toEqual([]);
  });

  it('is revoked by its owner only, and then opens nothing, also for somebody who is signed in', async () => {
    const { id, path } = await feed('dean');
    expect((await as('other', 'DELETE', `/api/calendar-feeds/${id}`)).status).toBe(404);
    expect((await as('hr', 'DELETE', `/api/calendar-feeds/${id}`)).status).toBe(404);
    expect((await subscribed(path)).status).toBe(200);
    expect((await as('dean', 'DELETE', `/api/calendar-feeds/${id}`)).status).toBe(200);
    expect((await subscribed(path)).status).toBe(401);
    expect((await as('hr', 'GET', path)).status).toBe(401);
    expect((await subscribed('/api/cooperation.ics?token=')).status).toBe(401);
    expect((await as('dean', 'GET', '/api/cooperation.ics')).status).toBe(200);
  });

  it('expires', async () => {
    const { path } = await feed('dean', { days: 1 });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 23 * 3_600_000 });
    expect((await subscribed(path)).status).toBe(200);
    vi.setSystemTime(Date.now() + 2 * 3_600_000);
    expect((await subscribed(path)).status).toBe(401);
    vi.useRealTimers();
    for (const days of [0, 367]) {
      const body = { name: 'Phone', days };
      expect((await as('dean', 'POST', '/api/calendar-feeds', body)).status).toBe(400);
    }
  });

  it('follows its owner: to another school, and out where they are shut out', async () => {
    await person('moving', 'dean', 1);
    const { path } = await feed('moving');
    const users = z
      .array(z.object({ id: z.string(), email: z.string() }))
      .parse((await read.ask('/api/users', {}, 'admin')).body);
    const id = users.find(({ email }) => email === 'moving@x.org')?.id ?? '';
    const change = (body: unknown) =>
      read.ask(
        `/api/users/${id}`,
        {
          method: 'PATCH',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        },
        'admin',
      );
    expect((await change({ schoolId: 2 })).status).toBe(200);
    const moved = await subscribed(path);
    expect(moved.text).toContain('Of school two');
    expect(moved.text).not.toContain('Shared agreement');
    await change({ disabled: true });
    expect((await subscribed(path)).status).toBe(401);
  });

  it('stands in no line of the log', async () => {
    const { token, path } = await feed('hr');
    await subscribed(path);
    await as('nobody', 'GET', `/api/cooperation?token=${token}`);
    const lines = read.log.filter((line) => line.includes('/api/cooperation.ics'));
    expect(lines.some((line) => line.includes('calendar:'))).toBe(true);
    expect(read.log.join('\n')).not.toContain(token);
  });
});
