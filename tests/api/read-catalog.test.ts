import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIMENSION_IDS } from '../../domain/dimensions.ts';
import { METRIC_IDS } from '../../domain/metrics/registry.ts';
import { scopeOfEverything } from '../../server/auth/scope.ts';
import { hire } from '../support/plain-hire.ts';
import { storeHires } from '../support/store-hires.ts';
import { peopleOf } from '../unit/analytics/selected-people.ts';
import { AS_OF, AS_OF_ISO, PEOPLE, readApp, type ReadApp } from './read-app.ts';

let read: ReadApp;
beforeAll(async () => {
  read = await readApp();
});
afterAll(() => read.remove());

async function ok(path: string) {
  const { status, body, text } = await read.ask(path);
  expect(status, `${path}: ${text}`).toBe(200);
  return body;
}

interface Entry {
  readonly id: number | string | null;
  readonly name: string;
  readonly nameZh: string | null;
  readonly hires: number;
}

interface DimensionEntry {
  readonly id: number;
  readonly hires: number;
}

describe('GET /healthz and /api/about', () => {
  it('say that it answers, of which version, and what is stored', async () => {
    const { version } = await read.database.store.aggregator.snapshot();
    expect(await ok('/healthz')).toEqual({ status: 'ok', version });
    expect(await ok('/api/about')).toEqual({
      demo: false,
      currency: 'CNY',
      version,
      asOf: AS_OF_ISO,
      knownTo: AS_OF_ISO,
      latestSeason: 2021,
      empty: false,
    });
  });

  it('say of an empty database that it is empty', async () => {
    const empty = await readApp([]);
    const { body } = await empty.ask('/api/about');
    expect(body).toMatchObject({ empty: true, latestSeason: null, asOf: AS_OF_ISO });
    // The directory is there, though nobody was hired from it.
    const dimensions = await empty.ask('/api/dimensions');
    expect(dimensions.body.school.map(({ id, hires }: DimensionEntry) => [id, hires])).toEqual([
      [1, 0],
      [2, 0],
      [3, 0],
    ]);
    expect(dimensions.body.department).toEqual([]);
    await empty.remove();
  });

  it('name the latest year with a hire, not with a candidate', async () => {
    const some = await readApp([
      hire({ graduationYear: 2020 }, { hiredOn: '2020-07-01' }),
      hire({ graduationYear: 2022 }, { offeredOn: '2021-11-01' }),
    ]);
    expect((await some.ask('/api/about')).body.latestSeason).toBe(2020);
    await some.remove();
  });
});

describe('GET /api/metrics', () => {
  it('lists every metric in both languages, with its formula and source', async () => {
    const metrics = await ok('/api/metrics');
    expect(metrics.map(({ id }: { id: string }) => id)).toEqual(METRIC_IDS);
    for (const entry of metrics) {
      for (const field of ['label', 'definition', 'formula'] as const) {
        expect(entry[field], `${field} of ${entry.id}`).toEqual({
          en: expect.stringMatching(/\S/),
          zh: expect.stringMatching(/\p{Script=Han}|%/u),
        });
      }
      expect(entry.source.title).toMatch(/\S/);
      expect(entry.source.url ?? 'https://').toMatch(/^https:\/\//);
      expect(['people', 'percent', 'days', 'money', 'rating', 'ratio']).toContain(entry.unit);
      expect(entry.sensitive).toBe(/salary|performance|top_rated/.test(entry.id));
    }
  });
});

describe('GET /api/dimensions', () => {
  it('lists every value of every dimension with its hires', async () => {
    const dimensions = await ok('/api/dimensions');
    expect(Object.keys(dimensions)).toEqual(DIMENSION_IDS);
    const people = peopleOf(PEOPLE, { by: [], where: {}, asOf: AS_OF, scope: scopeOfEverything() });
    for (const id of DIMENSION_IDS) {
      const expected = new Map<unknown, number>();
      for (const { dimensions: values, measures } of people) {
        expected.set(values[id], (expected.get(values[id]) ?? 0) + measures.hires);
      }
      const entries: Entry[] = dimensions[id];
      expect(new Map(entries.map(({ id: value, hires }) => [value, hires])), id).toEqual(expected);
      expect(entries).toHaveLength(expected.size);
      if (expected.has(null)) expect(entries.at(-1)?.id, id).toBeNull();
    }
    expect(dimensions.school[0]).toMatchObject({ id: 1, name: 'School 1', nameZh: null });
    expect(dimensions.degree).toContainEqual(
      expect.objectContaining({ id: 'bachelor', name: 'Bachelor', nameZh: '本科' }),
    );
  });

  it('lists values that /api/query takes as filters and answers alike', async () => {
    const dimensions = await ok('/api/dimensions');
    for (const id of DIMENSION_IDS) {
      for (const { id: value, hires } of dimensions[id]) {
        const filter = `${id}=${encodeURIComponent(value ?? '')}`;
        const { total } = await ok(`/api/query?metric=hires&${filter}`);
        expect(total.hires.value, filter).toBe(hires);
      }
    }
  });
});

describe('answers that a browser keeps', () => {
  const paths = [
    '/api/about',
    '/api/metrics',
    '/api/dimensions',
    '/api/query?metric=hires&by=school',
    '/api/retention?by=school',
    '/api/comparison?metric=acceptance_rate',
    '/api/retention/test?by=school',
    '/api/flow?path=school&path=major',
    '/api/pipeline?by=school',
    '/api/pipeline?mode=activity',
    '/api/season?by=school',
    '/api/season/actions?list=contracts',
    '/api/records?limit=5',
  ];
  const fresh = (etag: string) => ({ headers: { 'if-none-match': etag } });

  it.each(paths)(
    '%s is revalidated by its tag, and changes with a commit of another handle',
    async (path) => {
      const first = await read.ask(path);
      const etag = first.headers.get('etag') ?? '';
      expect(etag).toMatch(/^"[\w-]{10,}"$/);
      expect(first.headers.get('cache-control')).toBe('private, no-cache');

      for (const header of [etag, `W/${etag}`, `"other", ${etag}`]) {
        const again = await read.ask(path, fresh(header));
        expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
        expect(again.headers.get('cache-control')).toBe('private, no-cache');
      }
      for (const header of ['"other"', etag.slice(1, -1), `${etag.slice(0, -2)}"`, '']) {
        expect((await read.ask(path, fresh(header))).status, header).toBe(200);
      }
      const head = await read.ask(path, { method: 'HEAD' });
      expect([head.status, head.text, head.headers.get('etag')]).toEqual([200, '', etag]);

      storeHires(read.database, PEOPLE, AS_OF);
      const after = await read.ask(path, fresh(etag));
      expect(after.status).toBe(200);
      expect(after.headers.get('etag')).not.toBe(etag);
    },
  );

  it('have another tag for every question', async () => {
    const questions = [
      ...paths,
      '/api/query?metric=hires&by=major',
      '/api/query?by=school&metric=hires',
      '/api/query?metric=hires&by=school&school=1',
      '/api/retention',
      '/api/records',
    ];
    const tags = [];
    for (const path of questions) tags.push((await read.ask(path)).headers.get('etag'));
    expect(new Set(tags).size).toBe(questions.length);
  });

  it('show what another handle committed, at once', async () => {
    const path = '/api/query?metric=hires';
    const before = (await ok(path)).total.hires.value;
    storeHires(read.database, [...PEOPLE, hire({}, { hiredOn: '2020-07-01' })], AS_OF);
    expect((await ok(path)).total.hires.value).toBe(before + 1);
    const { version } = await ok('/healthz');
    expect((await ok(path)).version).toBe(version);
  });

  it('are never those of an error', async () => {
    for (const path of ['/api/query?metric=nope', '/api/records?sort=nope', '/api/nonsense']) {
      const { headers } = await read.ask(path);
      expect(headers.get('etag'), path).toBeNull();
    }
  });
});
