import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoFromDay, today } from '../../domain/dates.ts';
import type { Accounts } from '../../server/auth/accounts.ts';
import { HR } from '../support/sign-in.ts';
import { PEOPLE, readApp, type Answer, type ReadApp } from './read-app.ts';

// What schools read of the ledger and say to it: whose entries, which fields of them, visits they propose, and promises
// they confirm. College 1 belongs to school 1.

const PLACES = {
  one: { schoolId: 1, collegeId: null },
  college: { schoolId: 1, collegeId: 1 },
  two: { schoolId: 2, collegeId: null },
} as const;
type Dean = keyof typeof PLACES;

/** Words that stand only in what the company notes for itself. */
const PRIVATE = {
  amount: 987_654,
  outcome: 'Qprivate outcome',
  minutes: 'Qprivate minutes',
  links: [{ title: 'Qprivate link', url: 'https://qprivate.example/' }],
  contact_role: 'Qprivate contact',
};
const SECRETS = /qprivate|987.?654/i;

const DAY = today() + 30;
const ON = isoFromDay(DAY);

let read: ReadApp;
let accounts: Accounts;
const headers: Partial<Record<Dean, Readonly<Record<string, string>>>> = {};

beforeAll(async () => {
  read = await readApp(PEOPLE.slice(0, 20), (services) => {
    accounts = services.accounts;
    return {};
  });
  for (const [name, place] of Object.entries(PLACES)) {
    const request = { ...place, role: 'dean' as const, name: `Dean ${name}`, days: 1 };
    const { secret } = await accounts.createToken(request, HR);
    headers[name as Dean] = { authorization: `Bearer ${secret}` };
  }
});
afterAll(() => read.remove());

function send(
  who: Dean | 'hr',
  method: string,
  path: string,
  body?: unknown,
  more: Record<string, string> = {},
): Promise<Answer> {
  const own = who === 'hr' ? {} : headers[who];
  return read.ask(path, {
    method,
    headers: { ...own, 'content-type': 'application/json', ...more },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const ifMatch = (revision: number) => ({ 'if-match': String(revision) });
const get = (who: Dean | 'hr', path: string) => send(who, 'GET', path);

async function add(entry: Record<string, unknown>): Promise<{ id: number; revision: number }> {
  const given = { school: 1, kind: 'agreement', shared: true, ...PRIVATE, ...entry };
  const { status, body, text } = await send('hr', 'POST', '/api/cooperation', given);
  expect(status, text).toBe(201);
  return body;
}

describe('the ledger as a school reads it', () => {
  it('has nothing that the company notes for itself, in no answer and by no search', async () => {
    await add({
      title: 'Shared agreement',
      starts_on: '2020-01-01',
      ends_on: isoFromDay(DAY),
      status: 'active',
      next_on: isoFromDay(DAY - 5),
      promises: [{ due_on: isoFromDay(DAY - 9), owner: 'HR', text: 'Send places', done: false }],
    });
    await add({ title: 'Kept to ourselves', shared: false, ends_on: ON, status: 'active' });
    await add({ title: 'Elsewhere', school: 2, ends_on: ON, status: 'active' });
    const paths = ['/api/cooperation', '/api/cooperation/due?days=90', '/api/cooperation.ics'];
    for (const path of paths) {
      const { status, text } = await get('one', path);
      expect([path, status]).toEqual([path, 200]);
      expect(text, path).toContain('Shared agreement');
      expect(text, path).not.toMatch(SECRETS);
      expect(text, path).not.toMatch(/Kept to ourselves|Elsewhere/);
      expect((await get('hr', path)).text, path).toContain('Kept to ourselves');
    }
    const [entry] = (await get('one', '/api/cooperation?search=shared+agreement')).body.rows;
    expect(entry).toMatchObject({
      amount: null,
      outcome: null,
      minutes: null,
      links: [],
      contact_role: null,
      promises: [{ text: 'Send places', owner: 'HR', confirmed_on: null }],
    });
    for (const word of ['outcome', 'minutes', 'link', 'contact', 'qprivate.example']) {
      const query = `/api/cooperation?search=Qprivate+${word}`;
      expect([word, (await get('hr', query)).body.total > 0]).toEqual([word, true]);
      expect([word, (await get('one', query)).body.total]).toEqual([word, 0]);
    }
    expect((await get('one', '/api/cooperation?search=send+places')).body.total).toBe(1);
  });

  it('never says that nobody has met the school: it does not see every visit', async () => {
    const path = '/api/cooperation/due?on=2023-01-01';
    const contacts = async (who: Dean | 'hr') =>
      (await get(who, path)).body.overdue.filter(
        ({ what }: { what: string }) => what === 'contact',
      );
    expect(await contacts('hr')).not.toEqual([]);
    expect(await contacts('one')).toEqual([]);
  });
});

describe('a promise', () => {
  const promise = { due_on: '2026-12-01', owner: 'Career office', text: 'Send the list' };

  it('is confirmed by its school, counts as kept from then on, and the company sees who said so', async () => {
    const { id } = await add({ title: 'With promises', promises: [promise, { text: 'Other' }] });
    const path = `/api/cooperation/${id}/confirm`;
    const answer = await send('one', 'POST', path, promise, ifMatch(1));
    expect(answer.status, answer.text).toBe(200);
    expect(answer.text).not.toMatch(SECRETS);
    expect(answer.headers.get('etag')).toBe('"2"');
    const kept = { ...promise, done: true, confirmed_on: isoFromDay(today()) };
    const { body: stored } = await get('hr', `/api/cooperation/${id}`);
    expect(stored).toMatchObject({ ...PRIVATE, revision: 2 });
    expect(stored.promises).toEqual([
      kept,
      { due_on: null, owner: null, text: 'Other', done: false, confirmed_on: null },
    ]);
    // Once more changes nothing, and is not noted again.
    const again = await send('one', 'POST', path, promise, ifMatch(2));
    expect([again.status, again.body.revision]).toEqual([200, 2]);
    const { rows } = (await read.ask(`/api/audit?record=${id}`, {}, 'admin')).body;
    expect(rows.map(({ action }: { action: string }) => action)).toEqual(['confirm', 'add']);
    expect(rows[0]).toMatchObject({ by: { name: 'Dean one' }, entity: 'cooperation' });
    expect(rows[0].changes).toMatchObject({ promises: {}, confirmed: { before: null } });

    // What the company writes anew is another promise; what it leaves stays confirmed, also after a way back.
    const changed = [{ ...kept }, { text: 'Other, reworded', done: false }];
    await send('hr', 'PATCH', `/api/cooperation/${id}`, { promises: changed }, ifMatch(2));
    await send('hr', 'DELETE', `/api/cooperation/${id}`, undefined, ifMatch(3));
    const back = await send('hr', 'POST', `/api/cooperation/${id}/restore`);
    expect(back.body.promises[0]).toEqual(kept);
    expect(back.body.promises[1].confirmed_on).toBeNull();
  });

  it('is confirmed by nobody else, and only as it was read', async () => {
    const { id } = await add({ title: 'Only ours', promises: [promise] });
    const { id: hidden } = await add({ title: 'Hidden', shared: false, promises: [promise] });
    const path = `/api/cooperation/${id}/confirm`;
    expect((await send('hr', 'POST', path, promise, ifMatch(1))).status).toBe(403);
    const foreign = await send('two', 'POST', path, promise, ifMatch(1));
    const unshared = await send('one', 'POST', `/api/cooperation/${hidden}/confirm`, promise, {
      'if-match': '*',
    });
    const missing = await send('two', 'POST', '/api/cooperation/99999/confirm', promise, {
      'if-match': '*',
    });
    for (const { status, text } of [foreign, unshared, missing]) {
      expect([status, text.replaceAll(/\d+/g, '#')]).toEqual([
        404,
        missing.text.replaceAll(/\d+/g, '#'),
      ]);
    }
    expect((await send('one', 'POST', path, promise)).status).toBe(428);
    const other = { ...promise, text: 'Send another list' };
    const unknown = await send('one', 'POST', path, other, {
      ...ifMatch(1),
      'accept-language': 'zh',
    });
    expect([unknown.status, unknown.body.error.message]).toEqual([
      404,
      expect.stringContaining('没有该承诺'),
    ]);
    await send('hr', 'PATCH', `/api/cooperation/${id}`, { people: 3 }, ifMatch(1));
    const late = await send('one', 'POST', path, promise, ifMatch(1));
    expect([late.status, late.body.error.details.current.revision]).toEqual([412, 2]);
    expect(late.text).not.toMatch(SECRETS);
    expect((await get('hr', `/api/cooperation/${id}`)).body.promises[0].done).toBe(false);
  });
});

describe('a visit that a school proposes', () => {
  const propose = (who: Dean, proposal: Record<string, unknown> = {}) =>
    send(who, 'POST', '/api/proposals', { starts_on: ON, topic: 'Talk about majors', ...proposal });
  const ids = async (who: Dean | 'hr') =>
    (await get(who, '/api/proposals')).body.rows.map(({ id }: { id: number }) => id);

  it('is accepted as a planned entry that the school sees', async () => {
    const proposed = await propose('one', { ends_on: isoFromDay(DAY + 4), note: 'Afternoons' });
    expect(proposed.status, proposed.text).toBe(201);
    expect(proposed.body).toMatchObject({
      revision: 1,
      school: { id: 1 },
      college: null,
      starts_on: ON,
      ends_on: isoFromDay(DAY + 4),
      topic: 'Talk about majors',
      note: 'Afternoons',
      state: 'open',
      proposed_by: 'Dean one',
    });
    const path = `/api/proposals/${proposed.body.id}`;
    const visit = { starts_on: isoFromDay(DAY + 2), ends_on: null, title: 'Visit: majors' };
    const accepted = await send('hr', 'POST', `${path}/accept`, visit, ifMatch(1));
    expect(accepted.body).toMatchObject({ state: 'accepted', revision: 2, answered_by: 'HR' });
    const entry = (await get('hr', `/api/cooperation/${accepted.body.entry_id}`)).body;
    expect(entry).toMatchObject({ ...visit, kind: 'visit', status: 'planned', shared: true });
    const seen = (await get('one', '/api/proposals')).body.rows[0];
    expect(seen).toMatchObject({ state: 'accepted', answered_by: null, entry_id: null });
    expect((await get('one', '/api/cooperation?search=visit+majors')).body.total).toBe(1);
    const trail = (
      await read.ask(`/api/audit?kind=proposal&record=${proposed.body.id}`, {}, 'admin')
    ).body;
    expect(
      trail.rows.map(({ action, by }: { action: string; by: { name: string } }) => [
        action,
        by.name,
      ]),
    ).toEqual([
      ['accept', 'HR'],
      ['propose', 'Dean one'],
    ]);
    const late = await send('hr', 'POST', `${path}/decline`, { reason: 'No' }, ifMatch(2));
    expect(late.status).toBe(409);
  });

  it('stays open where the ledger has such a visit already', async () => {
    await add({ kind: 'visit', title: 'Twice', starts_on: ON });
    const { body } = await propose('one', { topic: 'Twice' });
    const path = `/api/proposals/${body.id}/accept`;
    expect((await send('hr', 'POST', path, {}, ifMatch(1))).status).toBe(409);
    const wrong = await send('hr', 'POST', path, { ends_on: '2020-01-01' }, ifMatch(1));
    expect(wrong.status).toBe(400);
    const other = await send('hr', 'POST', path, { title: 'Once more' }, ifMatch(1));
    expect([other.status, other.body.revision]).toEqual([200, 2]);
  });

  it('is declined with a reason that the school reads, or withdrawn by who proposed it', async () => {
    const { body } = await propose('one', { topic: 'Declined' });
    const path = `/api/proposals/${body.id}`;
    expect((await send('hr', 'POST', `${path}/decline`, { reason: ' ' }, ifMatch(1))).status).toBe(
      400,
    );
    expect((await send('hr', 'POST', `${path}/decline`, { reason: 'Full' })).status).toBe(428);
    await send('hr', 'POST', `${path}/decline`, { reason: 'We are full' }, ifMatch(1));
    const rows = (await get('one', '/api/proposals')).body.rows;
    expect(rows.find(({ id }: { id: number }) => id === body.id)).toMatchObject({
      state: 'declined',
      reason: 'We are full',
      answered_by: null,
    });
    const { body: mine } = await propose('college', { topic: 'Ours' });
    const withdraw = (who: Dean) =>
      send(who, 'POST', `/api/proposals/${mine.id}/withdraw`, undefined, ifMatch(1));
    expect((await withdraw('one')).status).toBe(403);
    expect((await withdraw('two')).status).toBe(404);
    expect((await withdraw('college')).body).toMatchObject({ state: 'withdrawn', revision: 2 });
  });

  it('of two answers the second learns of the first', async () => {
    const { body } = await propose('one', { topic: 'Contested' });
    const path = `/api/proposals/${body.id}`;
    const answers = await Promise.all([
      send('hr', 'POST', `${path}/accept`, {}, ifMatch(1)),
      send('hr', 'POST', `${path}/decline`, { reason: 'No' }, ifMatch(1)),
      send('one', 'POST', `${path}/withdraw`, undefined, ifMatch(1)),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412]);
    const won = answers.find(({ status }) => status === 200);
    for (const { status, body: told } of answers) {
      if (status === 412) expect(told.error.details.current.state).toBe(won?.body.state);
    }
  });

  it('is seen by its own school and college, and the company', async () => {
    const whole = (await propose('one', { topic: 'School' })).body.id;
    const college = (await propose('college', { topic: 'College' })).body;
    expect(college.college).toMatchObject({ id: 1 });
    const foreign = (await propose('two', { topic: 'Foreign' })).body.id;
    const of = [whole, college.id, foreign];
    const seen = async (who: Dean | 'hr') => {
      const all = await ids(who);
      return of.map((id) => all.includes(id));
    };
    expect(await seen('hr')).toEqual([true, true, true]);
    expect(await seen('one')).toEqual([true, true, false]);
    expect(await seen('college')).toEqual([true, true, false]);
    expect(await seen('two')).toEqual([false, false, true]);
    const gone = await send('one', 'POST', `/api/proposals/${foreign}/withdraw`, undefined, {
      'if-match': '*',
    });
    expect(gone.status).toBe(404);
  });

  it.each([
    [{ topic: ' ' }, /topic: topic is empty/, /topic：/],
    [{ topic: 'x'.repeat(201) }, /topic: .*201 characters/, /201 个字符/],
    [{ starts_on: '' }, /starts_on: say on which day/, /请填写日期/],
    [{ starts_on: '2026-02-30' }, /no day of the calendar/, /不是有效的日期/],
    [{ starts_on: '2020-02-03' }, /has passed/, /已过/],
    [{ ends_on: '2020-02-03' }, /Ends on 2020-02-03/, /早于/],
  ])('is refused in both languages: %j', async (wrong, en, zh) => {
    const body = { starts_on: ON, topic: 'T', ...wrong };
    const english = await send('one', 'POST', '/api/proposals', body);
    expect(english.status).toBe(400);
    expect(english.body.error.message).toMatch(en);
    const chinese = await send('one', 'POST', '/api/proposals', body, { 'accept-language': 'zh' });
    expect(chinese.body.error.message).toMatch(zh);
  });

  it('names no school: it is of the own one, and one too many waits', async () => {
    expect((await propose('two', { school: 1 })).status).toBe(400);
    let last = 201;
    for (let count = 0; count < 30 && last === 201; count += 1)
      last = (await propose('two')).status;
    expect(last).toBe(409);
    expect((await propose('one', { topic: 'Still open to us' })).status).toBe(201);
  });
});
