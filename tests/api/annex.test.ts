import { Window } from 'happy-dom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../domain/language.ts';
import { metric, type MetricId } from '../../domain/metrics/registry.ts';
import type { Accounts } from '../../server/auth/accounts.ts';
import { tokenHeader, HR } from '../support/sign-in.ts';
import { storeHires } from '../support/store-hires.ts';
import { hardPeople, HARD_SCHOOLS } from '../unit/releases/hard-data.ts';
import { AS_OF, readApp, type ReadApp } from './read-app.ts';

// The annual annex says what the API says of the same release, cell by cell, and why where it says nothing.

const LANGUAGES = ['en', 'zh'] as const;
const YEARS = [2017, 2018, 2019];
/** Would end a style element, a string of CSS and an attribute. */
const HOSTILE = 'Academy-1-Q </style><script>alert("1")</script> \\ & }';

let read: ReadApp;
let dean: Record<string, string>;
let collegeDean: Record<string, string>;

const UNKNOWN = {
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

function rename(nameOf: (id: number) => readonly [string, string]): void {
  read.database.write((handle) => {
    const statement = handle.prepare('UPDATE schools SET name = ?, name_zh = ? WHERE id = ?');
    for (const { id } of HARD_SCHOOLS) statement.run(...nameOf(id), id);
    handle.exec('UPDATE version SET value = value + 1');
  });
}

beforeAll(async () => {
  const opened: { accounts?: Accounts } = {};
  read = await readApp([], (services) => {
    opened.accounts = services.accounts;
    return {};
  });
  const people = hardPeople(6).map((one, index) => ({
    ...one,
    department: ['Quality', '质量部', '<b>Lab</b>'][index % 3] ?? null,
    city: index % 3 === 0 ? 'Harbor' : null,
  }));
  const cohort = { collegeId: null, majorId: 1, degree: 'bachelor', countedOn: null } as const;
  const cohorts = YEARS.map((year) => ({
    ...cohort,
    schoolId: 2,
    year,
    graduates: 1200,
    destinations: UNKNOWN,
  }));
  storeHires(read.database, people, AS_OF, { schools: HARD_SCHOOLS, cohorts });
  rename((id) => [id === 1 ? HOSTILE : `Academy-${id}-Q`, `某校${id}号`]);
  const { accounts } = opened;
  if (accounts === undefined) throw new Error('No accounts');
  dean = await tokenHeader(accounts, 'dean', 2);
  const request = { name: 'DEAN', days: 1, role: 'dean', schoolId: 1, collegeId: 1 } as const;
  collegeDean = { Authorization: `Bearer ${(await accounts.createToken(request, HR)).secret}` };
  const published = await read.ask('/api/releases', {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  });
  expect(published.status).toBe(201);
});
afterAll(() => read.remove());

interface Figure {
  readonly value: number | null;
  readonly n: number | null;
  readonly low?: number;
  readonly high?: number;
  readonly status: string;
}
interface Row {
  readonly key: Readonly<Record<string, unknown>>;
  readonly own: Figure;
  readonly partners: Figure;
}
interface Table {
  readonly metric: MetricId;
  readonly by: readonly string[];
  readonly rows: readonly Row[];
}

/** The cells of every table of a document: what it says, without the numbers of its notes. */
function readDocument(html: string) {
  const { document } = new Window();
  document.write(html);
  const notes = [...document.querySelectorAll('ol.notes li')].map((one) => one.textContent);
  const tables = new Map(
    [...document.querySelectorAll('table')].map((table) => [
      table.getAttribute('aria-labelledby') ?? '',
      [...table.querySelectorAll('tbody tr')].map((row) =>
        [...row.children].map((cell) => {
          const marks = (cell.querySelector('sup')?.textContent ?? '').match(/\d+/g) ?? [];
          cell.querySelector('sup')?.remove();
          return { text: cell.textContent.trim(), marks: marks.map(Number) };
        }),
      ),
    ]),
  );
  return { document, notes, tables };
}

const grouped = (value: number): string => String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');
const percent = (rate = Number.NaN): string => `${Math.round(rate * 100)}%`;

/** A figure as a person would write down what the API answers. */
function written(id: MetricId, { value, n, low, high, status }: Figure, language: Language) {
  const { unit } = metric(id);
  if (status === 'withheld') return language === 'en' ? 'withheld' : '不予公布';
  if (status === 'open') return language === 'en' ? 'not complete yet' : '尚未完整';
  if (status === 'banded') return `${percent(low)}–${percent(high)}${people(n, language)}`;
  if (status !== 'ok' || value === null) return '–';
  return unit === 'money' ? `¥${grouped(value)}${people(n, language)}` : grouped(value);
}
const people = (n: number | null, language: Language): string =>
  n === null ? '' : language === 'en' ? ` n = ${grouped(n)}` : ` ${grouped(n)} 人`;

const label = (id: MetricId, language: Language): string => metric(id).label[language];

describe.each(LANGUAGES)('the annual annex in %s', (language) => {
  const report = (query: string, headers: Record<string, string> = {}) =>
    read.ask(`/api/release/report?lang=${language}&${query}`, { headers });

  it.each([1, 2, 3, 4])(
    'has the figures of the API in every cell, for school %i',
    async (school) => {
      const api: Table[] = (await read.ask(`/api/release?school=${school}`)).body.tables;
      const rowsOf = (id: MetricId, ...by: string[]): readonly Row[] =>
        api.find((one) => one.metric === id && one.by.join() === by.join())?.rows ?? [];
      let compared = 0;
      for (const { key } of rowsOf('hires', 'year')) {
        const { status, text, headers } = await report(
          `school=${school}&year=${String(key['year'])}`,
        );
        expect(status).toBe(200);
        expect(headers.get('content-type')).toContain('text/html');
        const { tables, notes } = readDocument(text);
        const texts = (id: string) => tables.get(id)?.map((row) => row.map((cell) => cell.text));

        const ids = [...new Set(api.map((one) => one.metric))];
        const inOrder = (
          rowOf: (id: MetricId) => Row | undefined,
          name: (id: MetricId, row: Row) => string,
        ) =>
          Object.fromEntries(
            ids.flatMap((id) => {
              const row = rowOf(id);
              if (row === undefined) return [];
              const figures = [row.own, row.partners].map((one) => written(id, one, language));
              return [[name(id, row), figures]];
            }),
          );
        const found = (id: string) =>
          Object.fromEntries((texts(id) ?? []).map(([head = '', ...cells]) => [head, cells]));
        expect(found('class')).toEqual(
          inOrder(
            (id) => rowsOf(id, 'year').find((row) => row.key['year'] === key['year']),
            (id) => label(id, language),
          ),
        );
        const during = (id: MetricId, { key: { last_three_years: years } }: Row): string => {
          const { from, to } = years as { from: number; to: number };
          return language === 'en'
            ? `${label(id, language)}, ${from}–${to}`
            : `${label(id, language)}（${from}–${to} 届）`;
        };
        expect(found('recent')).toEqual(inOrder((id) => rowsOf(id, 'last_three_years')[0], during));

        for (const by of ['year', 'degree', 'major']) {
          const expected = rowsOf('hires', by).map((group) =>
            (
              [
                'graduates',
                'hires',
                'yield',
                'retention_12m',
                'major_match_rate',
                'salary_median',
              ] as const
            ).map((id) => {
              const row = rowsOf(id, by).find(
                (one) => JSON.stringify(one.key) === JSON.stringify(group.key),
              );
              compared += 1;
              return row === undefined ? '–' : written(id, row.own, language);
            }),
          );
          expect([by, texts(by)?.map(([, ...cells]) => cells)]).toEqual([by, expected]);
        }
        for (const by of ['department', 'city', 'channel']) {
          const expected = rowsOf('hires', 'last_three_years', by).map(({ own }) => [
            grouped(own.value ?? Number.NaN),
          ]);
          expect(texts(by)?.map(([, ...cells]) => cells) ?? []).toEqual(expected);
        }

        // Whatever is not told, and every range, says why.
        const cells = [...tables.values()].flat().flatMap(([, ...rest]) => rest);
        for (const { text: said, marks } of cells) {
          if (/^[¥\d,]+( .*)?$/.test(said)) continue;
          expect(marks.length, said).toBeGreaterThan(0);
          for (const mark of marks) expect(notes[mark - 1]?.length, said).toBeGreaterThan(10);
        }
        const marked = new Set(
          text.match(/<sup>[^<]*/g)?.flatMap((sup) => sup.match(/\d+/g) ?? []),
        );
        // Heads of columns refer to notes too, and no note stands there for nothing.
        expect(marked.size).toBe(notes.length);
      }
      expect(compared).toBeGreaterThan(50);
    },
  );

  it('is the same to the byte for the dean and for HR, and whatever the data have become since', async () => {
    const before = await report('year=2018', dean);
    expect(before.status).toBe(200);
    expect((await report('year=2018&school=2')).text).toBe(before.text);
    const hires = async () => (await read.ask('/api/query?metric=hires&school=2')).body.total.hires;
    const known = await hires();
    rename((id) => [`Renamed ${id}`, `改名${id}`]);
    read.database.write((handle) => {
      const gone = 'SELECT id FROM hires WHERE school_id = 2 LIMIT 5';
      handle.exec(`DELETE FROM hires WHERE id IN (${gone})`);
    });
    expect((await hires()).value).toBe(known.value - 5);
    expect((await report('year=2018', dean)).text).toBe(before.text);
  });

  it('is of the latest class of which it is told how many were hired, where none is asked for', async () => {
    const { document } = readDocument((await report('', dean)).text);
    expect(document.querySelector('h1')?.textContent).toContain('2019');
  });

  it('says by which release, day, method and thresholds it was made', async () => {
    const { document } = readDocument((await report('', dean)).text);
    const text = document.querySelector('main')?.textContent ?? '';
    const words =
      language === 'en'
        ? ['release no. 1', 'December 31, 2022', 'method 1', 'at least 10 people', 'in CNY']
        : ['第 1 号发布', '2022年12月31日', '第 1 版', '至少涉及 10 人', 'CNY'];
    for (const word of words) expect(text).toContain(word);
  });

  it('is a document of its own: nothing to load, nothing to run, whatever names there are', async () => {
    const { text } = await report('school=1');
    expect(text).not.toMatch(/<script|<link|<img|src=|href=|url\(|@import|https?:/);
    const { document } = readDocument(text);
    expect(document.querySelectorAll('style')).toHaveLength(1);
    expect(document.querySelector('b, script')).toBeNull();
    if (language === 'en') expect(document.querySelector('main')?.textContent).toContain(HOSTILE);
    expect(document.documentElement.getAttribute('lang')).toMatch(language);
  });

  it('is of the own school or college, and of no class that the release does not speak of', async () => {
    const foreign = await report('school=1', dean);
    const none = await report('school=999', dean);
    expect([foreign.status, foreign.text]).toEqual([404, none.text]);
    const college = readDocument((await report('', collegeDean)).text);
    expect(college.tables.has('major')).toBe(false);
    expect((await report('college=2', collegeDean)).status).toBe(404);
    const later = await report('year=2099', dean);
    expect([later.status, later.body.error.message]).toEqual([
      404,
      expect.stringContaining('2017'),
    ]);
    for (const query of ['year=x', 'year=1', 'college=1', 'metric=hires', ''])
      expect([query, (await report(query)).status]).toEqual([query, 400]);
    expect((await read.ask('/api/release/report?school=1&lang=de')).status).toBe(400);
  });
});
