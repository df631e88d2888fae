import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTION_LISTS } from '../../domain/action-lists.ts';
import { expectError } from './expect-error.ts';
import { hire } from '../support/plain-hire.ts';
import { readApp, type ReadApp } from './read-app.ts';

const OFFERED = { offeredOn: '2021-10-20', acceptedOn: '2021-11-01' };
const PEOPLE = [
  ...Array.from({ length: 12 }, () =>
    hire({ graduationYear: 2022, department: 'Quality' }, OFFERED),
  ),
  ...Array.from({ length: 3 }, () =>
    hire(
      { graduationYear: 2021, schoolId: 2 },
      { offeredOn: '2020-11-02', acceptedOn: '2020-11-24' },
    ),
  ),
  hire(
    { graduationYear: 2021, schoolId: 2 },
    { offeredOn: '2020-11-02', acceptedOn: '2020-11-25' },
  ),
  ...[1, 2, 3].map((schoolId) =>
    hire(
      { schoolId, graduationYear: 2022, candidateId: `I${schoolId}` },
      { internedFrom: '2021-07-01', internedTo: `2021-12-0${schoolId}` },
    ),
  ),
  hire({ graduationYear: 2018, employeeId: '007' }, { hiredOn: '2018-12-20' }),
];

let read: ReadApp;
beforeAll(async () => {
  read = await readApp(PEOPLE);
});
afterAll(() => read.remove());

async function ok(path: string) {
  const { status, body, text } = await read.ask(path);
  expect(status, `${path}: ${text}`).toBe(200);
  return body;
}

interface Curve {
  readonly year: number;
  readonly asOf: string;
  readonly points: readonly {
    readonly week: number;
    readonly day: string;
    readonly counts: { readonly accepted: number };
  }[];
}

describe('GET /api/season', () => {
  it('tells the season by week beside the two before it on the same day', async () => {
    const body = await ok('/api/season?by=school&asOf=2021-11-24');
    expect(body).toMatchObject({ asOf: '2021-11-24', season: 2022, running: true });
    const curves: readonly Curve[] = body.seasons;
    expect(curves.map(({ year, asOf }) => [year, asOf])).toEqual([
      [2022, '2021-11-24'],
      [2021, '2020-11-24'],
      [2020, '2019-11-24'],
    ]);
    for (const { points } of curves) {
      expect(points).toHaveLength(14);
      const counts = points.map((point) => point.counts.accepted);
      expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    }
    expect(curves[0]?.points[0]).toMatchObject({ week: 0, day: '2021-08-31' });
    expect(curves[0]?.points[1]?.day).toBe('2021-09-07');
    expect(curves.map(({ points }) => points.at(-1)?.counts.accepted)).toEqual([12, 3, 0]);
    expect(body.rows).toEqual([
      {
        key: { school: { id: 1, name: 'School 1', nameZh: null } },
        seasons: [
          { offered: 12, accepted: 12, withdrawn: 0, hired: 0 },
          { offered: 0, accepted: 0, withdrawn: 0, hired: 0 },
          { offered: 0, accepted: 0, withdrawn: 0, hired: 0 },
        ],
      },
      {
        key: { school: { id: 2, name: 'School 2', nameZh: null } },
        seasons: [
          { offered: 0, accepted: 0, withdrawn: 0, hired: 0 },
          { offered: 4, accepted: 3, withdrawn: 0, hired: 0 },
          { offered: 0, accepted: 0, withdrawn: 0, hired: 0 },
        ],
      },
    ]);
  });

  it('says of an empty database that there is no season', async () => {
    const empty = await readApp([]);
    const { body } = await empty.ask('/api/season');
    expect(body).toMatchObject({ season: null, running: false, seasons: [], rows: [] });
    await empty.remove();
  });
});

describe('GET /api/season/actions', () => {
  it('lists people with names, dates, days and counts, page by page', async () => {
    const base = '/api/season/actions?list=internships&asOf=2021-11-24&limit=2';
    const first = await ok(base);
    expect(first).toMatchObject({ asOf: '2021-11-24', total: 3, pastRenegeRate: null });
    expect(
      first.rows.map((row: { candidate_id: string; days: number }) => [row.candidate_id, row.days]),
    ).toEqual([
      ['I1', 7],
      ['I2', 8],
    ]);
    expect(first.rows[0]).toMatchObject({
      school: { id: 1, name: 'School 1', nameZh: null },
      major: { id: 1 },
      interned_from: '2021-07-01',
      interned_to: '2021-12-01',
      due_on: '2021-12-01',
      department: null,
      past_renege_rate: null,
    });
    const second = await ok(`${base}&cursor=${first.next}`);
    expect(second.rows.map((row: { candidate_id: string }) => row.candidate_id)).toEqual(['I3']);
    expect(second.next).toBeNull();
    expect(first.counts.school.map(({ count }: { count: number }) => count)).toEqual([1, 1, 1]);
    expect((await ok(`${base}&school=2`)).total).toBe(1);
  });

  it('lists contracts by the assumption of three years, and acceptances without a start', async () => {
    const contracts = await ok('/api/season/actions?list=contracts&asOf=2021-11-24');
    expect(contracts.rows).toHaveLength(1);
    expect(contracts.rows[0]).toMatchObject({
      employee_id: '007',
      hired_on: '2018-12-20',
      due_on: '2021-12-19',
      days: 25,
    });
    const reneging = await ok('/api/season/actions?list=reneging&asOf=2022-07-15');
    expect(reneging.total).toBe(12);
    expect(reneging.pastRenegeRate).toMatchObject({ value: 1, n: 4, status: 'small' });
    expect(reneging.counts.department).toEqual([
      { key: { department: { id: 'Quality', name: 'Quality', nameZh: null } }, count: 12 },
    ]);
  });

  it.each([
    ['internships', 'asOf=2021-11-24'],
    ['internships', 'asOf=2021-11-24&school=2'],
    ['reneging', 'asOf=2022-07-15&department=Quality'],
    ['contracts', 'asOf=2021-11-24'],
    ['contracts', ''],
  ])('the records of the list of %s, %s, are its people', async (list, query) => {
    const { rows, total } = await ok(`/api/season/actions?list=${list}&limit=1000&${query}`);
    const records = await ok(`/api/records?list=${list}&limit=1000&${query}`);
    const idsOf = (people: readonly { id: number }[]) =>
      people.map(({ id }) => id).toSorted((a, b) => a - b);
    expect(idsOf(records.rows)).toEqual(idsOf(rows));
    expect((await ok(`/api/records/count?list=${list}&${query}`)).total).toBe(total);
    for (const id of idsOf(rows).slice(0, 2)) {
      expect(idsOf((await ok(`/api/records?id=${id}`)).rows)).toEqual([id]);
    }
  });

  it('refuses other lists and cursors in a sentence', async () => {
    const { next } = await ok('/api/season/actions?list=internships&asOf=2021-11-24&limit=1');
    const refusals = [
      ['', new RegExp(ACTION_LISTS.join(', '))],
      ['list=people', new RegExp(ACTION_LISTS.join(', '))],
      ['list=contracts&cursor=nonsense', /cursor/],
      [`list=contracts&cursor=${next}`, /same list/],
      ['list=contracts&by=school', /by/],
    ] as const;
    for (const [query, words] of refusals) {
      const answer = await read.ask(`/api/season/actions?${query}`);
      expectError(answer, 400, 'invalid_input');
      expect(answer.body.error.message, query).toMatch(words);
    }
    expectError(await read.ask('/api/records?list=people'), 400, 'invalid_input');
    expectError(await read.ask('/api/records?id=0'), 400, 'invalid_input');
  });
});
