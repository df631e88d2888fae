import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayFromIso } from '../../domain/dates.ts';
import { METRIC_IDS } from '../../domain/metrics/registry.ts';
import { scopeOfEverything } from '../../server/auth/scope.ts';
import { openForReading } from '../../server/store/sqlite/open.ts';
import { peopleOf } from '../unit/analytics/selected-people.ts';
import {
  AS_OF,
  AS_OF_ISO,
  PEOPLE,
  readApp,
  type Figure,
  type Link,
  type Node,
  type ReadApp,
  type Row,
} from './read-app.ts';

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

const hiresOf = async (filters: string): Promise<number> =>
  (await ok(`/api/query?metric=hires&${filters}`)).total.hires.value;

const brute = (where: Parameters<typeof peopleOf>[1]['where'], asOf = AS_OF) =>
  peopleOf(PEOPLE, { by: [], where, asOf, scope: scopeOfEverything() }).filter(
    ({ measures }) => measures.hires === 1,
  ).length;

describe('GET /api/query', () => {
  it('answers the documented shape', async () => {
    const body = await ok(
      '/api/query?metric=hires&metric=retention_12m&by=school&by=year&school=3&year=2019..2021&sort=-hires&limit=2',
    );
    expect(Object.keys(body).toSorted()).toEqual(['asOf', 'rows', 'total', 'truncated', 'version']);
    expect(body).toMatchObject({ asOf: AS_OF_ISO, truncated: true });
    expect(body.rows).toHaveLength(2);
    for (const { key, values } of body.rows) {
      expect(key.school).toEqual({ id: 3, name: 'School 3', nameZh: null });
      expect([2019, 2020, 2021]).toContain(key.year);
      expect(Object.keys(values)).toEqual(['hires', 'retention_12m']);
      expect(values.hires).toEqual({ value: values.hires.n, n: values.hires.n, status: 'ok' });
    }
    const [first, second] = body.rows;
    expect(first.values.hires.value).toBeGreaterThanOrEqual(second.values.hires.value);
    expect(body.total.hires.value).toBe(await hiresOf('school=3&year=2019..2021'));
  });

  it('without by has one row, equal to the total', async () => {
    const all = METRIC_IDS.map((id) => `metric=${id}`).join('&');
    const body = await ok(`/api/query?${all}`);
    expect(body.rows).toEqual([{ key: {}, values: body.total }]);
    for (const [id, { value, status, n }] of Object.entries<Figure>(body.total)) {
      const shown = status === 'ok' || status === 'small';
      expect(value === null, id).toBe(!shown);
      expect(Number.isInteger(n), id).toBe(true);
    }
  });

  it('shows names of entities and texts, plain years and codes, and null for blank', async () => {
    const body = await ok('/api/query?metric=hires&by=family&by=degree&by=intern');
    const keys = body.rows.map(({ key }: Row) => key);
    expect(keys).toContainEqual(
      expect.objectContaining({ family: { id: 'Engineering', name: 'Engineering', nameZh: null } }),
    );
    expect(keys).toContainEqual(expect.objectContaining({ family: null, degree: null }));
    expect(keys).toContainEqual(expect.objectContaining({ degree: 'bachelor', intern: 'yes' }));
  });

  it('takes OR within a repeated filter, AND across filters, ranges and blanks', async () => {
    const year = (from: number, to = from) => ({ from, to });
    const cases: [string, Parameters<typeof brute>[0]][] = [
      ['school=1', { school: [1] }],
      ['school=1&school=2', { school: [1, 2] }],
      ['school=1&school=1', { school: [1] }],
      ['school=1&year=2020', { school: [1], year: [year(2020)] }],
      ['year=2019..2020', { year: [year(2019, 2020)] }],
      ['year=2019&year=2021..2030', { year: [year(2019), year(2021, 2030)] }],
      ['hire_year=', { hire_year: [null] }],
      ['hire_year=&hire_year=2020', { hire_year: [null, year(2020)] }],
      ['department=', { department: [null] }],
      ['department=&department=Quality', { department: [null, 'Quality'] }],
      ['city=Harbor&degree=&degree=bachelor', { city: ['Harbor'], degree: [null, 'bachelor'] }],
      ['college=', { college: [null] }],
      ['college=1', { college: [1] }],
      ['family=', { family: [null] }],
      ['intern=', { intern: [null] }],
      ['school=', { school: [null] }],
      ['school=99', { school: [99] }],
    ];
    for (const [filters, where] of cases) {
      expect(await hiresOf(filters), filters).toBe(brute(where));
    }
    expect(await hiresOf('department=')).toBeGreaterThan(0);
    // Blank is none of the schools, and not the one with the number 0.
    expect(await hiresOf('school=')).toBe(0);
  });

  it('at an earlier as-of hides what came later', async () => {
    for (const asOf of ['2018-01-01', '2019-06-30', '2020-07-01', '2021-12-31', AS_OF_ISO]) {
      const body = await ok(`/api/query?metric=hires&metric=headcount&metric=offers&asOf=${asOf}`);
      expect(body.asOf).toBe(asOf);
      const people = peopleOf(PEOPLE, {
        by: [],
        where: {},
        asOf: dayFromIso(asOf) ?? 0,
        scope: scopeOfEverything(),
      });
      for (const id of ['hires', 'headcount', 'offers'] as const) {
        const expected = people.filter(({ measures }) => measures[id] === 1).length;
        expect(body.total[id].value, `${id} ${asOf}`).toBe(expected);
      }
    }
    for (const asOf of ['0001-01-01', '1969-12-31']) {
      const all = METRIC_IDS.map((id) => `metric=${id}`).join('&');
      expect((await ok(`/api/query?${all}&asOf=${asOf}`)).asOf).toBe(asOf);
    }
  });

  it('sums its rows to its total and to an independent count', async () => {
    const body = await ok('/api/query?metric=hires&by=school&by=year&limit=10000');
    const rows = body.rows.map(({ key, values }: Row) => [
      key.school?.id,
      key['year'],
      values['hires']?.value,
    ]);
    const handle = openForReading(read.database.path);
    const counted = handle
      .prepare(
        `SELECT school_id, graduation_year, count(*) FROM hires
         WHERE known < 128 AND (hired_on <= @asOf OR hired_on IS NULL AND (stage IS 'hired'
           OR left_on <= @asOf OR promoted_on <= @asOf OR leave_type <> '' AND left_on IS NULL))
         GROUP BY 1, 2 ORDER BY 1, 2`,
      )
      .raw()
      .all({ asOf: AS_OF });
    handle.close();
    expect(rows.filter(([, , hires]: number[]) => hires !== 0)).toEqual(counted);
    const sum = rows.reduce((all: number, [, , hires]: number[]) => all + (hires ?? 0), 0);
    expect(body.total.hires).toEqual({ value: sum, n: sum, status: 'ok' });
    expect(sum).toBe(brute({}));
  });

  it('gives a school its share of all hires, whatever school is asked for', async () => {
    const share = (filters: string) =>
      ok(`/api/query?metric=school_share&metric=top_school_share&${filters}`);
    const all = await share('by=school');
    const one = await share('by=school&school=2');
    expect(one.rows[0].values.school_share).toEqual(all.rows[1].values.school_share);
    expect(one.total.school_share).toEqual(all.rows[1].values.school_share);
    const shares = all.rows.map(({ values }: Row) => values['school_share']?.value);
    expect(shares.reduce((sum: number, value: number) => sum + value, 0)).toBeCloseTo(1, 12);
    expect(all.total.top_school_share.value).toBeCloseTo(Math.max(...shares), 12);
    expect(all.rows[0].values.top_school_share).toEqual({
      value: null,
      n: 0,
      status: 'not_applicable',
    });
    const cells = await share('by=school&by=year&school=2');
    for (const { key, values } of cells.rows) {
      const part = brute({ school: [2], year: [{ from: key.year, to: key.year }] });
      const whole = brute({ year: [{ from: key.year, to: key.year }] });
      expect(values.school_share).toMatchObject({ value: part / whole, n: whole });
    }
  });
});

describe('GET /api/retention and /api/flow', () => {
  it('answer the documented shapes', async () => {
    const curves = await ok('/api/retention?by=school&year=2019..2021');
    expect(Object.keys(curves).toSorted()).toEqual([
      'asOf',
      'groupsInAll',
      'rows',
      'test',
      'version',
    ]);
    expect(curves.rows.map(({ key }: Row) => key.school?.id)).toEqual([1, 2, 3]);
    for (const row of curves.rows) {
      expect(row).toMatchObject({ n: expect.any(Number), events: expect.any(Number) });
      for (const point of row.points) {
        const fields = ['atRisk', 'day', 'events', 'high', 'low', 'survival'];
        expect(Object.keys(point).toSorted()).toEqual(fields);
      }
    }
    const { nodes, links } = await ok('/api/flow?path=school&path=major&path=department&top=2');
    expect(new Set(nodes.map(({ id }: Node) => id)).size).toBe(nodes.length);
    for (const node of nodes) {
      expect(node).toMatchObject({ id: expect.any(String), label: expect.any(String) });
      expect(['school', 'major', 'department']).toContain(node.dimension);
      expect(node.label).not.toBe('');
    }
    const inflow = (node: number) => links.filter(({ target }: Link) => target === node);
    const outflow = (node: number) => links.filter(({ source }: Link) => source === node);
    const sum = (list: { value: number }[]) => list.reduce((all, { value }) => all + value, 0);
    for (const [index, node] of nodes.entries()) {
      if (node.dimension === 'major') expect(sum(inflow(index))).toBe(sum(outflow(index)));
    }
    const arriving = links.filter(({ target }: Link) => nodes[target].dimension === 'department');
    expect(sum(arriving)).toBe(brute({}));
    const others = nodes.filter(({ kind }: Node) => kind === 'other');
    expect(others.map(({ label, labelZh }: Node) => [label, labelZh])).toContainEqual([
      'Other',
      '其他',
    ]);
  });

  it('take the same filters as a query', async () => {
    const filters = 'school=1&school=3&year=2020..2021&asOf=2021-12-31';
    const { links, asOf } = await ok(`/api/flow?path=school&path=year&${filters}`);
    expect(asOf).toBe('2021-12-31');
    const sum = links.reduce((all: number, { value }: Link) => all + value, 0);
    expect(sum).toBe(await hiresOf(filters));
    const { rows } = await ok(`/api/retention?${filters}`);
    expect(rows).toHaveLength(1);
    expect(rows[0].key).toEqual({});
  });
});
