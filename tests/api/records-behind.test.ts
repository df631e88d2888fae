import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoFromDay } from '../../domain/dates.ts';
import { filtersToParameters } from '../../domain/filters.ts';
import { peopleOf } from '../../domain/metrics/people.ts';
import { METRIC_IDS, metric } from '../../domain/metrics/registry.ts';
import { anySelection } from '../support/random-queries.ts';
import { tidyHire } from '../support/random-hires.ts';
import { PEOPLE, readApp, type ReadApp } from './read-app.ts';

let read: ReadApp;
beforeAll(async () => {
  read = await readApp();
});
afterAll(() => read.remove());

/** Hires of whom enough is known that every metric has figures. */
const TIDY = fc.sample(tidyHire, { seed: 20_261_125, numRuns: 150 });

async function ok(path: string, app = read) {
  const { status, body, text } = await app.ask(path);
  expect(status, `${path}: ${text}`).toBe(200);
  return body;
}

describe('the records behind a metric', () => {
  it('are exactly the n people of its figure, and the numerator of it', async () => {
    const seen = new Map<string, number>();
    const tidy = await readApp(TIDY);
    await fc.assert(
      fc.asyncProperty(anySelection, fc.boolean(), async ({ where, asOf }, isTidy) => {
        const app = isTidy ? tidy : read;
        const filters = Object.entries(filtersToParameters(where)).flatMap(([id, values]) =>
          values.map((value) => [id, value]),
        );
        const question = new URLSearchParams([...filters, ['asOf', isoFromDay(asOf)]]).toString();
        const metrics = METRIC_IDS.map((id) => `metric=${id}`).join('&');
        const { total } = await ok(`/api/query?${metrics}&${question}`, app);
        for (const id of METRIC_IDS) {
          const figure = total[id];
          // Where dates are missing no figure is made, and n says of how many hires that is so.
          // Nor among those chosen by how they left, where the metric is about leaving.
          if (figure.status === 'not_applicable') continue;
          if (figure.reason === 'undated' || figure.reason === 'leavers_unknown') continue;
          for (const [part, people] of [
            ['among', figure.n],
            ['of', figure.of],
          ] as const) {
            if (people === undefined || peopleOf(metric(id), part) === null) continue;
            const list = `behind=${id}&part=${part}&${question}`;
            const count = await ok(`/api/records/count?${list}`, app);
            expect(count.total, `${list} ${JSON.stringify(figure)}`).toBe(people);
            const { rows } = await ok(`/api/records?limit=1000&${list}`, app);
            expect(rows.length, list).toBe(people);
            if (people > 0) seen.set(`${id} ${part}`, (seen.get(`${id} ${part}`) ?? 0) + 1);
          }
        }
      }),
      { numRuns: 30 },
    );
    await tidy.remove();
    const ofPeople = METRIC_IDS.filter((id) => peopleOf(metric(id), 'among') !== null);
    expect(ofPeople.length).toBeGreaterThan(25);
    for (const id of ofPeople) expect(seen.get(`${id} among`) ?? 0, id).toBeGreaterThan(0);
  }, 120_000);

  it('of a share are all the schools, of its numerator the filtered one', async () => {
    const all = await ok('/api/records/count?behind=hires');
    const one = await ok('/api/records/count?behind=hires&school=2');
    const whole = await ok('/api/records/count?behind=school_share&school=2');
    const part = await ok('/api/records/count?behind=school_share&school=2&part=of');
    expect([whole.total, part.total]).toEqual([all.total, one.total]);
    expect(one.total).toBeLessThan(all.total);
  });

  it.each([
    ['behind=nope', 'nope'],
    ['behind=hires&part=both', 'part'],
    ['part=of', 'behind'],
    ['behind=salary_median&part=of', 'salary_median'],
    ['behind=hires&behind=offers', 'behind'],
  ])('refuses %s in a sentence', async (question, word) => {
    const { status, body } = await read.ask(`/api/records?${question}`);
    expect([status, body.error.code]).toEqual([400, 'invalid_input']);
    expect(body.error.message).toContain(word);
  });
});

describe('searching records', () => {
  const texts = (index: number): string[] => {
    const person = PEOPLE[index];
    if (person === undefined) throw new RangeError('nobody');
    const { candidateId, employeeId, department, position, city, internshipBase } = person;
    const names = [`School ${person.schoolId}`, `Major ${person.majorId}`];
    if (person.collegeId !== null) names.push('College');
    return [candidateId, employeeId, department, position, city, internshipBase, ...names].filter(
      (text) => text !== null,
    );
  };
  /** SQLite's LIKE: case does not matter for A to Z alone. */
  const folded = (text: string) => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
  const finds = (search: string) => {
    const words = folded(search).split(/\s+/).filter(Boolean);
    return PEOPLE.flatMap((_, index) =>
      words.every((word) => texts(index).some((text) => folded(text).includes(word)))
        ? [index + 1]
        : [],
    );
  };

  it.each([
    'C1',
    'c12',
    '007',
    'anna',
    'ANNA',
    "O'Neil",
    '质量',
    '质量部 school',
    'school 2',
    'Zürich',
    'zürich',
    '%',
    '_',
    '100%',
    'a_b',
    'a%b',
    '\\',
    '',
    '   ',
    'college research',
    'nobody-at-all',
    '"; DROP TABLE hires;--',
  ])('“%s” finds who holds every word, and takes no sign for a wildcard', async (search) => {
    const question = `search=${encodeURIComponent(search)}`;
    const { rows } = await ok(`/api/records?limit=1000&${question}`);
    expect(rows.map(({ id }: { id: number }) => id)).toEqual(finds(search));
    const { total } = await ok(`/api/records/count?${question}`);
    expect(total).toBe(rows.length);
  });

  it('refuses a search that is too long, in characters or words', async () => {
    for (const search of ['x'.repeat(101), 'a b c d e f g h i']) {
      const { status, body } = await read.ask(`/api/records?search=${encodeURIComponent(search)}`);
      expect(status).toBe(400);
      expect(body.error.message).toContain('search');
    }
  });
});

describe('turning pages', () => {
  it.each(['id', '-id', 'hired_on', '-hired_on', 'salary', '-department', 'known', 'school'])(
    'by %s goes back over the same pages as forth',
    async (sort) => {
      const forth: unknown[][] = [];
      let { rows, next, previous } = await ok(`/api/records?sort=${sort}&limit=37`);
      expect(previous).toBeNull();
      forth.push(rows);
      while (next !== null) {
        ({ rows, next, previous } = await ok(`/api/records?sort=${sort}&limit=37&cursor=${next}`));
        expect(previous).not.toBeNull();
        forth.push(rows);
      }
      const back: unknown[][] = [rows];
      while (previous !== null) {
        ({ rows, next, previous } = await ok(
          `/api/records?sort=${sort}&limit=37&cursor=${previous}`,
        ));
        expect(next).not.toBeNull();
        back.unshift(rows);
      }
      expect(forth.length).toBe(Math.ceil(PEOPLE.length / 37));
      expect(back).toEqual(forth);
    },
  );
});
