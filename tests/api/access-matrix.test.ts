import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Role } from '../../domain/roles.ts';
import type { Accounts } from '../../server/auth/accounts.ts';
import { ACCESS } from '../../server/http/access.ts';
import { HR } from '../support/sign-in.ts';
import { readApp, type ReadApp } from './read-app.ts';

// Every route of the API × everybody who may ask, and nobody, × whatever there is of a kind, one's own, foreign and
// missing: who is let in. What a route then says of a request that makes no sense (400, 404, 409, 415, 422) is no
// matter here; that it says 401 or 403 to exactly those it is closed to is, and that a refusal tells nothing apart.

const openapi = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** Who asks: the role, and the place of a dean. Both deans belong to school 1. */
const PEOPLE = {
  'the dean of a school': { role: 'dean', schoolId: 1, collegeId: null },
  'the dean of a college': { role: 'dean', schoolId: 1, collegeId: 1 },
  'an HR manager': { role: 'hr', schoolId: null, collegeId: null },
  'an administrator': { role: 'admin', schoolId: null, collegeId: null },
} as const satisfies Record<
  string,
  { role: Role; schoolId: number | null; collegeId: number | null }
>;
type Person = keyof typeof PEOPLE;
const NAMES = Object.keys(PEOPLE) as Person[];

const MISSING = '999999';
/** Of whom a question may be: the own school and college, others, and none that there is. */
const ABOUT = ['school=1', 'school=2', 'school=1&school=2', 'college=1', `school=${MISSING}`];

let read: ReadApp;
let accounts: Accounts;
/** Two headers of each, so that a session can be told from a token. */
const headersOf = new Map<Person, readonly Readonly<Record<string, string>>[]>();
/** What stands in the place of a parameter, by the path up to it; the last one is missing. */
let things: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  read = await readApp(undefined, (services) => {
    accounts = services.accounts;
    return {};
  });
  const tokens: string[] = [];
  const users: string[] = [];
  const views: string[] = [];
  for (const [index, name] of NAMES.entries()) {
    const place = PEOPLE[name];
    const { token, secret } = await accounts.createToken({ ...place, name, days: 1 }, HR);
    const email = `${index}@x.org`;
    const invited = await accounts.invite({ ...place, email, name }, HR);
    const entered = await read.ask(`/api/links/${invited.secret}`, {
      method: 'POST',
      headers: { cookie: 'none=1', 'content-type': 'application/json' },
      body: JSON.stringify({ password: 'four words in a row' }),
    });
    const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    headersOf.set(name, [{ authorization: `Bearer ${secret}` }, { cookie }]);
    tokens.push(String(token.id));
  }
  for (const { id } of await accounts.users()) users.push(id);
  const view = await read.ask('/api/views', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'One', path: '/', query: 'school=1' }),
  });
  views.push(String(z.object({ id: z.number() }).parse(view.body).id));
  const open = await accounts.invite(
    { ...PEOPLE['an HR manager'], email: 'o@x.org', name: 'O' },
    HR,
  );
  things = new Map([
    ['/api/users/', [...users, 'nobody']],
    ['/api/invitations/', [String(open.link.id), MISSING]],
    ['/api/tokens/', [...tokens, MISSING]],
    ['/api/imports/', ['1', MISSING]],
    ['/api/proposals/', ['1', MISSING]],
    ['/api/calendar-feeds/', ['1', MISSING]],
    ['/api/views/', [...views, MISSING]],
    ['/api/cooperation/', ['1', MISSING]],
    ['/api/releases/', ['1', MISSING]],
    ['/api/merges/', ['1', MISSING]],
    ['/api/templates/', ['cohorts.csv', 'hires.xlsx', 'none.csv']],
    ['/api/links/', ['neverMade']],
    ['/api/directory/', ['schools', 'majors', 'none']],
    ['/api/directory/none/', ['1', MISSING]],
    ['/api/directory/schools/', ['1', '2', MISSING]],
    ['/api/directory/majors/', ['1', MISSING]],
  ]);
});
afterAll(() => read.remove());

/** Paths with everything there is in the place of parameters; those of what is missing last. */
function pathsOf(path: string): string[] {
  const start = path.indexOf('{');
  if (start === -1) return [path];
  const rest = path.slice(path.indexOf('}') + 1);
  const ids = things.get(path.slice(0, start));
  if (ids === undefined) throw new Error(`Say in this test what there is of ${path}`);
  return ids.flatMap((id) => pathsOf(path.slice(0, start) + id + rest));
}

/** Every route that the document lists, by method and declared path. */
async function routes(): Promise<{ method: string; path: string; key: string }[]> {
  const { paths } = openapi.parse((await read.ask('/api/openapi.json')).body);
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => {
      const upper = method.toUpperCase();
      return { method: upper, path, key: `${upper} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}` };
    }),
  );
}

const ask = (method: string, path: string, own: Readonly<Record<string, string>>) =>
  read.ask(path, {
    method,
    headers: { cookie: 'none=1', ...own },
    ...(method === 'GET' ? {} : { body: '{}' }),
  });

/** Asks a route about whatever there is, and answers each different refusal once. */
async function refusals(
  { method, path }: { method: string; path: string },
  own: Readonly<Record<string, string>>,
): Promise<string[]> {
  const seen = new Set<string>();
  for (const one of pathsOf(path)) {
    for (const about of ['', ...ABOUT.map((words) => `?${words}`)]) {
      const { status, text } = await ask(method, one + about, own);
      seen.add(`${status} ${text}`);
    }
  }
  return [...seen];
}

describe('who may use a route', () => {
  it('is decided for every route, and for nothing that is no route', async () => {
    const listed = (await routes()).map(({ key }) => key);
    expect(listed.toSorted()).toEqual(Object.keys(ACCESS).toSorted());
  });

  it('nobody gets past 401 where a route is not open to everybody, whatever it is about', async () => {
    for (const route of await routes()) {
      const { method, path, key } = route;
      if (ACCESS[key] === 'everybody') {
        const { status } = await ask(method, pathsOf(path)[0] ?? '', {});
        expect([key, status]).not.toEqual([key, 403]);
      } else {
        const answers = await refusals(route, {});
        expect([key, answers.length]).toEqual([key, 1]);
        expect([key, answers[0]?.slice(0, 3)]).toEqual([key, '401']);
      }
    }
  });

  describe.each(NAMES)('%s', (name) => {
    const { role } = PEOPLE[name];

    it('is refused with 403, in the same words, whatever a closed route is asked about', async () => {
      for (const own of headersOf.get(name) ?? []) {
        for (const route of await routes()) {
          const access = ACCESS[route.key] ?? [];
          if (access === 'everybody' || access.includes(role)) continue;
          const answers = await refusals(route, own);
          expect([route.key, answers.length]).toEqual([route.key, 1]);
          expect([route.key, answers[0]?.slice(0, 3)]).toEqual([route.key, '403']);
        }
      }
    });

    it('is let in by every open route', async () => {
      for (const { method, path, key } of await routes()) {
        const access = ACCESS[key] ?? [];
        if (access === 'everybody' || !access.includes(role)) continue;
        // Of what is missing, so that nothing changes that the next one asks about.
        const { status } = await ask(
          method,
          pathsOf(path).at(-1) ?? '',
          headersOf.get(name)?.[0] ?? {},
        );
        expect([key, status]).not.toEqual([key, 401]);
        expect([key, status]).not.toEqual([key, 403]);
      }
    });
  });

  it('a dean’s routes are the account, imports and what was made for schools, and nothing of the company', () => {
    const open = Object.entries(ACCESS).filter(([, access]) => access.includes('dean'));
    const forDeans =
      /^(GET|POST) \/api\/(me$|auth\/)|^\w+ \/api\/(imports|calendar-feeds)|^GET \/api\/(templates|cooperation(\/due|\.ics)?$|proposals$|demand|cohorts$|release)|^POST \/api\/(cooperation\/:id\/confirm|proposals(\/:id\/withdraw)?)$/;
    expect(open.map(([key]) => key).filter((key) => !forDeans.test(key))).toEqual([]);
  });

  it('an import of the company is to a dean as one that is not there, on every route', async () => {
    const paths = (await routes()).filter(({ path }) => path.startsWith('/api/imports/{id}'));
    expect(paths.length).toBeGreaterThan(8);
    for (const name of NAMES.filter((one) => PEOPLE[one].role === 'dean')) {
      for (const { method, path, key } of paths) {
        const answers = [];
        for (const id of ['1', MISSING]) {
          const own = headersOf.get(name)?.[0] ?? {};
          const { status, text } = await ask(method, path.replace('{id}', id), own);
          answers.push(`${status} ${text.replaceAll(id, '#')}`);
          expect([400, 403, 404, 415], `${key} ${text}`).toContain(status);
        }
        expect([key, new Set(answers).size]).toEqual([key, 1]);
      }
    }
  });

  it('a dean cannot tell a school that there is from one that there is not, in any answer', async () => {
    const own = headersOf.get('the dean of a school')?.[0] ?? {};
    for (const path of [
      '/api/query?metric=hires&by=',
      '/api/query?metric=nonsense&x=',
      '/api/records?school=',
      '/api/records/',
      '/api/imports/',
      '/api/directory/schools/',
      '/api/release?school=',
      '/api/nonsense/',
    ]) {
      const answers = [];
      for (const id of ['1', '2', MISSING])
        answers.push((await ask('GET', path + id, own)).text.replaceAll(id, '#'));
      expect([path, new Set(answers).size]).toEqual([path, 1]);
    }
  });
});
