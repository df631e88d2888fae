import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayFromIso } from '../../domain/dates.ts';
import { scopeOfEverything } from '../../server/auth/scope.ts';
import { peopleOf } from '../unit/analytics/selected-people.ts';
import { AS_OF_ISO, PEOPLE, readApp, type ReadApp } from './read-app.ts';

let read: ReadApp;
beforeAll(async () => {
  read = await readApp();
});
afterAll(() => read.remove());

type Row = Readonly<Record<string, string | number | boolean | null>>;

async function ok(path: string) {
  const { status, body, text } = await read.ask(path);
  expect(status, `${path}: ${text}`).toBe(200);
  return body;
}

/** Every record of a question, page by page, and how many pages that took. */
async function walk(question: string): Promise<{ rows: Row[]; pages: number }> {
  const rows: Row[] = [];
  let cursor = '';
  for (let pages = 1; pages <= 500; pages += 1) {
    const body = await ok(`/api/records?${question}${cursor}`);
    rows.push(...body.rows);
    if (body.next === null) return { rows, pages };
    expect(body.rows.length, question).toBeGreaterThan(0);
    cursor = `&cursor=${encodeURIComponent(body.next)}`;
  }
  throw new Error(`The pages of ${question} do not end`);
}

/** Order of UTF-8 bytes, which is the order of code points. */
function compared(a: Row[string], b: Row[string]): number {
  if (a === b) return 0;
  const [left, right] = [a, b].map((value) => (typeof value === 'boolean' ? Number(value) : value));
  return (left ?? 0) < (right ?? 0) ? -1 : 1;
}

const hundredths = (value: number | null | undefined) =>
  typeof value === 'number' ? value / 100 : null;

const fields = Object.keys((await sampleRow()) ?? {});

async function sampleRow(): Promise<Row | undefined> {
  const sample = await readApp(PEOPLE.slice(0, 1));
  const { body } = await sample.ask('/api/records?limit=1');
  await sample.remove();
  return body.rows[0];
}

describe('GET /api/records', () => {
  it('answers the documented shape', async () => {
    const body = await ok('/api/records?limit=3');
    expect(Object.keys(body).toSorted()).toEqual(['asOf', 'names', 'next', 'previous', 'rows']);
    expect(body.asOf).toBe(AS_OF_ISO);
    expect(body.rows).toHaveLength(3);
    for (const name of fields) expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/);
    const given = ['school', 'major', 'graduation_year', 'hired_on', 'left_on', 'salary', 'degree'];
    expect(fields).toEqual(expect.arrayContaining(given));
  });

  it('shows what is stored: ISO dates, whole money, yes and no', async () => {
    const { rows } = await walk('limit=1000');
    expect(rows).toHaveLength(PEOPLE.length);
    for (const [index, row] of rows.entries()) {
      const hire = PEOPLE[index];
      expect(row['hired_on'] === null ? null : dayFromIso(String(row['hired_on']))).toBe(
        hire?.hiredOn,
      );
      expect(row['salary']).toBe(hundredths(hire?.salary));
      expect(row['performance']).toBe(hundredths(hire?.performance));
      expect(row['major_match']).toBe(hire?.majorMatch);
      expect(row['school']).toBe(`School ${hire?.schoolId}`);
      expect(row['employee_id']).toBe(hire?.employeeId);
    }
  });

  it.each(fields.flatMap((field) => [field, `-${field}`]))(
    'walks every record exactly once by %s, blank last, ties by id',
    async (sort) => {
      const { rows, pages } = await walk(`sort=${sort}&limit=29`);
      expect(pages).toBe(Math.ceil(PEOPLE.length / 29));
      const ids = rows.map(({ id }) => id);
      expect(new Set(ids).size).toBe(PEOPLE.length);
      expect(ids).toHaveLength(PEOPLE.length);
      const [direction, field] = sort.startsWith('-') ? [-1, sort.slice(1)] : [1, sort];
      for (const [index, row] of rows.slice(1).entries()) {
        const [a, b] = [rows[index]?.[field] ?? null, row[field] ?? null];
        if (a === null) expect(b).toBeNull();
        else if (b !== null) expect(compared(a, b) * direction).toBeLessThanOrEqual(0);
        if (a === b) expect(Number(rows[index]?.['id'])).toBeLessThan(Number(row['id']));
      }
    },
  );

  it('holds exactly the people behind a figure: candidates and rosters of the same filters', async () => {
    const questions: [string, Parameters<typeof peopleOf>[1]['where'], string][] = [
      ['', {}, AS_OF_ISO],
      ['school=1&school=2', { school: [1, 2] }, AS_OF_ISO],
      ['year=2019..2020&degree=', { year: [{ from: 2019, to: 2020 }], degree: [null] }, AS_OF_ISO],
      ['department=&intern=yes', { department: [null], intern: ['yes'] }, AS_OF_ISO],
      ['family=Engineering', { family: ['Engineering'] }, '2020-06-30'],
      ['hire_year=', { hire_year: [null] }, '2019-12-31'],
    ];
    for (const [filters, where, asOf] of questions) {
      const selection = { by: [], where, asOf: dayFromIso(asOf) ?? 0, scope: scopeOfEverything() };
      const people = peopleOf(PEOPLE, selection);
      const rosters = people.filter(({ measures }) => measures.candidates === 0).length;
      const { rows } = await walk(`${filters}&asOf=${asOf}&limit=50`);
      const { total } = await ok(`/api/query?metric=candidates&${filters}&asOf=${asOf}`);
      expect(rows, filters).toHaveLength(people.length);
      expect(total.candidates.value + rosters, filters).toBe(rows.length);
    }
  });

  it('pages of one, and a page larger than all, hold the same', async () => {
    const one = await walk('limit=1&sort=-department&school=2');
    const all = await walk('limit=1000&sort=-department&school=2');
    expect(one.rows).toEqual(all.rows);
    expect(all.pages).toBe(1);
  });

  it('refuses a cursor that it did not give, or gave for another order', async () => {
    const { next } = await ok('/api/records?sort=hired_on&limit=2');
    const made = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url');
    const broken = [
      '',
      'nonsense',
      '%00',
      next.slice(0, -3),
      `${next}!`,
      made(null),
      made([]),
      made(['hired_on', 1]),
      made(['hired_on', 1, 'x']),
      made(['hired_on', { a: 1 }, 1]),
      made(['hired_on', 1, 1.5]),
      made(['hired_on', 1, 1, 1]),
      'x'.repeat(10_000),
    ];
    for (const cursor of broken) {
      const path = `/api/records?sort=hired_on&cursor=${encodeURIComponent(cursor)}`;
      const { status, body } = await read.ask(path);
      expect([status, body.error.code], cursor.slice(0, 40)).toEqual([400, 'invalid_input']);
      expect(body.error.message).toContain('cursor');
    }
    for (const sort of ['-hired_on', 'school', 'id']) {
      expect((await read.ask(`/api/records?sort=${sort}&cursor=${next}`)).status).toBe(400);
    }
  });

  it.each(['nope', '__proto__', 'constructor', 'toString', '-', '--id', 'h.id', 'sort_value', ''])(
    'refuses to sort by "%s", naming it and the nearest fields',
    async (sort) => {
      const { status, body } = await read.ask(`/api/records?sort=${sort}`);
      expect(status).toBe(400);
      expect(body.error.message).toContain(`"${sort.replace(/^-/, '')}"`);
      expect(body.error.details.nearest).toHaveLength(3);
    },
  );
});
