import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIMENSION_IDS, dimension } from '../../domain/dimensions.ts';
import { METRIC_IDS } from '../../domain/metrics/registry.ts';
import { openForReading } from '../../server/store/sqlite/open.ts';
import { hire } from '../support/plain-hire.ts';
import { PEOPLE, readApp, withParameters, type ReadApp } from './read-app.ts';

const PAYLOADS = [
  "' OR 1=1 --",
  "' OR '1'='1",
  "'; DROP TABLE hires; --",
  '"; DROP TABLE hires; --',
  "') UNION SELECT value, 1, 1 FROM settings --",
  "x') OR (1=1",
  '1; ATTACH DATABASE "/tmp/x" AS y',
  'h.salary',
  '${1+1}',
  '%',
  '_',
  '*',
  '\\',
  '\u0000',
  "Quality\u0000' OR 1=1 --",
  '\uFFFD\uD83D\uDE00',
  '?',
  ':asOf',
  'null',
  '[object Object]',
];

/** A department called like an attack is still a department. */
const NAMED = PAYLOADS.map((department) =>
  hire({ department, city: department }, { hiredOn: '2020-07-01' }),
);

let read: ReadApp;
let before: number;
beforeAll(async () => {
  read = await readApp([...PEOPLE, ...NAMED]);
  before = stored();
});
afterAll(() => read.remove());

function stored(): number {
  const handle = openForReading(read.database.path);
  const { people } = handle
    .prepare<[], { people: number }>('SELECT count(*) AS people FROM hires')
    .get() ?? { people: -1 };
  handle.close();
  return people;
}

const TEXT_DIMENSIONS = DIMENSION_IDS.filter((id) => dimension(id).kind === 'text');
const OTHER_DIMENSIONS = DIMENSION_IDS.filter((id) => dimension(id).kind !== 'text');

describe('an attack in a parameter', () => {
  it.each(PAYLOADS)('%j selects the people with exactly that value', async (text) => {
    for (const id of TEXT_DIMENSIONS) {
      const expected = id === 'family' ? 0 : 1;
      for (const path of ['/api/query?metric=hires&', '/api/query?metric=hires&by=department&']) {
        const { status, body } = await read.ask(`${path}${id}=${encodeURIComponent(text)}`);
        expect(status).toBe(200);
        expect(body.total.hires.value, id).toBe(expected);
      }
      const { body } = await read.ask(withParameters('/api/records', [[id, text]]));
      expect(body.rows).toHaveLength(expected);
    }
  });

  it.each(PAYLOADS)('%j is refused wherever only names and numbers stand', async (text) => {
    const value = encodeURIComponent(text);
    const paths = [
      ...OTHER_DIMENSIONS.map((id) => `/api/query?metric=hires&${id}=${value}`),
      ...['metric', 'by', 'sort', 'limit', 'asOf'].map(
        (name) => `/api/query?metric=hires&${name}=${value}`,
      ),
      `/api/query?metric=hires&${value}=1`,
      `/api/flow?path=school&path=${value}`,
      `/api/flow?path=school&path=year&top=${value}`,
      `/api/retention?by=${value}`,
      `/api/records?sort=${value}`,
      `/api/records?cursor=${value}`,
    ];
    for (const path of paths) {
      const { status, body } = await read.ask(path);
      expect([status, body.error.code], path).toEqual([400, 'invalid_input']);
    }
  });

  it('in a cursor of the right form is a value to compare with, and nothing more', async () => {
    for (const text of PAYLOADS) {
      const cursor = Buffer.from(JSON.stringify(['school', text, 1])).toString('base64url');
      const { status, body } = await read.ask(
        `/api/records?sort=school&cursor=${cursor}&limit=1000`,
      );
      expect(status).toBe(200);
      expect(body.rows.every(({ school }: { school: string }) => school >= text)).toBe(true);
    }
  });

  afterAll(() => {
    expect(stored()).toBe(before);
  });
});

describe('a very long question', () => {
  const long = 'x'.repeat(100_000);
  it.each(
    [
      `/api/query?metric=${long}`,
      `/api/query?metric=hires&by=${long}`,
      `/api/query?metric=hires&sort=${long}`,
      `/api/query?metric=hires&limit=${'9'.repeat(10_000)}`,
      `/api/query?metric=hires&asOf=${long}`,
      `/api/query?metric=hires&${long}=1`,
      ...DIMENSION_IDS.map((id) => `/api/query?metric=hires&${id}=${long}`),
      `/api/query?metric=hires&school=${'1'.repeat(10_000)}`,
      `/api/records?sort=${long}`,
      `/api/records?cursor=${long}`,
    ].map((path): [string, string] => [path.slice(0, 50), path]),
  )('%s… is refused in few words', async (_name, path) => {
    const { status, text, body } = await read.ask(path);
    expect([status, body.error.code]).toEqual([400, 'invalid_input']);
    expect(text.length).toBeLessThan(5000);
  });

  const repeated = (name: string, value: string, count: number) =>
    withParameters('/api/query', [
      ['metric', 'hires'],
      ...Array.from({ length: count }, () => [name, value] as const),
    ]);

  it.each([...DIMENSION_IDS, 'metric', 'by', 'sort', 'limit', 'asOf', 'nonsense'])(
    '10,000 times "%s" is refused in few words',
    async (name) => {
      for (const value of ['', '1', '2020', 'x', 'yes', 'bachelor', 'fair']) {
        const { status, text, body } = await read.ask(repeated(name, value, 10_000));
        expect([status, body.error.code], `${name}=${value}`).toEqual([400, 'invalid_input']);
        expect(text.length).toBeLessThan(20_000);
      }
    },
  );

  it('10,000 unknown names are refused in few words', async () => {
    const names = Array.from({ length: 10_000 }, (_, index) => [`n${index}`, '1'] as const);
    const { status, text } = await read.ask(withParameters('/api/query', names));
    expect(status).toBe(400);
    expect(text.length).toBeLessThan(20_000);
  });

  it('with as many values as may stand in every filter is answered', async () => {
    const sample = { entity: '1', text: 'Quality', number: '2019..2020' };
    const filters = DIMENSION_IDS.flatMap((id) => {
      const { kind, codes = {} } = dimension(id);
      const value = kind === 'enumeration' ? (Object.keys(codes)[0] ?? '') : sample[kind];
      return Array.from({ length: 500 }, () => [id, value] as const);
    });
    const metrics = METRIC_IDS.map((id) => ['metric', id] as const);
    const groups = ['school', 'year', 'intern'].map((id) => ['by', id] as const);
    const { status } = await read.ask(
      withParameters('/api/query', [...metrics, ...groups, ...filters]),
    );
    expect(status).toBe(200);
  });
});
