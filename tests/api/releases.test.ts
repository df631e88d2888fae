import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RELEASE_RULES } from '../../domain/releases/rules.ts';
import { METRICS } from '../../domain/metrics/registry.ts';
import { hardPeople, HARD_SCHOOLS } from '../unit/releases/hard-data.ts';
import type { Accounts } from '../../server/auth/accounts.ts';
import { HR, tokenHeader } from '../support/sign-in.ts';
import { storeHires } from '../support/store-hires.ts';
import { AS_OF, AS_OF_ISO, readApp, type ReadApp } from './read-app.ts';

let read: ReadApp;
let accounts: Accounts;
/** Headers of the dean of school 2, and of the dean of a college of school 1. */
let dean: Record<string, string>;
let collegeDean: Record<string, string>;
beforeAll(async () => {
  read = await readApp([], (services) => {
    accounts = services.accounts;
    return {};
  });
  const people = hardPeople(6).map((one, index) => ({
    ...one,
    department: index % 2 === 0 ? '=Quality' : '质量部',
    city: index % 3 === 0 ? 'Harbor' : null,
  }));
  storeHires(read.database, people, AS_OF, {
    schools: HARD_SCHOOLS,
    cohorts: [2017, 2018, 2019].map((year) => ({
      schoolId: 2,
      collegeId: null,
      majorId: 1,
      degree: 'bachelor',
      year,
      countedOn: null,
      graduates: 120,
      destinations: NO_DESTINATIONS,
    })),
  });
  read.database.write((handle) => {
    for (const { id } of HARD_SCHOOLS)
      handle
        .prepare('UPDATE schools SET name = ?, name_zh = ? WHERE id = ?')
        .run(`Academy-${id}-Q`, `某校${id}号`, id);
    handle.exec('UPDATE version SET value = value + 1');
  });
  dean = await tokenHeader(accounts, 'dean', 2);
  const request = { name: 'DEAN', days: 1, role: 'dean', schoolId: 1, collegeId: 1 } as const;
  const { secret } = await accounts.createToken(request, HR);
  collegeDean = { Authorization: `Bearer ${secret}` };
});
afterAll(() => read.remove());

const NO_DESTINATIONS = {
  agreement_contract: null,
  other_form: null,
  flexible: null,
  self_employed: null,
  public_service: null,
  further_study: null,
  abroad: null,
  seeking: null,
  not_seeking: null,
  unknown: null,
};

function send(method: string, path: string, body: unknown = {}) {
  return read.ask(path, {
    method,
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
}

interface Figure {
  readonly value: number | null;
  readonly n: number | null;
  readonly low?: number;
  readonly high?: number;
  readonly status: string;
}
interface Table {
  readonly metric: string;
  readonly by: readonly string[];
  readonly rows: readonly {
    readonly key: Readonly<Record<string, unknown>>;
    readonly own: Figure;
    readonly partners: Figure;
    readonly why?: { readonly own: string | null; readonly partners: string | null };
  }[];
}
const tableOf = (tables: readonly Table[], metric: string, ...by: string[]): Table['rows'] =>
  tables.find((one) => one.metric === metric && one.by.join() === by.join())?.rows ?? [];

describe('releases over HTTP', () => {
  it('say that there is none yet', async () => {
    expect((await read.ask('/api/releases')).body).toEqual({
      releases: [],
      possibleFrom: null,
      possible: true,
    });
    const none = await read.ask('/api/release?school=1');
    expect((await read.ask('/api/release', { headers: dean })).text).toBe(none.text);
    expect([none.status, none.body.error.code]).toEqual([404, 'not_found']);
    const chinese = await read.ask('/api/release?school=1', {
      headers: { 'accept-language': 'zh-CN' },
    });
    expect(chinese.body.error.message).toContain('没有');
  });

  it('preview without publishing, with why figures are withheld', async () => {
    const { status, body } = await send('POST', '/api/releases', { preview: true, school: 1 });
    expect(status).toBe(200);
    expect(body).toMatchObject({ preview: true, asOf: AS_OF_ISO, possibleFrom: null, unsafe: 0 });
    expect(body.parts).toHaveLength(HARD_SCHOOLS.length + 1);
    expect(body.part.scope).toMatchObject({
      kind: 'school',
      school: { id: 1, name: 'Academy-1-Q' },
    });
    const reasons = body.part.tables.flatMap(({ rows }: Table) => rows.map(({ why }) => why?.own));
    expect(reasons).toContain('small');
    const college = await send('POST', '/api/releases', { preview: true, school: 1, college: 1 });
    expect(college.body.part.scope.college).toMatchObject({ id: 1 });
    const other = await send('POST', '/api/releases', { preview: true, school: 2, college: 1 });
    expect(other.status).toBe(404);
    expect((await read.ask('/api/releases')).body.releases).toEqual([]);
  });

  it('publish once, and say from which day again', async () => {
    const wrong = await send('POST', '/api/releases', { version: 1 });
    expect([wrong.status, wrong.body.error.code]).toEqual([409, 'conflict']);
    const made = await send('POST', '/api/releases');
    expect([made.status, made.body.id, made.body.current]).toEqual([201, 1, true]);
    const again = await send('POST', '/api/releases');
    expect(again.status).toBe(409);
    const { possibleFrom, possible } = (await read.ask('/api/releases')).body;
    expect([again.body.error.details.possibleFrom, possible]).toEqual([possibleFrom, false]);
    expect(again.body.error.message).toContain(possibleFrom);
  });

  it('answer a part in the shape of the contract', async () => {
    const { status, body } = await read.ask('/api/release?school=2');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: 1,
      asOf: AS_OF_ISO,
      currency: 'CNY',
      scope: { kind: 'school' },
    });
    const tables: Table[] = body.tables;
    const [all] = tableOf(tables, 'hires');
    expect(all).toMatchObject({
      key: {},
      own: { value: 34, n: 34, status: 'ok' },
      partners: { value: null, n: null, status: 'not_applicable' },
    });
    const byYear = tableOf(tables, 'hires', 'year');
    expect(byYear.map(({ key }) => key)).toEqual([{ year: 2017 }, { year: 2018 }, { year: 2019 }]);
    expect(byYear.reduce((sum, { own }) => sum + (own.value ?? 0), 0)).toBe(34);
    const hires = new Map(byYear.map(({ key, own }) => [key['year'], own.value]));
    for (const { key, own } of tableOf(tables, 'yield', 'year')) {
      expect(own).toMatchObject({ n: 120, status: 'banded', value: null });
      expect(own.low).toBeLessThanOrEqual((hires.get(key['year']) ?? 0) / 120);
    }
    const departments = tableOf(tables, 'hires', 'last_three_years', 'department');
    expect(departments.map(({ key }) => key['last_three_years'])).toContainEqual({
      from: 2017,
      to: 2019,
    });
    for (const { metric, rows } of tables) {
      expect(Object.keys(METRICS)).toContain(metric);
      for (const { own, partners } of rows) {
        expect(partners.n).toBeNull();
        if (own.status === 'banded') expect([own.value, (own.n ?? 0) >= 10]).toEqual([null, true]);
        if (metric.startsWith('salary') && own.value !== null) expect(own.value % 1000).toBe(0);
      }
    }
    const unasked = ['median_tenure', 'first_year_turnover', 'performance_mean', 'school_share'];
    for (const metric of unasked) expect(tables.map((one) => one.metric)).not.toContain(metric);
  });

  it('agree with the engine in every band', async () => {
    for (const { id } of HARD_SCHOOLS.slice(0, 4)) {
      const tables: Table[] = (await read.ask(`/api/release?school=${id}`)).body.tables;
      for (const metric of [
        'retention_12m',
        'major_match_rate',
        'top_rated_share',
        'promotion_rate_24m',
      ]) {
        for (const by of ['year', 'degree']) {
          const asked = await read.ask(`/api/query?metric=${metric}&by=${by}&school=${id}`);
          const rows: { key: Record<string, unknown>; values: Record<string, Figure> }[] =
            asked.body.rows;
          const known = new Map(rows.map(({ key, values }) => [key[by], values[metric]]));
          for (const { key, own } of tableOf(tables, metric, by)) {
            const exact = known.get(key[by]);
            if (own.status !== 'banded') continue;
            expect(own.n).toBe(exact?.n);
            expect(exact?.value).toBeGreaterThanOrEqual((own.low ?? 0) - 1e-9);
            expect(exact?.value).toBeLessThanOrEqual(own.high ?? 0);
          }
        }
      }
    }
  });

  it('hold nothing of other schools, no candidate and no reason for leaving, byte by byte', async () => {
    for (const path of [
      '/api/release',
      '/api/release.csv',
      '/api/release.csv?lang=zh',
      '/api/release/report',
      '/api/release/report?lang=zh',
    ]) {
      const { status, text } = await read.ask(path, { headers: dean });
      expect(status, path).toBe(200);
      expect(text, path).toMatch(/Academy-2-Q|某校2号/);
      for (const { id } of HARD_SCHOOLS) {
        if (id === 2) continue;
        expect(text, path).not.toContain(`Academy-${id}-Q`);
        expect(text, path).not.toContain(`某校${id}号`);
      }
      expect(text, path).not.toMatch(/S\d-\d/);
      expect(text, path).not.toContain('reason-');
      expect(text, path).not.toContain('resigned');
    }
  });

  it('give a dean the own part, without why something is withheld, and nothing else', async () => {
    const own = await read.ask('/api/release', { headers: dean });
    const asHr = await read.ask('/api/release?school=2');
    expect(own.body.scope).toEqual(asHr.body.scope);
    expect(asHr.text).toContain('"why"');
    expect(own.text).not.toContain('"why"');
    expect(own.text).not.toContain('complementary');
    const foreign = await read.ask('/api/release?school=1', { headers: dean });
    const none = await read.ask('/api/release?school=999', { headers: dean });
    expect([foreign.status, foreign.text]).toEqual([404, none.text]);
    expect((await read.ask('/api/release?college=1', { headers: dean })).text).toBe(none.text);
    for (const path of ['/api/releases', '/api/query?metric=hires'])
      expect((await read.ask(path, { headers: dean })).status).toBe(403);
    const headers = { ...dean, 'content-type': 'application/json' };
    const publishing = { method: 'POST', body: '{}', headers };
    expect((await read.ask('/api/releases', publishing)).status).toBe(403);
  });

  it('give the dean of a college that college only', async () => {
    for (const path of ['/api/release', '/api/release?school=1']) {
      const { body } = await read.ask(path, { headers: collegeDean });
      expect(body.scope).toMatchObject({ school: { id: 1 }, college: { id: 1 } });
    }
    expect((await read.ask('/api/release?college=2', { headers: collegeDean })).status).toBe(404);
  });

  it('come as a CSV file with definitions, day and thresholds, its formulas defused', async () => {
    const { text, headers } = await read.ask('/api/release.csv?school=1');
    expect(headers.get('content-disposition')).toContain('release-1.csv');
    expect(text).toMatch(/^# Release: 1/);
    for (const word of [
      'Data up to: 2022-12-31',
      'Definition Retention, 12 months',
      'at least 10 people',
      'rounded to 1000',
    ])
      expect(text).toContain(word);
    const lines: string[][] = parse(text, { bom: true, relax_column_count: true });
    const [header = [], ...rows] = lines.filter(([first]) => first?.startsWith('#') === false);
    expect(header).toContain('partners_low');
    const tables: Table[] = (await read.ask('/api/release?school=1')).body.tables;
    expect(rows).toHaveLength(tables.reduce((sum, one) => sum + one.rows.length, 0));
    expect(text).toContain("'=Quality");
    expect(text).not.toMatch(/(^|,)=Quality/m);
  });

  it('are not there for schools and colleges that are not, and refuse odd questions', async () => {
    const bodies = await Promise.all(
      ['school=77', 'school=2&college=1', 'school=999'].map((query) =>
        read.ask(`/api/release?${query}`),
      ),
    );
    expect(new Set(bodies.map(({ status }) => status))).toEqual(new Set([404]));
    expect(new Set(bodies.map(({ body }) => body.error.message)).size).toBe(1);
    expect((await read.ask('/api/release')).status).toBe(400);
    expect((await read.ask('/api/release?school=x')).status).toBe(400);
    expect((await read.ask('/api/release?school=1&metric=hires')).status).toBe(400);
    expect((await send('POST', '/api/releases', { publish: true })).status).toBe(400);
  });

  it('can be withdrawn, once', async () => {
    const second = (await read.ask('/api/release?school=2')).body.tables;
    expect(second.length).toBeGreaterThan(0);
    const gone = await send('DELETE', '/api/releases/1');
    expect([gone.status, gone.body.current]).toEqual([200, false]);
    expect(gone.body.withdrawnAt).not.toBeNull();
    expect((await read.ask('/api/release?school=2')).status).toBe(404);
    // For the company it stays to be looked at, as it was.
    const looked = await read.ask('/api/releases/1?school=2');
    expect([looked.status, looked.body.withdrawnAt]).toEqual([200, gone.body.withdrawnAt]);
    expect(looked.body.part.tables).toEqual(second);
    expect(looked.body.parts).toHaveLength(HARD_SCHOOLS.length + 1);
    expect(looked.body.rules).toEqual({ ...RELEASE_RULES });
    expect((await read.ask('/api/releases/1', { headers: dean })).status).toBe(403);
    expect((await read.ask('/api/releases/1?school=2&college=1')).status).toBe(404);
    expect((await read.ask('/api/releases/5')).status).toBe(404);
    expect((await send('DELETE', '/api/releases/1')).status).toBe(409);
    expect((await send('DELETE', '/api/releases/5')).status).toBe(404);
    expect((await send('POST', '/api/releases')).status).toBe(409);
  });
});
