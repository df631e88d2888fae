import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Accounts } from '../../server/auth/accounts.ts';
import { scopeOfSchool } from '../../server/auth/scope.ts';
import { NO_FILTERS } from '../../server/store/ledger-ports.ts';
import { openLedgerStore } from '../../server/store/sqlite/ledger-store.ts';
import { openForWriting } from '../../server/store/sqlite/open.ts';
import { tokenHeader } from '../support/sign-in.ts';
import { PEOPLE, readApp, type ReadApp } from './read-app.ts';

let read: ReadApp;
let accounts: Accounts;
beforeAll(async () => {
  read = await readApp(PEOPLE.slice(0, 20), (services) => {
    accounts = services.accounts;
    return {};
  });
});
afterAll(() => read.remove());

function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const content =
    body === undefined
      ? { headers }
      : {
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json', ...headers },
        };
  return read.ask(path, { method, ...content });
}

const add = (entry: Record<string, unknown>) =>
  send('POST', '/api/cooperation', { school: 1, kind: 'visit', ...entry });
const list = async (query = '') => (await read.ask(`/api/cooperation${query}`)).body;
const titles = async (query: string): Promise<string[]> =>
  (await list(query)).rows.map(({ title }: { title: string }) => title);
const ifMatch = (revision: number | string) => ({ 'if-match': String(revision) });

describe('an entry of the ledger', () => {
  it('is added with all it can hold, read, changed, closed, deleted and restored', async () => {
    const given = {
      school: 2,
      college: 'College of Trains',
      kind: 'internship_base',
      title: 'Base at the plant',
      starts_on: '2024-09-01',
      ends_on: null,
      status: 'active',
      people: 12,
      seats: 40,
      amount: 120_000.5,
      outcome: 'Two lines\nof text',
      next_on: '2026-12-01',
      contact_role: 'Career office',
      shared: true,
      used: [
        { year: 2025, people: 31 },
        { year: 2024, people: 22 },
      ],
      courses: 2,
      hours: 64,
      mentors: 5,
      results_stage: 'pilot',
      minutes: 'What was said',
      promises: [
        {
          due_on: '2026-11-30',
          owner: 'Campus recruiting',
          text: 'Send the places',
          done: false,
          confirmed_on: null,
        },
        { due_on: null, owner: null, text: 'Think about a course', done: true, confirmed_on: null },
      ],
      links: [{ title: 'Agreement', url: 'https://intranet.example/a?b=1|2' }],
    };
    const added = await send('POST', '/api/cooperation', given);
    expect(added.status, added.text).toBe(201);
    expect(added.headers.get('etag')).toBe('"1"');
    const { id } = added.body;
    const shown = {
      ...given,
      id,
      revision: 1,
      school: { id: 2, name: expect.any(String), nameZh: null },
      college: { id: expect.any(Number), name: 'College of Trains', nameZh: null },
      used: given.used.toReversed(),
      links: [{ title: 'Agreement', url: 'https://intranet.example/a?b=1%7C2' }],
    };
    expect(added.body).toEqual(shown);
    const one = await read.ask(`/api/cooperation/${id}`);
    expect(one.body).toEqual(shown);

    const path = `/api/cooperation/${id}`;
    const changed = await send('PATCH', path, { status: 'ended', seats: null }, ifMatch('"1"'));
    expect(changed.body).toEqual({ ...shown, revision: 2, status: 'ended', seats: null });
    expect(changed.headers.get('etag')).toBe('"2"');
    // What an answer shows can be sent back as it is, and changes nothing.
    const { id: _, revision: __, ...same } = changed.body;
    expect((await send('PATCH', path, same, ifMatch(2))).body).toEqual(changed.body);

    expect((await send('DELETE', path, undefined, ifMatch(1))).status).toBe(412);
    const gone = await send('DELETE', path, undefined, ifMatch(2));
    expect(gone.body).toEqual(changed.body);
    expect((await read.ask(path)).status).toBe(404);
    const [latest] = (await read.ask('/api/cooperation/deleted')).body.rows;
    expect(latest).toMatchObject({ entry: changed.body, deletedBy: { name: 'HR' } });
    const back = await send('POST', `${path}/restore`);
    expect(back.body).toEqual({ ...changed.body, revision: 3 });
    expect((await send('POST', `${path}/restore`)).status).toBe(404);
    expect((await read.ask('/api/cooperation/deleted')).body.rows).toEqual([]);
  });

  it('of two people who change it, the second learns of the first and loses nothing', async () => {
    const { body } = await add({ title: 'Contested', people: 3 });
    const path = `/api/cooperation/${body.id}`;
    const [one, two] = await Promise.all([
      send('PATCH', path, { people: 4 }, ifMatch(1)),
      send('PATCH', path, { outcome: 'From the second' }, ifMatch(1)),
    ]);
    expect([one.status, two.status].toSorted((a, b) => a - b)).toEqual([200, 412]);
    const [won, lost] = one.status === 200 ? [one, two] : [two, one];
    expect(lost.body.error.code).toBe('changed_meanwhile');
    expect(lost.body.error.details.current).toEqual(won.body);
    const zh = await send(
      'PATCH',
      path,
      { people: 9 },
      {
        ...ifMatch(1),
        'accept-language': 'zh-CN',
      },
    );
    expect(zh.body.error.message).toContain('已被他人修改');
    const again = await send('PATCH', path, { outcome: 'Both' }, ifMatch(won.body.revision));
    expect(again.body).toMatchObject({ outcome: 'Both', revision: 3 });
    const whatever = await send('PATCH', path, { people: 5 }, ifMatch('*'));
    expect(whatever.body).toMatchObject({ people: 5, revision: 4 });
  });

  it('is not changed by somebody who does not say what was read', async () => {
    const { body } = await add({ title: 'Careful' });
    const path = `/api/cooperation/${body.id}`;
    for (const method of ['PATCH', 'DELETE']) {
      const answer = await send(method, path, method === 'PATCH' ? { people: 1 } : undefined);
      expect([answer.status, answer.body.error.code]).toEqual([428, 'revision_missing']);
      const odd = await send(method, path, method === 'PATCH' ? {} : undefined, ifMatch('x'));
      expect(odd.status).toBe(400);
    }
  });

  it.each([
    [{ title: '' }, /title: title is empty/, /title：title 为空/],
    [{ title: 'T', kind: 'picnic' }, /“picnic” is none of agreement/, /不在可选范围内：合作协议/],
    [{ title: 'T', status: '在研' }, /“在研” is none of planned/, /计划中/],
    [{ title: 'T', starts_on: '2026-02-30' }, /no day of the calendar/, /不是有效的日期/],
    [{ title: 'T', starts_on: '2026-02-03', ends_on: '2026-02-01' }, /Ends on 2026-02-01/, /早于/],
    [{ title: 'T', people: -1 }, /people:/, /people：/],
    [{ title: 'T', people: 1.5 }, /not a whole number/, /不是整数/],
    [{ title: 'T', amount: -5 }, /amount:/, /amount：/],
    [{ title: 'T', links: [{ url: 'javascript:alert(1)' }] }, /no web address/, /不是网址/],
    [{ title: 'T', links: 'file:///etc/passwd' }, /no web address/, /不是网址/],
    [{ title: 'T', promises: [{ text: ' ' }] }, /what was promised/, /承诺内容/],
    [{ title: 'T', school: 'Nowhere' }, /“Nowhere” is not in the directory/, /不在学校目录中/],
    [{ title: 'T', school: 999 }, /not in the directory/, /不在学校目录中/],
    [{ title: 'T', college: 999 }, /none of this school/, /不属于此学校/],
    [{ title: 'x'.repeat(201) }, /201 characters/, /201 个字符/],
  ])('is refused in both languages: %j', async (entry, en, zh) => {
    const body = { school: 1, kind: 'visit', ...entry };
    const answer = await send('POST', '/api/cooperation', body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(en);
    const chinese = await send('POST', '/api/cooperation', body, { 'accept-language': 'zh' });
    expect(chinese.body.error.message).toMatch(zh);
  });

  it('is refused with unknown fields, without a school, and where it is there already', async () => {
    expect((await add({ title: 'T', salary: 5 })).status).toBe(400);
    const nowhere = await send('POST', '/api/cooperation', { kind: 'visit', title: 'T' });
    expect(nowhere.body.error.message).toMatch(/^school: say which/);
    const first = await add({ title: 'Twin', starts_on: '2026-01-01' });
    const second = await add({ title: 'Twin', starts_on: '2026-01-01' });
    expect(second.status).toBe(409);
    expect(second.body.error.details).toEqual({ id: first.body.id });
    const other = await add({ title: 'Twin', starts_on: '2026-01-02' });
    const path = `/api/cooperation/${other.body.id}`;
    const moved = await send('PATCH', path, { starts_on: '2026-01-01' }, ifMatch(1));
    expect(moved.status).toBe(409);
    expect((await send('PATCH', '/api/cooperation/99999', {}, ifMatch(1))).status).toBe(404);
  });

  it('is told from another that took its place while it was deleted', async () => {
    const { body } = await add({ title: 'Chair' });
    await send('DELETE', `/api/cooperation/${body.id}`, undefined, ifMatch(1));
    const taken = await add({ title: 'Chair' });
    expect(taken.body.id).not.toBe(body.id);
    expect((await send('POST', `/api/cooperation/${body.id}/restore`)).status).toBe(409);
  });
});

describe('the list', () => {
  beforeAll(async () => {
    await add({ title: 'Qx old', starts_on: '2019-05-01', status: 'ended' });
    await add({ title: 'Qx open', kind: 'agreement', starts_on: '2020-01-01', status: 'active' });
    await add({ title: 'Qx until', kind: 'agreement', ends_on: '2022-06-30' });
    await add({ title: 'Qx undated', kind: 'course', shared: true });
    await add({
      title: 'Qx 课程',
      kind: 'course',
      starts_on: '2023-02-01',
      minutes: '100% sure',
      school: 3,
    });
  });

  it('is filtered, searched, sorted and turned page by page', async () => {
    expect(await titles('?search=Qx&kind=agreement')).toEqual(['Qx open', 'Qx until']);
    expect(await titles('?search=Qx+100%25')).toEqual(['Qx 课程']);
    expect(await titles('?search=100_')).toEqual([]);
    expect(await titles('?school=3')).toEqual(['Qx 课程']);
    expect(await titles('?search=Qx&from=2022-01-01&to=2022-12-31')).toEqual([
      'Qx open',
      'Qx until',
    ]);
    expect(await titles('?search=Qx&from=2022-07-01&to=2022-12-31')).toEqual(['Qx open']);
    expect(await titles('?search=Qx&to=2019-12-31&sort=title')).toEqual(['Qx old', 'Qx until']);
    expect(await titles('?search=Qx&status=active&status=')).toEqual([
      'Qx 课程',
      'Qx open',
      'Qx until',
      'Qx undated',
    ]);
    expect(await titles('?search=Qx&shared=yes')).toEqual(['Qx undated']);
    for (const sort of ['-starts_on', 'starts_on', 'title', '-school', 'ends_on', 'kind']) {
      const whole = await titles(`?sort=${sort}&limit=1000`);
      const turned: string[] = [];
      for (let cursor = ''; ;) {
        const page = await list(`?sort=${sort}&limit=3${cursor}`);
        turned.push(...page.rows.map(({ title }: { title: string }) => title));
        expect(page.total).toBe(whole.length);
        if (page.next === null) break;
        cursor = `&cursor=${page.next}`;
      }
      expect(turned, sort).toEqual(whole);
    }
  });

  it.each([
    '?sort=salary',
    '?kind=picnic',
    '?from=2022',
    '?from=2022-02-01&to=2022-01-01',
    '?schol=1',
  ])('refuses %s', async (query) => {
    expect((await read.ask(`/api/cooperation${query}`)).status).toBe(400);
  });

  it('shows a dean what is shared of the own school and nothing else', async () => {
    const store = openLedgerStore(read.database.path);
    const reader = { scope: scopeOfSchool(1), collegeId: null };
    const seen = store.all(NO_FILTERS, reader);
    expect(seen.map(({ title }) => title)).toEqual(['Qx undated']);
    expect(store.all({ ...NO_FILTERS, schools: [2, 3] }, reader)).toEqual([]);
    const all = await list('?search=Qx+old');
    expect(store.get(all.rows[0].id, reader)).toBeNull();
    expect(store.get(seen[0]?.id ?? 0, reader)).toMatchObject({ title: 'Qx undated' });
    store.close();
  });
});

describe('the audit trail', () => {
  it('says what was done to an entry, and cannot be changed', async () => {
    const { body } = await add({ title: 'Watched', people: 1, starts_on: '2026-03-01' });
    const path = `/api/cooperation/${body.id}`;
    await send('PATCH', path, { people: 2, starts_on: '2026-03-02', amount: 5 }, ifMatch(1));
    await send('PATCH', path, { people: 2 }, ifMatch(2));
    await send('PATCH', path, { people: 3 }, ifMatch(1));
    await send('DELETE', path, undefined, ifMatch(2));
    await send('POST', `${path}/restore`);
    const trail = (await read.ask(`/api/audit?record=${body.id}`, {}, 'admin')).body;
    expect(trail.rows.map(({ action }: { action: string }) => action)).toEqual([
      'restore',
      'delete',
      'change',
      'add',
    ]);
    expect(trail.rows[2]).toMatchObject({
      by: { email: expect.stringMatching(/^token:/), name: 'HR' },
      entity: 'cooperation',
      record_id: body.id,
      label: 'Watched',
      changes: {
        people: { before: 1, after: 2 },
        starts_on: { before: '2026-03-01', after: '2026-03-02' },
        amount: { before: null, after: 5 },
        revision: { before: 1, after: 2 },
      },
    });
    const trailOf = async (more: string) =>
      (await read.ask(`/api/audit?record=${body.id}${more}`, {}, 'admin')).body;
    const page = await trailOf('&limit=3');
    const rest = await trailOf(`&limit=3&cursor=${page.next}`);
    expect([...page.rows, ...rest.rows]).toEqual(trail.rows);
    expect((await trailOf('&action=add')).rows).toHaveLength(1);
    expect((await trailOf('&to=2020-01-01')).rows).toEqual([]);

    const handle = openForWriting(read.database.path, 1000);
    for (const sql of ['UPDATE audit SET by_email = NULL', 'DELETE FROM audit']) {
      expect(() => handle.exec(sql)).toThrow('append-only');
    }
    handle.close();
  });
});

describe('what is due, as files and for deans', () => {
  it('answers lists for a day, a calendar and a file', async () => {
    await add({
      title: 'Zx ends',
      kind: 'agreement',
      school: 2,
      starts_on: '2030-01-01',
      ends_on: '2032-03-31',
      status: 'active',
      promises: [{ due_on: '2032-01-05', owner: 'HR', text: 'Zx promise' }],
    });
    const due = async (query: string) =>
      (await read.ask(`/api/cooperation/due?search=Zx&${query}`)).body;
    const early = await due('on=2032-01-01');
    expect(early).toMatchObject({ on: '2032-01-01', days: 90, contactDays: 365 });
    expect(early.ends).toMatchObject([
      { what: 'end', due_on: '2032-03-31', days: 90, entry: { title: 'Zx ends' } },
    ]);
    expect(early.coming).toMatchObject([
      { what: 'promise', due_on: '2032-01-05', promise: { text: 'Zx promise', done: false } },
    ]);
    expect((await due('on=2032-01-01&days=89')).ends).toEqual([]);
    expect((await due('on=2032-04-01')).overdue).toMatchObject([
      { what: 'promise', days: -87 },
      { what: 'end', days: -1 },
    ]);
    const school = (await read.ask('/api/cooperation/due?school=2&on=2032-03-31')).body;
    expect(school.overdue.at(-2)).toMatchObject({
      what: 'contact',
      due_on: '2031-01-01',
      entry: null,
      school: { id: 2 },
    });
    // The other entries of a school settle its dates, whatever is selected of them.
    await add({ title: 'Vy seen', school: 3, starts_on: '2031-01-01', next_on: '2031-06-01' });
    await add({ title: 'Vy later', school: 3, starts_on: '2031-05-01', outcome: 'Wq' });
    const seen = (await read.ask('/api/cooperation/due?search=seen&on=2031-07-01')).body;
    expect([seen.overdue, seen.coming]).toEqual([[], []]);
    expect((await read.ask('/api/cooperation/due?days=x')).status).toBe(400);

    const calendar = await read.ask('/api/cooperation.ics?search=Zx&lang=zh');
    expect(calendar.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(calendar.text).toContain('SUMMARY:承诺到期：Zx promise');
    const file = await read.ask('/api/cooperation.csv?search=Zx');
    expect(file.text.split('\r\n')).toHaveLength(3);
    expect(file.text).toContain('2032-01-05 [HR] Zx promise');
  });

  it('a dean reads the own shared entries by the list and nothing else, whatever is asked', async () => {
    const own = await tokenHeader(accounts, 'dean', 1);
    const asDean = (path: string, init: RequestInit = {}) =>
      read.ask(path, { ...init, headers: { ...own, 'content-type': 'application/json' } });
    const all = await asDean('/api/cooperation?limit=1000');
    expect(all.body.rows.map(({ title }: { title: string }) => title)).toEqual(['Qx undated']);
    expect(all.body.total).toBe(1);
    for (const query of ['school=2', 'search=Zx', 'shared=no', 'kind=agreement', 'search=School']) {
      const { body } = await asDean(`/api/cooperation?${query}`);
      const foreign = body.rows.filter(({ school }: { school: { id: number } }) => school.id !== 1);
      expect([query, foreign], query).toEqual([query, []]);
      expect(JSON.stringify(body), query).not.toMatch(/Zx|Qx o|School [^1]/);
    }
    const { id } = all.body.rows[0];
    for (const [method, path] of [
      ['GET', `/api/cooperation/${id}`],
      ['GET', '/api/cooperation.csv'],
      ['GET', '/api/cooperation/deleted'],
      ['GET', '/api/audit'],
      ['PATCH', `/api/cooperation/${id}`],
      ['DELETE', `/api/cooperation/${id}`],
      ['POST', '/api/cooperation'],
    ] as const) {
      const body = method === 'GET' ? {} : { body: '{}' };
      expect([path, (await asDean(path, { method, ...body })).status]).toEqual([path, 403]);
    }
  });
});
