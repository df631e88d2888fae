import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Accounts } from '../../server/auth/accounts.ts';
import { readApp, type ReadApp } from './read-app.ts';

// Everything that is done to accounts, data and releases, over HTTP, and what the audit trail says of it.

const PASSWORD = 'four words in a row';
const JSON_TYPE = { 'content-type': 'application/json' };
const NOBODY = { cookie: 'none=1' };

let read: ReadApp;
let accounts: Accounts;
beforeAll(async () => {
  read = await readApp(undefined, (services) => {
    accounts = services.accounts;
    return {};
  });
});
afterAll(() => read.remove());

const send = (
  method: string,
  path: string,
  body: unknown = {},
  own: Readonly<Record<string, string>> = {},
) =>
  read.ask(
    path,
    { method, headers: { ...JSON_TYPE, ...own }, body: JSON.stringify(body) },
    'admin',
  );

const trail = z.object({
  rows: z.array(
    z.object({
      id: z.number(),
      at: z.string(),
      by: z.object({ email: z.string(), name: z.string() }).nullable(),
      action: z.string(),
      entity: z.string(),
      record_id: z.number(),
      label: z.string(),
      changes: z.record(z.string(), z.object({ before: z.unknown(), after: z.unknown() })),
    }),
  ),
  next: z.string().nullable(),
});

async function lines(query = '') {
  const { status, body } = await read.ask(`/api/audit${query}`, {}, 'admin');
  expect(status).toBe(200);
  return trail.parse(body);
}

/** Lines that came since one, the oldest first, as texts. */
async function since(last: number): Promise<string[]> {
  const { rows } = await lines('?limit=1000');
  return rows
    .filter(({ id }) => id > last)
    .map(({ entity, action, label }) => `${entity} ${action} ${label}`)
    .toReversed();
}

const newest = async () => (await lines('?limit=1')).rows[0]?.id ?? 0;

/** Somebody of HR who came in by an invitation. */
async function comeIn(email: string): Promise<{ cookie: string }> {
  const place = { role: 'hr', schoolId: null, collegeId: null };
  const made = await send('POST', '/api/invitations', { ...place, email, name: 'Lin' });
  const { path } = z.object({ path: z.string() }).parse(made.body);
  const link = path.replace('/join/', '/api/links/');
  const { headers } = await send('POST', link, { password: PASSWORD }, NOBODY);
  return { cookie: headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}

async function userId(email: string): Promise<string> {
  return (await accounts.users()).find((user) => user.email === email)?.id ?? '';
}

describe('the audit trail of accounts', () => {
  it('tells of invitations, users, links, sessions and tokens, and of nothing that opens anything', async () => {
    const start = await newest();
    const own = await comeIn('lin@x.org');
    const id = await userId('lin@x.org');
    await send('PATCH', `/api/users/${id}`, { role: 'dean', schoolId: 2 });
    await send('PATCH', `/api/users/${id}`, { role: 'hr', schoolId: null });
    const link = await send('POST', `/api/users/${id}/password-link`);
    const { path } = z.object({ path: z.string() }).parse(link.body);
    const again = await send(
      'POST',
      path.replace('/join/', '/api/links/'),
      { password: `${PASSWORD} 2` },
      NOBODY,
    );
    const session = { cookie: again.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
    await send('POST', '/api/auth/revoke-other-sessions', {}, session);
    const changed = { currentPassword: `${PASSWORD} 2`, newPassword: `${PASSWORD} 3` };
    expect((await send('POST', '/api/auth/change-password', changed, session)).status).toBe(200);
    await send('PATCH', `/api/users/${id}`, { disabled: true });
    const made = await send('POST', '/api/tokens', { name: 'script', days: 2, role: 'hr' });
    const { token, secret } = z
      .object({ token: z.object({ id: z.number() }), secret: z.string() })
      .parse(made.body);
    await send('DELETE', `/api/tokens/${token.id}`);
    const open = await send('POST', '/api/invitations', {
      email: 'o@x.org',
      name: 'O',
      role: 'hr',
    });
    const openId = z.object({ link: z.object({ id: z.number() }) }).parse(open.body).link.id;
    await send('DELETE', `/api/invitations/${openId}`);
    expect(await since(start)).toEqual([
      'invitation add lin@x.org',
      'invitation use lin@x.org',
      'user change lin@x.org',
      'user change lin@x.org',
      'password_link add lin@x.org',
      'password_link use lin@x.org',
      'session end lin@x.org',
      'user change lin@x.org',
      'user change lin@x.org',
      'token add script',
      'token delete script',
      'invitation add o@x.org',
      'invitation delete o@x.org',
    ]);
    const { rows } = await lines(`?kind=user`);
    expect(rows.map(({ by, changes }) => [by?.name, changes])).toEqual([
      ['ADMIN', { state: { before: 'active', after: 'shut_out' } }],
      ['Lin', { changed: { before: null, after: 'password' } }],
      [
        'ADMIN',
        {
          role: { before: 'dean', after: 'hr' },
          school: { before: 'School 2', after: null },
        },
      ],
      [
        'ADMIN',
        {
          role: { before: 'hr', after: 'dean' },
          school: { before: null, after: 'School 2' },
        },
      ],
    ]);
    const whole = JSON.stringify(await lines('?limit=1000'));
    const opener = path.replace('/join/', '');
    for (const hidden of [PASSWORD, secret, opener, own.cookie, session.cookie]) {
      expect(whole).not.toContain(hidden);
    }
    read.database.write((handle) => {
      const stored = JSON.stringify(handle.prepare('SELECT * FROM audit').all());
      for (const hidden of [PASSWORD, secret, opener]) expect(stored).not.toContain(hidden);
    });
  });

  it('has no line of what was refused', async () => {
    const start = await newest();
    await send('PATCH', '/api/users/nobody', { disabled: true });
    await send('DELETE', '/api/tokens/999999');
    await send('POST', '/api/invitations', { email: 'x@x.org', name: 'X', role: 'dean' });
    await send('POST', '/api/links/neverMade', { password: PASSWORD }, NOBODY);
    expect(await since(start)).toEqual([]);
  });
});

describe('the audit trail of data', () => {
  it('tells of imports, with what became of the rows', async () => {
    const start = await newest();
    const form = new FormData();
    const text = 'name,name_zh\nAudit University,审计大学\n';
    form.append('file', new File([text], 'schools.csv', { type: 'text/csv' }));
    const upload = await read.ask('/api/imports?kind=schools', { method: 'POST', body: form });
    const { id } = z.object({ id: z.number() }).parse(upload.body);
    await send('PUT', `/api/imports/${id}/mapping`, { columns: {} });
    expect((await send('POST', `/api/imports/${id}/commit`, {})).status).toBe(202);
    await expect.poll(() => since(start)).toEqual(['import commit schools.csv']);
    const [line] = (await lines('?kind=import')).rows;
    expect(line).toMatchObject({
      record_id: id,
      by: { name: 'ADMIN' },
      changes: { kind: { after: 'schools' }, inserted: { after: 1 }, skipped: { after: 0 } },
    });
    expect((await send('POST', `/api/imports/${id}/undo`)).status).toBe(200);
    expect(await since(start)).toEqual(['import commit schools.csv', 'import undo schools.csv']);
  });

  it('tells of edits of the directory, merges and their undoing', async () => {
    const start = await newest();
    const school = '/api/directory/schools';
    await send('PATCH', `${school}/3`, { city: 'Lan' });
    await send('POST', `${school}/3/aliases`, { alias: 'Third' });
    await send('DELETE', `${school}/3/aliases?alias=Third`);
    const merged = await send('POST', `${school}/merge`, { from: 3, into: 2 });
    expect(merged.status).toBe(201);
    const { id } = z.object({ id: z.number() }).parse(merged.body);
    await send('POST', `${school}/merge`, { from: 4, into: 2, preview: true });
    await send('POST', `/api/merges/${id}/undo`);
    expect(await since(start)).toEqual([
      'school change School 3',
      'school change School 3',
      'school change School 3',
      'merge add School 3 → School 2',
      'merge undo School 3 → School 2',
    ]);
    const { rows } = await lines('?kind=school');
    expect(rows.map(({ changes }) => changes)).toEqual([
      { alias: { before: 'Third', after: null } },
      { alias: { before: null, after: 'Third' } },
      { city: { before: null, after: 'Lan' } },
    ]);
  });

  it('tells of releases', async () => {
    const start = await newest();
    const made = await send('POST', '/api/releases');
    expect(made.status).toBe(201);
    const { id } = z.object({ id: z.number() }).parse(made.body);
    await send('DELETE', `/api/releases/${id}`);
    expect(await since(start)).toEqual([`release publish ${id}`, `release withdraw ${id}`]);
  });
});

describe('the list', () => {
  it('is filtered by person, kind and period, page by page, and for administrators only', async () => {
    const all = (await lines('?limit=1000')).rows;
    const byLin = (await lines('?by=lin@x.org')).rows;
    expect(byLin).toEqual(all.filter(({ by }) => by?.email === 'lin@x.org'));
    expect(byLin.length).toBeGreaterThan(2);
    const merges = (await lines('?kind=merge')).rows;
    expect(merges).toEqual(all.filter(({ entity }) => entity === 'merge'));
    const today = all[0]?.at.slice(0, 10) ?? '';
    expect((await lines(`?limit=1000&from=${today}&to=${today}`)).rows).toEqual(
      all.filter(({ at }) => at.startsWith(today)),
    );
    expect((await lines('?to=2020-01-01')).rows).toEqual([]);
    const paged: unknown[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: z.infer<typeof trail> = await lines(
        `?limit=7${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      paged.push(...page.rows);
      cursor = page.next;
    }
    expect(paged).toEqual(all);
    expect((await read.ask('/api/audit')).status).toBe(403);
    expect((await read.ask('/api/audit?kind=nonsense', {}, 'admin')).status).toBe(400);
  });

  it('cannot be changed, not even in the database', () => {
    read.database.write((handle) => {
      for (const sql of ['UPDATE audit SET label = 1', 'DELETE FROM audit']) {
        expect(() => handle.exec(sql)).toThrow('append-only');
      }
    });
  });
});
