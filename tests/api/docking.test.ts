import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedDay, dayFromIso } from '../../domain/dates.ts';
import { PROJECT_ROOT } from '../../server/config.ts';
import { hire } from '../support/plain-hire.ts';
import { NOWHERE } from '../support/random-supply.ts';
import { storeHires } from '../support/store-hires.ts';
import { demoApp, type DemoApp } from './demo-app.ts';
import { AS_OF, readApp } from './read-app.ts';

type Row = Readonly<Record<string, string>>;

let app: DemoApp;
let plans: Row[];
let cohorts: Row[];
let people: Row[];
beforeAll(async () => {
  app = await demoApp();
  const demo = (name: string): Row[] =>
    parse(readFileSync(join(PROJECT_ROOT, 'data/demo', name)), { bom: true, columns: true });
  plans = demo('plans.csv');
  cohorts = demo('cohorts.csv');
  people = parse(await (await app.get('/api/records.csv')).text(), { bom: true, columns: true });
});
afterAll(() => app.close());

const sum = (rows: readonly Row[], column: string): number =>
  rows.reduce((all, row) => all + Number(row[column]), 0);

function isCampusHire(row: Row): boolean {
  const year = Number(row['graduation_year']);
  const start = dayFromIso(row['hired_on'] ?? '');
  return start !== null && start >= fixedDay(year - 2, 6, 30) && start <= fixedDay(year + 2, 6, 30);
}

/** Each count's latest state. */
function latest(rows: readonly Row[]): Row[] {
  const keyOf = (row: Row) =>
    ['school', 'college', 'major', 'degree', 'graduation_year'].map((id) => row[id]).join('|');
  const found = new Map<string, Row>();
  for (const row of rows) {
    const known = found.get(keyOf(row));
    if (known === undefined || (row['counted_on'] ?? '') > (known['counted_on'] ?? ''))
      found.set(keyOf(row), row);
  }
  return [...found.values()];
}

const isOf = (row: Row, year: number, major: string, degree: string): boolean =>
  Number(row['graduation_year']) === year && row['major'] === major && row['degree'] === degree;

const ANY = new Set(['', 'any', '不限']);

interface Answered {
  readonly key: { readonly major: { name: string } | null; readonly degree: string | null };
  readonly values: Readonly<Record<string, { value: number | null; n: number; status: string }>>;
  readonly toFill: { places: number; basis: string } | null;
  readonly sources: readonly {
    readonly key: { readonly school: { name: string } };
    readonly graduates: { value: number };
    readonly hires: { value: number };
    readonly yield: { value: number | null; n: number; status: string };
    readonly retention: { value: number | null; status: string };
    readonly reach: number | null;
    readonly borrowed: { yield: boolean; retention: boolean };
  }[];
}

describe('GET /api/docking', () => {
  it.each([2024, 2025])(
    'figures equal an independent calculation from the exported CSVs (class of %i)',
    async (year) => {
      const { rows, total } = await app.json(`/api/docking?year=${year}`);
      const ofYear = plans.filter((row) => Number(row['year']) === year);
      const wanted = new Map<string, number>();
      for (const row of ofYear) {
        const id = `${ANY.has(row['major'] ?? '') ? '' : row['major']}|${row['degree']}`;
        wanted.set(id, (wanted.get(id) ?? 0) + Number(row['headcount']));
      }
      const idOf = ({ key }: Answered) => `${key.major?.name ?? ''}|${key.degree ?? ''}`;
      expect(
        new Map(rows.map((row: Answered) => [idOf(row), row.values['planned']?.value])),
      ).toEqual(wanted);
      for (const { key, values, toFill } of rows as Answered[]) {
        if (key.major === null || key.degree === null) continue;
        const { name } = key.major;
        const planned = wanted.get(`${name}|${key.degree}`) ?? 0;
        const hired = people.filter(
          (row) => isOf(row, year, name, key.degree ?? '') && isCampusHire(row),
        );
        const supply = latest(cohorts).filter((row) => isOf(row, year, name, key.degree ?? ''));
        const graduates = sum(supply, 'graduates');
        expect(values['gap'], name).toMatchObject({ value: planned - hired.length, n: planned });
        expect(values['fill_rate']?.value, name).toBeCloseTo(hired.length / planned, 12);
        expect(values['supply_ratio']?.value, name).toBeCloseTo(graduates / planned, 12);
        const schools = new Set(supply.map((row) => row['school']));
        const fromThem = hired.filter((row) => schools.has(row['school']));
        expect(values['yield']?.value, name).toBeCloseTo(fromThem.length / graduates, 12);
        expect(toFill).toEqual({ places: Math.max(0, planned - hired.length), basis: 'gap' });
      }
      expect(total.planned.value).toBe(sum(ofYear, 'headcount'));
    },
  );

  it('counts a plan for any major once, last in the rows, and lets anybody fill it', async () => {
    const { rows, total } = await app.json('/api/docking?year=2025');
    const any = rows.filter(({ key }: Answered) => key.major === null);
    expect(any.length).toBeGreaterThan(0);
    expect(rows.slice(-any.length)).toEqual(any);
    for (const { values, sources } of any) {
      expect(sources).toEqual([]);
      expect(values.gap).toMatchObject({ value: null, reason: 'undivided' });
    }
    const places = rows.map(({ values }: Answered) => values['planned']?.value ?? 0);
    expect(places.reduce((all: number, one: number) => all + one, 0)).toBe(total.planned.value);
  });

  it('names every school that could fill a gap, ordered by graduates × yield × retention, from the files', async () => {
    const { rows, earlier } = await app.json('/api/docking?year=2027');
    expect(earlier).toEqual({ from: 2023, to: 2025 });
    const years = [2023, 2024, 2025];
    for (const { key, sources, toFill, values } of rows as Answered[]) {
      if (key.major === null) continue;
      const { name } = key.major;
      const degree = key.degree ?? '';
      expect(toFill).toEqual({ places: values['planned']?.value, basis: 'plan' });
      const supply = latest(cohorts).filter((row) => isOf(row, 2027, name, degree));
      const past = people.filter(
        (row) => years.some((year) => isOf(row, year, name, degree)) && isCampusHire(row),
      );
      const named = new Set([...supply, ...past].map((row) => row['school']));
      expect(new Set(sources.map((one) => one.key.school.name)), name).toEqual(named);
      for (const one of sources) {
        const { name: school } = one.key.school;
        const mine = supply.filter((row) => row['school'] === school);
        if (mine.length > 0) expect(one.graduates.value).toBe(sum(mine, 'graduates'));
        expect(one.hires.value).toBe(past.filter((row) => row['school'] === school).length);
        const { yield: comes, retention, borrowed, reach } = one;
        expect(borrowed.yield).toBe(comes.status !== 'ok');
        expect(borrowed.retention).toBe(retention.status !== 'ok');
        if (!borrowed.yield && !borrowed.retention && reach !== null)
          expect(reach).toBeCloseTo(
            one.graduates.value * (comes.value ?? 0) * (retention.value ?? 0),
            9,
          );
      }
      const reaches = sources.map(({ reach }) => reach ?? -1);
      expect(reaches).toEqual(reaches.toSorted((a, b) => b - a));
    }
  });

  it('takes those hired or awaited off the plan of a class that has begun', async () => {
    const { rows, forecast } = await app.json('/api/docking?year=2026');
    expect(forecast).toBeNull();
    for (const { key, toFill, values } of rows as Answered[]) {
      if (key.major === null) continue;
      const { name } = key.major;
      const coming = people.filter(
        (row) =>
          isOf(row, 2026, name, key.degree ?? '') &&
          (row['hired_on'] !== '' || (row['accepted_on'] !== '' && row['declined_on'] === '')),
      );
      const planned = values['planned']?.value ?? 0;
      expect(toFill).toEqual({ places: Math.max(0, planned - coming.length), basis: 'so_far' });
    }
  });

  it('refuses anything but one class, and says that plans have no school', async () => {
    for (const query of ['', 'year=2024..2026', 'year=2024&year=2025', 'year=2027&by=school'])
      expect((await app.get(`/api/docking?${query}`)).status, query).toBe(400);
    const { rows, total } = await app.json('/api/docking?year=2025&school=1');
    expect(rows).toEqual([]);
    expect(total.planned.status).toBe('not_applicable');
  });

  it('takes what is foretold off the plan of a coming class, where the past allows it', async () => {
    const read = await readApp([]);
    const schools = [1, 2, 3, 4, 5].map((id) => ({ id, province: null, city: null }));
    const hired = schools.flatMap(({ id }) =>
      Array.from({ length: 10 }, (_, index) => 2013 + index).flatMap((year) =>
        Array.from({ length: year % 2 === 0 ? 6 : 10 }, () =>
          hire({ schoolId: id, graduationYear: year }, { hiredOn: `${year}-07-01` }),
        ),
      ),
    );
    const plan = { majorId: 1, degree: 'bachelor', department: 'Quality', year: 2023 };
    const cohort = {
      schoolId: 2,
      collegeId: null,
      majorId: 1,
      degree: null,
      destinations: NOWHERE,
    };
    storeHires(read.database, hired, AS_OF, {
      schools,
      plans: [{ ...plan, headcount: 60 }],
      cohorts: [{ ...cohort, year: 2023, countedOn: null, graduates: 80 }],
    });
    const { body } = await read.ask('/api/docking?year=2023');
    const byClass: number[] = [50, 30, 50, 30, 50, 30, 50, 30, 50, 30];
    const level = byClass.reduce((before, hires) => (before + hires) / 2);
    expect(body.forecast).toBe('shown');
    expect(body.rows[0].toFill.basis).toBe('expected');
    expect(body.rows[0].toFill.places).toBeCloseTo(60 - level, 9);
    await read.remove();
  });

  it('fills a plan for a degree or above from every degree from it on, and takes nobody off it twice', async () => {
    const read = await readApp([]);
    const hired = (['associate', 'bachelor', 'master'] as const).map((degree) =>
      hire({ graduationYear: 2022, degree }, { hiredOn: '2022-07-01' }),
    );
    const cohort = { collegeId: null, majorId: 1, year: 2022, countedOn: null };
    const supply = [
      [1, 'associate', 500],
      [1, 'bachelor', 40],
      [1, 'master', 5],
      [2, 'associate', 300],
    ] as const;
    storeHires(read.database, hired, AS_OF, {
      plans: [
        { majorId: 1, degree: 'bachelor+', department: 'Quality', year: 2022, headcount: 10 },
      ],
      cohorts: supply.map(([schoolId, degree, graduates]) => ({
        ...cohort,
        schoolId,
        degree,
        graduates,
        destinations: NOWHERE,
      })),
    });
    const { body } = await read.ask('/api/docking?year=2022&asOf=2022-09-30');
    const [row] = body.rows;
    expect(row.key.degree).toBe('bachelor+');
    expect(row.toFill).toEqual({ places: 10, basis: 'plan' });
    expect(
      row.sources.map((one: Answered['sources'][number]) => [
        one.key.school.name,
        one.graduates.value,
      ]),
    ).toEqual([['School 1', 45]]);
    await read.remove();
  });
});
