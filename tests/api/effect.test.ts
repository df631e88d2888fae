import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomFrom, type Random } from '../../data/generator/random.ts';
import type { Hire } from '../../domain/records/hire.ts';
import { day, hire } from '../support/plain-hire.ts';
import { binomialDraw } from '../support/random-draws.ts';
import { storeHires } from '../support/store-hires.ts';
import { readApp, type ReadApp } from './read-app.ts';

const AS_OF = day('2026-09-30');

interface Piece {
  readonly school: number;
  readonly kind?: string;
  readonly starts: string | null;
  readonly ends?: string;
  readonly status?: string;
  readonly seats?: number;
  readonly amount?: number;
}

let read: ReadApp;
beforeAll(async () => {
  read = await readApp([]);
});
afterAll(() => read.remove());

function store(people: readonly Hire[], schools: number, pieces: readonly Piece[]): void {
  read.database.write((handle) => handle.exec('DELETE FROM cooperation'));
  storeHires(read.database, people, AS_OF, {
    schools: Array.from({ length: schools }, (_, index) => ({
      id: index + 1,
      province: null,
      city: null,
    })),
  });
  read.database.write((handle) => {
    const add = handle.prepare(
      `INSERT INTO cooperation (school_id, kind, title, starts_on, ends_on, status, seats, amount, shared, revision)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 1)`,
    );
    for (const [index, piece] of pieces.entries()) {
      const { school, kind = 'internship_base', starts, ends, status = 'active' } = piece;
      add.run(
        school,
        kind,
        `Piece ${index}`,
        starts === null ? null : day(starts),
        ends === undefined ? null : day(ends),
        status,
        piece.seats ?? null,
        piece.amount === undefined ? null : piece.amount * 100,
      );
    }
    handle.exec('UPDATE version SET value = value + 1');
  });
}

async function ask(query: string) {
  const { status, body, text } = await read.ask(`/api/effect${query}`);
  expect(status, text).toBe(200);
  return body;
}

/** Hires of a school's class, of whom the first few work in what they studied. */
const matchedClass = (schoolId: number, year: number, n: number, matched: number): Hire[] =>
  Array.from({ length: n }, (_, index) =>
    hire(
      { schoolId, graduationYear: year, majorMatch: index < matched },
      { hiredOn: `${year}-07-01` },
    ),
  );

/** Three classes before 2019 and three after, of 10 each; as many of the 30 match as said. The class of 2019 is all. */
const around2019 = (schoolId: number, before: number, after: number): Hire[] => [
  ...[2016, 2017, 2018].flatMap((year) => matchedClass(schoolId, year, 10, before / 3)),
  ...matchedClass(schoolId, 2019, 10, 10),
  ...[2020, 2021, 2022].flatMap((year) => matchedClass(schoolId, year, 10, after / 3)),
];

/** Two schools with a base from 2019 on, four without: changes .2 and .3, and 0, .1, 0, .1. */
const SIX = [
  ...around2019(1, 15, 21),
  ...around2019(2, 12, 21),
  ...around2019(3, 15, 15),
  ...around2019(4, 15, 18),
  ...around2019(5, 18, 18),
  ...around2019(6, 12, 15),
];
const BASES: Piece[] = [1, 2].map((school) => ({ school, starts: '2019-09-01' }));
const MATCH = '?kind=internship_base&metric=major_match_rate';

describe('GET /api/effect', () => {
  it('equals a vector computed by hand, and calls it an association', async () => {
    store(SIX, 6, BASES);
    const answer = await ask(MATCH);
    // .25 − .05; squares .005 and .01; s² = .015 / 4; half = 2.776445 × .0612372 × √.75.
    expect(answer).toMatchObject({
      claim: 'association',
      verdict: 'told',
      treatedCount: 2,
      controlCount: 4,
    });
    expect(answer.difference.difference).toBeCloseTo(0.2, 12);
    expect(answer.difference.half).toBeCloseTo(0.147244, 5);
    expect(answer.difference).toMatchObject({ df: 4, treated: 2, controls: 4 });
    expect(answer.treated[0]).toMatchObject({
      startYear: 2019,
      before: { value: 0.5, n: 30 },
      after: { value: 0.7, n: 30 },
      leftOut: null,
    });
  });

  it('cannot tell from one school, chosen or alone', async () => {
    store(SIX, 6, BASES);
    const chosen = await ask(`${MATCH}&school=1`);
    expect(chosen).toMatchObject({ verdict: 'one_school', difference: null });
    expect(chosen.treated).toHaveLength(1);
    expect(chosen.treated[0].change).toBeCloseTo(0.2, 12);
    store(SIX, 6, BASES.slice(0, 1));
    expect(await ask(MATCH)).toMatchObject({ verdict: 'one_school', difference: null });
  });

  it('gives no number where half of the interval is above 20 points', async () => {
    store([...SIX.filter(({ schoolId }) => schoolId !== 1), ...around2019(1, 27, 18)], 6, BASES);
    expect(await ask(MATCH)).toMatchObject({ verdict: 'too_wide', difference: null });
  });

  it('needs four schools without it, and drops those where it begins within the years or began before', async () => {
    store(SIX, 6, [...BASES, { school: 6, starts: '2021-01-15' }]);
    const three = await ask(MATCH);
    expect(three).toMatchObject({ verdict: 'too_few_controls', difference: null });
    const seven = [
      ...SIX,
      ...around2019(7, 9, 9),
      ...around2019(8, 30, 3),
      ...around2019(9, 12, 12),
    ];
    store(seven, 9, [
      ...BASES,
      { school: 6, starts: '2021-01-15' },
      { school: 7, starts: '2023-01-01' },
      { school: 8, starts: '2012-05-01' },
      { school: 9, starts: null },
    ]);
    const { controls, verdict, controlCount, treated } = await ask(MATCH);
    const standing = (of: number) =>
      controls
        .filter((one: { of: number }) => one.of === of)
        .map(({ key, leftOut }: { key: { school: { id: number } }; leftOut: string | null }) => [
          key.school.id,
          leftOut,
        ]);
    expect(standing(2019)).toEqual([
      [3, null],
      [4, null],
      [5, null],
      [6, 'begins_within'],
      [7, null],
      [8, 'began_before'],
      [9, 'start_unknown'],
    ]);
    expect([verdict, controlCount]).toEqual(['told', 4]);
    const leftOut = treated.map(
      ({ key, leftOut: why }: { key: { school: { id: number } }; leftOut: string | null }) => [
        key.school.id,
        why,
      ],
    );
    // 2021 has three schools beside it; 2012 and 2023 have not all their years in the data.
    expect(leftOut).toEqual([
      [1, null],
      [2, null],
      [6, 'few_controls'],
      [7, 'years'],
      [8, 'years'],
      [9, 'start_unknown'],
    ]);
    expect(treated[3]).toMatchObject({ change: null, before: { value: null } });
  });

  it('leaves out who is small, and what was planned, cancelled or has not begun', async () => {
    const small = SIX.filter(
      ({ schoolId, graduationYear }, index) =>
        schoolId !== 3 || graduationYear > 2018 || index % 4 === 0,
    );
    store(small, 6, BASES);
    const { controls, verdict } = await ask(MATCH);
    expect(controls[0]).toMatchObject({ leftOut: 'small', change: null });
    expect(verdict).toBe('too_few_controls');
    store(SIX, 6, [
      ...BASES,
      { school: 3, starts: '2018-01-01', status: 'planned' },
      { school: 4, starts: '2018-01-01', status: 'cancelled' },
      { school: 5, starts: '2026-12-01' },
      { school: 6, starts: '2018-01-01', kind: 'visit' },
    ]);
    expect(await ask(MATCH)).toMatchObject({ verdict: 'told', controlCount: 4 });
    expect((await ask('?kind=course&metric=hires')).verdict).toBe('no_school');
  });

  it('takes hires as a part of those before, and waits a year more for retention', async () => {
    const grown = Array.from({ length: 6 }, (_, index) => index + 1).flatMap((school) =>
      [2016, 2017, 2018, 2019, 2020, 2021, 2022].flatMap((year) =>
        matchedClass(school, year, year > 2019 && school <= 2 ? 15 : 10, 5),
      ),
    );
    store(grown, 6, BASES);
    const { difference } = await ask('?kind=internship_base&metric=hires');
    expect(difference.difference).toBeCloseTo(0.5, 12);
    expect(difference.half).toBe(0);
    const early = await ask('?kind=internship_base&metric=retention_12m&asOf=2023-11-30');
    expect(early.treated[0].leftOut).toBe('years');
    const late = await ask('?kind=internship_base&metric=retention_12m&asOf=2023-12-31');
    expect(late.treated[0].leftOut).toBeNull();
    expect(
      await ask('?kind=internship_base&metric=retention_12m&leave_type=resigned'),
    ).toMatchObject({ verdict: 'not_applicable', treated: [] });
  });

  it('recovers a known effect from people, with staggered starts and a trend that all share', async () => {
    const EFFECT = 0.25;
    const starts = new Map([
      [1, 2017],
      [2, 2017],
      [3, 2018],
      [4, 2018],
      [5, 2020],
      [6, 2020],
    ]);
    const one = (random: Random, school: number, year: number): Hire[] => {
      const start = starts.get(school);
      const began = start !== undefined && year > start;
      const rate = 0.3 + 0.02 * (year - 2014) + (began ? EFFECT : 0);
      return matchedClass(school, year, 40, binomialDraw(random, 40, rate));
    };
    const random = randomFrom('an effect to find');
    const people = Array.from({ length: 14 }, (_, index) => index + 1).flatMap((school) =>
      Array.from({ length: 10 }, (_, index) => one(random, school, 2014 + index)).flat(),
    );
    store(
      people,
      14,
      [...starts].map(([school, year]) => ({ school, starts: `${year}-03-01` })),
    );
    const { difference, verdict, treatedCount } = await ask(MATCH);
    expect([verdict, treatedCount]).toEqual(['told', 6]);
    expect(difference.low).toBeLessThan(EFFECT);
    expect(difference.high).toBeGreaterThan(EFFECT);
    expect(difference.low).toBeGreaterThan(0);
    // The first start year has more schools beside it: those that began by 2020 are none of them.
    expect(difference.controls).toBe(8);
  });

  it('refuses what it does not know', async () => {
    for (const query of [
      '',
      '?kind=visit',
      '?kind=nothing&metric=hires',
      '?kind=visit&metric=interns',
    ])
      expect((await read.ask(`/api/effect${query}`)).status, query).toBe(400);
  });
});

describe('GET /api/effect/cost', () => {
  const inOrderClass = (schoolId: number, year: number, left: string | null): Hire =>
    hire(
      { schoolId, graduationYear: year, channel: 'order_class' },
      { hiredOn: `${year}-09-30`, ...(left === null ? {} : { leftOn: left }) },
    );
  /** Twelve stay from 30 September 2022, four years of 1,461 days; three left after 365 days. */
  const people = [
    ...Array.from({ length: 12 }, () => inOrderClass(1, 2022, null)),
    ...Array.from({ length: 3 }, () => inOrderClass(1, 2022, '2023-09-30')),
    inOrderClass(1, 2018, null),
    ...Array.from({ length: 9 }, () => inOrderClass(2, 2024, null)),
    hire({ schoolId: 1, graduationYear: 2022, channel: 'fair' }, { hiredOn: '2022-09-30' }),
  ];
  const order = { kind: 'training', starts: '2020-09-01', ends: '2022-06-30' };

  it('divides the ledger’s sums by the years at work, as computed by hand', async () => {
    store(people, 2, [
      { ...order, school: 1, seats: 20, amount: 120_000 },
      { ...order, school: 1, starts: '2021-09-01', ends: '2023-06-30', seats: 16, amount: 80_000 },
      { ...order, school: 1, starts: '2025-09-01', ends: '2027-06-30', seats: 99, amount: 1 },
      { ...order, school: 1, status: 'cancelled', seats: 99, amount: 1 },
      { ...order, school: 2, seats: 10 },
    ]);
    const { rows, total } = await ask('/cost?kind=training');
    const [first, second] = rows;
    // 12 × 1461 + 3 × 365 = 18,627 days, 50.9979 years; 36 seats and 200,000.
    expect(first).toMatchObject({ hires: 15, seats: 36, amount: 200_000, running: 1 });
    expect(first.years).toBeCloseTo(18_627 / 365.25, 9);
    expect(first.seatsPerYear).toBeCloseTo(0.705911, 5);
    expect(first.amountPerYear).toBeCloseTo(3921.73, 1);
    const entries: { seats: number; amount: number }[] = first.entries;
    expect(entries.map(({ seats, amount }) => [seats, amount])).toEqual([
      [20, 120_000],
      [16, 80_000],
    ]);
    // Nine people are too few, and an amount is lacking.
    expect(second).toMatchObject({
      hires: 9,
      seats: 10,
      amount: null,
      withoutAmount: 1,
      seatsPerYear: null,
      amountPerYear: null,
    });
    expect(total).toMatchObject({ hires: 24, seats: 46, amount: null, amountPerYear: null });
    expect(total.seatsPerYear).toBeCloseTo(46 / (total.years as number), 12);
    expect(total.years).toBeCloseTo(first.years + second.years, 9);
  });

  it('knows bases by former interns, and no other kind', async () => {
    const interns = Array.from({ length: 10 }, () =>
      hire(
        { schoolId: 1, graduationYear: 2022 },
        { internedFrom: '2021-07-01', internedTo: '2021-09-01', hiredOn: '2022-09-30' },
      ),
    );
    store([...people, ...interns], 2, [{ school: 1, starts: '2019-01-01', seats: 30 }]);
    const { rows } = await ask('/cost?kind=internship_base');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ hires: 10, seats: 30 });
    expect(rows[0].years).toBeCloseTo(40, 9);
    expect((await read.ask('/api/effect/cost?kind=research')).status).toBe(400);
    expect((await ask('/cost?kind=training')).rows).toEqual([]);
  });
});
