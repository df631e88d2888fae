import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { integer, randomFrom } from '../../data/generator/random.ts';
import type { Hire } from '../../domain/records/hire.ts';
import { exportedHires } from '../support/exported-hires.ts';
import { day, hire } from '../support/plain-hire.ts';
import { storeHires } from '../support/store-hires.ts';
import { demoApp, type DemoApp } from './demo-app.ts';
import { readApp, type ReadApp } from './read-app.ts';

describe('GET /api/forecast on the demo data', () => {
  let app: DemoApp;
  let people: readonly Hire[];
  beforeAll(async () => {
    app = await demoApp();
    people = exportedHires(await (await app.get('/api/records.csv')).text()).hires;
  });
  afterAll(() => app.close());

  const count = (list: readonly Hire[], is: (one: Hire) => boolean): number =>
    list.filter(is).length;

  it.each(['', '&school=1', '&degree=master', '&channel=fair&channel=talk'])(
    'is made of the records, by plain counting (%s)',
    async (filter) => {
      const own = exportedHires(
        await (await app.get(`/api/records.csv?sort=id${filter}`)).text(),
      ).hires;
      const { season, current } = await app.json(`/api/forecast?by=school${filter}`);
      const now = own.filter(({ graduationYear }) => graduationYear === season);
      const past = own.filter(
        ({ graduationYear: year }) => year >= season - 3 && year <= season - 1,
      );
      const accepted = count(now, ({ acceptedOn }) => acceptedOn !== null);
      const pending = count(
        now,
        ({ offeredOn, acceptedOn, declinedOn, hiredOn }) =>
          offeredOn !== null && acceptedOn === null && declinedOn === null && hiredOn === null,
      );
      const acceptedBefore = past.filter(({ acceptedOn }) => acceptedOn !== null);
      const started = count(acceptedBefore, ({ hiredOn }) => hiredOn !== null);
      const declined = count(
        past,
        ({ acceptedOn, declinedOn }) => acceptedOn === null && declinedOn !== null,
      );
      expect(current.people).toMatchObject({ accepted, pending });
      expect(current.showUp).toMatchObject({ n: acceptedBefore.length, of: started });
      expect(current.acceptance).toMatchObject({
        n: acceptedBefore.length + declined,
        of: acceptedBefore.length,
      });
      const showUp = started / acceptedBefore.length;
      const acceptance = acceptedBefore.length / (acceptedBefore.length + declined);
      expect(current.expected).toBeCloseTo(accepted * showUp + pending * acceptance * showUp, 9);
      expect(current.low).toBeLessThanOrEqual(current.expected);
      expect(current.high).toBeGreaterThanOrEqual(current.expected);
      expect(current.low).toBeGreaterThanOrEqual(current.people.started);
    },
  );

  it('knows every complete class, and says why a growing one is not foretold', async () => {
    const { later, season } = await app.json('/api/forecast');
    for (const { year, hires } of later.known) {
      expect(hires).toBe(
        count(people, (one) => one.graduationYear === year && one.hiredOn !== null),
      );
    }
    expect(later.known.at(-1).year).toBe(season - 1);
    expect(later).toMatchObject({ verdict: 'no_better', years: [], groups: [] });
    expect(later.trial).toMatchObject({ origins: 6, series: 13 });
    expect(later.trial.tried.error).toBeGreaterThan(0.95 * later.trial.tried.naiveError);
  });

  it('expects nothing of a season that is over, nor where people are parted by what became of them', async () => {
    const over = await app.json('/api/forecast?year=2022');
    expect(over).toMatchObject({ season: 2022, current: { status: 'over', expected: null } });
    for (const filter of ['leave_type=resigned', 'outcome=waiting', 'steps=complete']) {
      const answer = await app.json(`/api/forecast?${filter}`);
      expect(answer, filter).toMatchObject({
        current: null,
        later: { verdict: 'not_applicable', years: [] },
      });
    }
  });

  it('refuses what it does not know', async () => {
    for (const query of ['by=nothing', 'by=school&by=major&by=year', 'limit=3', 'asOf=2099-01-01'])
      expect((await app.get(`/api/forecast?${query}`)).status, query).toBe(400);
  });
});

describe('GET /api/forecast on made data', () => {
  const AS_OF = day('2026-09-30');
  const SCHOOLS = Array.from({ length: 6 }, (_, index) => ({
    id: index + 1,
    province: null,
    city: null,
  }));
  let read: ReadApp;
  beforeAll(async () => {
    read = await readApp([]);
  });
  afterAll(() => read.remove());

  const started = (schoolId: number, year: number, majorId = 1): Hire =>
    hire(
      { schoolId, majorId, graduationYear: year },
      { offeredOn: `${year}-03-01`, acceptedOn: `${year}-03-20`, hiredOn: `${year}-07-01` },
    );
  /** Twelve classes around a steady level of 40 at each of six schools. */
  const steady = (): Hire[] => {
    const random = randomFrom('steady schools');
    return SCHOOLS.flatMap(({ id }) =>
      Array.from({ length: 12 }, (_, index) =>
        Array.from({ length: integer(random, 30, 50) }, (_one, number) =>
          started(id, 2014 + index, number % 10 === 0 ? 2 : 1),
        ),
      ).flat(),
    );
  };
  const store = (people: readonly Hire[]) => {
    storeHires(read.database, people, AS_OF, { schools: SCHOOLS });
  };
  const ask = async (query: string) => {
    const { status, body, text } = await read.ask(`/api/forecast?${query}`);
    expect(status, text).toBe(200);
    return body;
  };

  it('foretells a steady level, of groups too, by halving the weight of each earlier class', async () => {
    const people = steady();
    store(people);
    const { later, season } = await ask('by=major');
    expect(season).toBe(2025);
    expect(later.verdict).toBe('shown');
    const levelOf = (of: (one: Hire) => boolean): number =>
      Array.from({ length: 12 }, (_, index) => 2014 + index)
        .map((year) => people.filter((one) => one.graduationYear === year && of(one)).length)
        .reduce((level, hires) => (hires + level) / 2);
    expect(later.years.map(({ year }: { year: number }) => year)).toEqual([2026, 2027, 2028]);
    for (const { expected } of later.years)
      expect(expected).toBeCloseTo(
        levelOf(() => true),
        9,
      );
    expect(later.years[0]).toMatchObject({ ahead: 1, tried: 7 });
    expect(later.years[2]).toMatchObject({ ahead: 3, tried: 5 });
    expect(later.years[0].error).toBeGreaterThan(0);
    for (const { key, expected } of later.groups)
      expect(expected).toBeCloseTo(
        levelOf(({ majorId }) => majorId === key.major.id),
        9,
      );
    const own = await ask('school=2');
    expect(own.later.trial).toEqual(later.trial);
    expect(own.later.years[0].expected).toBeCloseTo(
      levelOf(({ schoolId }) => schoolId === 2),
      9,
    );
  });

  it('gives no level where a group has fewer than 10 hires in three years', async () => {
    const few = Array.from({ length: 9 }, () => started(1, 2025, 2)).map((one) => ({
      ...one,
      degree: 'doctor' as const,
    }));
    store([...steady(), ...few]);
    const { later } = await ask('by=degree');
    const doctors = later.groups.find(
      ({ key }: { key: { degree: string } }) => key.degree === 'doctor',
    );
    expect(doctors).toEqual({ key: { degree: 'doctor' }, n: 9, expected: null });
    expect((await ask('degree=doctor')).later.years).toEqual([]);
  });

  it('says that hires without a start date cannot be told into classes', async () => {
    const undated = steady().map((one, index) =>
      index % 15 === 0 ? { ...one, hiredOn: null, stage: 'hired' as const } : one,
    );
    store(undated);
    expect((await ask('')).later.verdict).toBe('undated');
  });

  it('says nothing of a running season with few people, now or before', async () => {
    const waiting = (count: number): Hire[] =>
      Array.from({ length: count }, () =>
        hire({ graduationYear: 2026 }, { offeredOn: '2026-03-01', acceptedOn: '2026-04-01' }),
      );
    const before = (count: number): Hire[] => Array.from({ length: count }, () => started(1, 2025));
    store([...waiting(9), ...before(40)]);
    expect((await ask('')).current).toMatchObject({ status: 'too_few', expected: null });
    store([...waiting(10), ...before(9)]);
    expect((await ask('')).current).toMatchObject({ status: 'too_few', expected: null });
    store([...waiting(10), ...before(10)]);
    expect((await ask('')).current).toMatchObject({ status: 'ok', expected: 10, high: 10 });
  });

  it('expects no fewer than have started, and counts apart who started without an acceptance', async () => {
    const now = Array.from({ length: 20 }, () => started(1, 2026));
    const before = [
      ...Array.from({ length: 10 }, () => started(1, 2025)),
      ...Array.from({ length: 10 }, () =>
        hire({ graduationYear: 2025 }, { offeredOn: '2025-03-01', acceptedOn: '2025-04-01' }),
      ),
    ];
    const straight = hire({ graduationYear: 2026 }, { hiredOn: '2026-07-01' });
    store([...now, straight, ...before]);
    expect((await ask('')).current).toMatchObject({
      showUp: { value: 0.5, n: 20 },
      people: { accepted: 20, started: 20, startedOtherwise: 1 },
      expected: 20,
      low: 20,
      high: 20,
    });
  });
});
