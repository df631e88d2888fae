import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openForReading } from '../../server/store/sqlite/open.ts';
import { tokenHeader } from '../support/sign-in.ts';
import { readApp, type Answer, type ReadApp } from './read-app.ts';

// A school uploads its own graduates through the import that everybody uses: it can speak of no other school, creates no
// alias, school or major, and sees nobody else's imports.

const HEADER =
  'school,college,major,degree,graduation_year,counted_on,graduates,agreement_contract,unknown';

interface Person {
  ask(path: string, init?: RequestInit): Promise<Answer>;
  upload(csv: string, kind?: string): Promise<Answer>;
  send(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Commits what is valid of a file and answers the import. */
  commit(csv: string): Promise<Answer>;
}

let read: ReadApp;
const people = new Map<string, Person>();
const person = (name: string): Person => {
  const somebody = people.get(name);
  if (somebody === undefined) throw new Error(`Nobody is called ${name}`);
  return somebody;
};

function personWith(headers: Readonly<Record<string, string>>): Person {
  const ask = (path: string, init: RequestInit = {}) => read.ask(path, { ...init, headers });
  const send = (method: string, path: string, body: unknown = {}) => {
    const all = { ...headers, 'content-type': 'application/json' };
    return read.ask(path, { method, headers: all, body: JSON.stringify(body) });
  };
  const upload = (csv: string, kind = 'cohorts') => {
    const form = new FormData();
    form.set('file', new File([csv], 'cohort.csv'));
    return ask(`/api/imports?kind=${kind}`, { method: 'POST', body: form });
  };
  return {
    ask,
    send,
    upload,
    commit: async (csv) => {
      const { body } = await upload(csv);
      const path = `/api/imports/${body.id}`;
      await send('PUT', `${path}/mapping`, {});
      await send('POST', `${path}/commit`, { skipInvalid: true });
      await expect
        .poll(async () => (await ask(path)).body.status, { timeout: 20_000 })
        .toBe('committed');
      return ask(path);
    },
  };
}

/** What a statement finds in the database. */
function found(statement: string): unknown[] {
  const connection = openForReading(read.database.path);
  try {
    return connection.prepare(statement).all();
  } finally {
    connection.close();
  }
}

beforeAll(async () => {
  const opened: { accounts?: Parameters<typeof tokenHeader>[0] } = {};
  read = await readApp(undefined, (services) => {
    opened.accounts = services.accounts;
    return {};
  });
  const { accounts } = opened;
  if (accounts === undefined) throw new Error('No accounts');
  for (const [name, role, school] of [
    ['hr', 'hr', null],
    ['dean', 'dean', 1],
    ['other', 'dean', 2],
  ] as const) {
    people.set(name, personWith(await tokenHeader(accounts, role, school)));
  }
});
afterAll(() => read.remove());

describe('a dean’s upload', () => {
  it('is of graduates and nothing else', async () => {
    for (const kind of ['hires', 'plans', 'schools', 'majors', 'cooperation']) {
      const { status, text } = await person('dean').upload('a,b\n1,2\n', kind);
      expect([kind, status]).toEqual([kind, 403]);
      expect(text).toContain('kind=cohorts');
    }
  });

  it('speaks of the own school where the file does not say of which', async () => {
    const { body } = await person('dean').commit(
      'major,degree,graduation_year,counted_on,graduates\nMajor 1,bachelor,2024,2024-08-31,40\n',
    );
    expect(body.result).toMatchObject({ inserted: 1, skipped: 0 });
    expect(body.mapping.constants).toEqual({ school: 'School 1' });
    const { body: figures } = await person('hr').ask(
      '/api/query?metric=graduates&by=school&year=2024',
    );
    const own = figures.rows.find(
      (row: { key: { school: { id: number } } }) => row.key.school.id === 1,
    );
    expect(own.values.graduates.value).toBe(40);
  });

  it('takes a row of another school for one of an unknown name, and says nothing of the other', async () => {
    const before = found('SELECT * FROM cohorts WHERE school_id = 2');
    const { body } = await person('dean').upload(
      [
        HEADER,
        'School 1,,Major 1,bachelor,2023,2023-08-31,30,20,10',
        'School 2,,Major 1,bachelor,2023,2023-08-31,50,20,30',
        'Schoool 2,,Major 1,bachelor,2023,2023-08-31,50,20,30',
        'Nowhere,,Major 1,bachelor,2023,2023-08-31,50,20,30',
      ].join('\n'),
    );
    const { body: summary } = await person('dean').send(
      'PUT',
      `/api/imports/${body.id}/mapping`,
      {},
    );
    expect(summary).toMatchObject({ valid: 1, invalid: 3 });
    expect(summary.issues).toEqual([{ code: 'not_own_school', count: 3, severity: 'error' }]);
    for (const { suggestions } of summary.unresolved.school) {
      for (const { name } of suggestions) expect(name).toBe('School 1');
    }
    await person('dean').send('POST', `/api/imports/${body.id}/commit`, { skipInvalid: true });
    await expect
      .poll(async () => (await person('dean').ask(`/api/imports/${body.id}`)).body.status)
      .toBe('committed');
    const after = found('SELECT * FROM cohorts WHERE school_id = 2');
    expect(after).toEqual(before);
  });

  it('cannot settle a name: that waits for the company, which can only make it one of the same school', async () => {
    const aliases = () =>
      found(
        'SELECT (SELECT count(*) FROM school_aliases) AS s, (SELECT count(*) FROM major_aliases) AS m',
      );
    const entries = () =>
      found('SELECT (SELECT count(*) FROM schools) AS s, (SELECT count(*) FROM majors) AS m');
    const before = [aliases(), entries()];
    const { body } = await person('dean').upload(
      `${HEADER}\nThe First School,,Unheard Of,bachelor,2022,2022-08-31,30,20,10\n`,
    );
    const path = `/api/imports/${body.id}`;
    await person('dean').send('PUT', `${path}/mapping`, {});
    const names = { school: { 'The First School': 1 }, major: { 'Unheard Of': 'new' } };
    expect((await person('dean').send('PUT', `${path}/names`, names)).status).toBe(403);
    expect([aliases(), entries()]).toEqual(before);

    for (const choice of [2, 'new']) {
      const wrong = { school: { 'The First School': choice }, major: {} };
      const { status, text } = await person('hr').send('PUT', `${path}/names`, wrong);
      expect([choice, status]).toEqual([choice, 400]);
      expect(text).toContain('can only be a name of that school');
    }
    const { body: summary } = await person('hr').send('PUT', `${path}/names`, names);
    expect(summary).toMatchObject({ valid: 1, invalid: 0 });
    expect((await person('dean').ask(path)).body.summary.valid).toBe(1);
  });

  it('is seen and touched by the own school and the company only; a foreign one is as one that is not there', async () => {
    const own = await person('dean').commit(
      `${HEADER}\nSchool 1,,Major 2,bachelor,2021,2021-08-31,12,2,10\n`,
    );
    const ofHr = await person('hr').upload('name\nA School Of Its Own\n', 'schools');
    const seen = (await person('dean').ask('/api/imports')).body;
    const all = (await person('hr').ask('/api/imports')).body;
    expect(seen.map(({ id }: { id: number }) => id)).toContain(own.body.id);
    expect(seen.map(({ id }: { id: number }) => id)).not.toContain(ofHr.body.id);
    expect(all.length).toBeGreaterThan(seen.length);
    expect((await person('other').ask('/api/imports')).body).toEqual([]);

    const requests = [
      ['GET', ''],
      ['DELETE', ''],
      ['POST', '/stop'],
      ['PUT', '/reading'],
      ['PUT', '/mapping'],
      ['PUT', '/values'],
      ['GET', '/errors.csv'],
      ['POST', '/commit'],
      ['GET', '/events'],
      ['POST', '/undo'],
    ] as const;
    for (const [method, part] of requests) {
      const ask = (who: string, id: number) => {
        const path = `/api/imports/${id}${part}`;
        return method === 'GET' ? person(who).ask(path) : person(who).send(method, path, {});
      };
      for (const [who, id] of [
        ['other', own.body.id],
        ['dean', ofHr.body.id],
      ] as const) {
        const foreign = await ask(who, id);
        const nothing = await ask(who, 987_654);
        expect([method, part, foreign.status]).toEqual([method, part, 404]);
        expect(foreign.text.replaceAll(String(id), '#')).toBe(
          nothing.text.replaceAll('987654', '#'),
        );
      }
    }
    expect((await person('dean').send('POST', `/api/imports/${own.body.id}/undo`)).status).toBe(
      200,
    );
  });

  it('does not learn how another school’s file with the same headers was understood', async () => {
    const csv = (count: number) =>
      `Fach,degree,graduation_year,counted_on,graduates\nMajor 2,bachelor,2020,2020-08-31,${count}\n`;
    const { body } = await person('other').upload(csv(20));
    const path = `/api/imports/${body.id}`;
    await person('other').send('PUT', `${path}/mapping`, { columns: { Fach: 'major' } });
    await person('other').send('POST', `${path}/commit`, { skipInvalid: false });
    await expect.poll(async () => (await person('other').ask(path)).body.status).toBe('committed');
    const again = await person('other').upload(csv(21));
    expect(again.body.columns[0]).toMatchObject({ header: 'Fach', field: 'major' });
    for (const who of ['dean', 'hr']) {
      const elsewhere = await person(who).upload(csv(22));
      expect(elsewhere.body.columns[0]).toMatchObject({ header: 'Fach', field: null });
      const { text } = await person(who).ask(`/api/imports/${elsewhere.body.id}`);
      expect(text).not.toContain('School 2');
    }
  });
});
