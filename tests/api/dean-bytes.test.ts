import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Accounts } from '../../server/auth/accounts.ts';
import { ACCESS } from '../../server/http/access.ts';
import { HR, tokenHeader } from '../support/sign-in.ts';
import { SCHOOLS } from '../support/random-hires.ts';
import { storeHires } from '../support/store-hires.ts';
import { AS_OF, PEOPLE, readApp, type ReadApp } from './read-app.ts';

// Every route that a dean reaches, asked in every way there is to ask it, holds no byte of another school, of a person,
// or of why anybody left: all of these have names here that stand nowhere else.

/** One's own school is the first; all else of these patterns belongs to others, or to nobody who may be told of it. */
const SECRET =
  /Academy-(?!1-)\d+-Q|某校(?!1号)\d+号|Alias-\d+-Q|CAND\d|EMPL\d|REASON\d|Faculty-\d|Hidden-Title|Foreign-Title|secret-file|hr-person|other-dean/;
const MISSING = '999999';

let read: ReadApp;
const headersOf = new Map<string, Record<string, string>>();

async function upload(name: string, kind: string, csv: string, as: Record<string, string>) {
  const form = new FormData();
  form.set('file', new File([csv], name));
  return read.ask(`/api/imports?kind=${kind}`, { method: 'POST', body: form, headers: as });
}

function send(method: string, path: string, body: unknown, as: Record<string, string> = {}) {
  const headers = { ...as, 'content-type': 'application/json' };
  return read.ask(path, { method, headers, body: JSON.stringify(body) });
}

const HEADER = 'school,college,major,degree,graduation_year,counted_on,graduates';

beforeAll(async () => {
  const opened: { accounts?: Accounts } = {};
  read = await readApp([], (services) => {
    opened.accounts = services.accounts;
    return {};
  });
  const { accounts } = opened;
  if (accounts === undefined) throw new Error('No accounts');
  const people = PEOPLE.map((one, index) => ({
    ...one,
    candidateId: `CAND${index}X`,
    employeeId: `EMPL${index}X`,
    leaveReason: `REASON${index}X`,
    leaveType: 'resigned' as const,
  }));
  storeHires(read.database, people, AS_OF);
  read.database.write((handle) => {
    for (const { id } of SCHOOLS)
      handle
        .prepare('UPDATE schools SET name = ?, name_zh = ?, code = ? WHERE id = ?')
        .run(`Academy-${id}-Q`, `某校${id}号`, `CODE-${id}`, id);
    handle.exec('UPDATE version SET value = value + 1');
  });
  headersOf.set('school', await tokenHeader(accounts, 'dean', 1));
  const ofCollege = { name: 'D', days: 1, role: 'dean', schoolId: 1, collegeId: 1 } as const;
  const { secret } = await accounts.createToken(ofCollege, HR);
  headersOf.set('college', { Authorization: `Bearer ${secret}` });
  const other = await tokenHeader(accounts, 'dean', 2);
  for (const [email, place] of [
    ['hr-person@x.org', { role: 'hr', schoolId: null, collegeId: null }],
    ['other-dean@x.org', { role: 'dean', schoolId: 2, collegeId: null }],
  ] as const)
    await accounts.invite({ email, name: email, ...place }, HR);

  const made = [
    await send('POST', '/api/directory/schools/2/aliases', { alias: 'Alias-2-Q' }),
    await send('POST', '/api/cooperation', {
      school: 2,
      college: 'Faculty-2',
      kind: 'visit',
      title: 'Foreign-Title',
      shared: true,
    }),
    await send('POST', '/api/cooperation', { school: 1, kind: 'visit', title: 'Hidden-Title' }),
    await send('POST', '/api/cooperation', {
      school: 1,
      kind: 'visit',
      title: 'Open title',
      shared: true,
    }),
    await upload('secret-file.csv', 'schools', 'name\nAcademy-77-Q\n', {}),
    await upload(
      'secret-file-2.csv',
      'cohorts',
      `${HEADER}\nAcademy-2-Q,,Major 1,bachelor,2020,2020-08-31,50\n`,
      other,
    ),
    await send('POST', '/api/releases', {}),
  ];
  expect(made.map(({ status }) => status)).toEqual([200, 201, 201, 201, 201, 201, 201]);
});
afterAll(() => read.remove());

/** Questions that a dean may think of, about the own school, another one, one that is not, and in both languages. */
const QUESTIONS = [
  '',
  'lang=zh',
  'lang=en',
  ...['1', '2', MISSING].flatMap((id) => [
    `school=${id}`,
    `school=1&school=${id}`,
    `college=${id}`,
  ]),
  'year=2020',
  'kind=visit',
  'kind=cohorts',
  'from=1990-01-01&to=2100-01-01',
  'metric=hires&by=school',
  'sort=-school',
  "search=Academy'--",
];

/** The paths of a route, with whatever there is in the place of a parameter, and with what is missing. */
function pathsOf(route: string): string[] {
  if (route.includes(':file'))
    return ['cohorts.csv', 'cohorts.xlsx', 'hires.csv', 'x'].map((one) =>
      route.replace(':file', one),
    );
  if (!route.includes(':')) return [route];
  return ['1', '2', '3', '4', MISSING].map((id) => route.replace(/:\w+/, id));
}

describe.each(['school', 'college'])('what the dean of a %s is answered', (who) => {
  const own = () => headersOf.get(who) ?? {};

  it('holds nothing secret on any route that can be read, whatever is asked', async () => {
    const routes = Object.entries(ACCESS)
      .filter(([route, access]) => route.startsWith('GET ') && access.includes('dean'))
      .map(([route]) => route.slice('GET '.length));
    expect(routes.length).toBeGreaterThan(10);
    let told = 0;
    for (const path of routes.flatMap(pathsOf)) {
      for (const question of QUESTIONS) {
        for (const language of ['en', 'zh']) {
          const headers = { ...own(), 'accept-language': language };
          const {
            status,
            text,
            headers: answered,
          } = await read.ask(`${path}?${question}`, {
            headers,
          });
          expect(status, path).toBeLessThan(500);
          if (status === 200) told += 1;
          const all = `${text} ${JSON.stringify([...answered])}`;
          expect(SECRET.exec(all)?.[0], `${path}?${question}`).toBeUndefined();
        }
      }
    }
    expect(told).toBeGreaterThan(50);
  });

  it('holds nothing secret on closed routes and on those of the company either', async () => {
    const closed = Object.entries(ACCESS).filter(
      ([, access]) => access !== 'everybody' && !access.includes('dean'),
    );
    for (const [key] of closed) {
      const [method = '', route = ''] = key.split(' ');
      for (const path of pathsOf(route.replace(':directory', 'schools'))) {
        const body = method === 'GET' ? {} : { body: '{}' };
        const headers = { ...own(), 'content-type': 'application/json' };
        const { status, text } = await read.ask(path, { method, headers, ...body });
        expect([key, status]).toEqual([key, 403]);
        expect(SECRET.exec(text)?.[0], key).toBeUndefined();
      }
    }
  });

  it('holds nothing secret through an upload, from the file to its errors and what became of it', async () => {
    // One letter from the name, the alias and the code of another school, and from an unknown major.
    const csv = [
      HEADER,
      'Academy-1-Q,,Major 1,bachelor,2021,2021-08-31,30',
      'Academy-2-R,,Major 1,bachelor,2021,2021-08-31,30',
      'Alias-2-R,,Major 1,bachelor,2021,2021-08-31,30',
      'CODE-2,,Major 1,bachelor,2021,2021-08-31,30',
      '某校二号,,Major 9999,bachelor,2021,2021-08-31,30',
    ].join('\n');
    const first = await upload(`own-${who}.csv`, 'cohorts', csv, own());
    expect(first.status).toBe(201);
    const path = `/api/imports/${first.body.id}`;
    const answers = [
      first,
      await send('PUT', `${path}/mapping`, {}, own()),
      await send('PUT', `${path}/values`, {}, own()),
      await read.ask(path, { headers: own() }),
      await read.ask(`${path}/errors.csv`, { headers: own() }),
      await send('POST', `${path}/commit`, { skipInvalid: true }, own()),
    ];
    await expect
      .poll(async () => (await read.ask(path, { headers: own() })).body.status)
      .toBe('committed');
    answers.push(
      await read.ask(path, { headers: own() }),
      await read.ask(`${path}/events`, { headers: own() }),
      await read.ask('/api/imports', { headers: own() }),
      await read.ask('/api/cohorts', { headers: own() }),
      await send('POST', `${path}/undo`, {}, own()),
    );
    for (const { text } of answers) expect(SECRET.exec(text)?.[0]).toBeUndefined();
  });
});

it('the same words are found in what HR is answered', async () => {
  const records = await read.ask('/api/records?limit=500');
  for (const word of [/CAND\d/, /EMPL\d/, /REASON\d/]) expect(records.text).toMatch(word);
  const dimensions = await read.ask('/api/dimensions');
  expect(dimensions.text).toMatch(/Academy-2-Q/);
  expect(dimensions.text).toMatch(/某校2号/);
  expect((await read.ask('/api/cooperation')).text).toMatch(/Foreign-Title/);
  expect((await read.ask('/api/imports')).text).toMatch(/secret-file/);
});
