import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demoFiles } from '../../data/generator/demo-files.ts';

type Row = Readonly<Record<string, string>>;

const AS_OF = '2026-09-30';
const committed = (name: string) =>
  readFileSync(new URL(`../../data/demo/${name}`, import.meta.url), 'utf8');
const read = (name: string): Row[] => parse(committed(name), { columns: true });
const get = (row: Row, column: string): string => {
  const value = row[column];
  if (value === undefined) throw new Error(`no column ${column}`);
  return value;
};
const has = (row: Row, column: string) => get(row, column) !== '';
const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const classOf = (row: Row) => Number(get(row, 'graduation_year'));

const schools = read('schools.csv');
const majors = read('majors.csv');
const terms = read('terms.csv');
const rows = [...read('hires-2015-2020.csv'), ...read('hires-2021-2026.csv')];

/** Canonical school name of each name and alias. */
const schoolNames = new Map<string, string>();
for (const school of schools) {
  const name = get(school, 'name');
  for (const known of [name, ...get(school, 'aliases').split('|')]) schoolNames.set(known, name);
}
const schoolOf = (row: Row) => schoolNames.get(get(row, 'school'));

const seen = new Set<string>();
const people: Row[] = []; // first employments
const comebacks: Row[] = [];
for (const row of rows) {
  const id = get(row, 'candidate_id');
  (seen.has(id) ? comebacks : people).push(row);
  seen.add(id);
}
const hires = people.filter((row) => has(row, 'hired_on'));
const of = (list: readonly Row[], name: string) => list.filter((row) => schoolOf(row) === name);
const share = (list: readonly Row[], test: (row: Row) => boolean) =>
  list.filter(test).length / list.length;
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

const EVENTS = new Set(['resigned', 'dismissed', 'contract_end', 'unknown']);
const isUndated = (row: Row) => has(row, 'leave_type') && !has(row, 'left_on');

/** Kaplan–Meier S(t) by walking over every day and every person. */
function retention(list: readonly Row[], t: number): number {
  const lives = list
    .filter((row) => !isUndated(row))
    .map((row) => ({
      tenure: days(get(row, 'hired_on'), get(row, 'left_on') || AS_OF),
      event: EVENTS.has(get(row, 'leave_type')),
    }));
  let survival = 1;
  for (let day = 0; day <= t; day += 1) {
    let atRisk = 0;
    let events = 0;
    for (const { tenure, event } of lives) {
      if (tenure >= day) atRisk += 1;
      if (tenure === day && event) events += 1;
    }
    if (events > 0) survival *= 1 - events / atRisk;
  }
  return survival;
}

function acceptance(list: readonly Row[]): number {
  const decided = list.filter((row) => has(row, 'accepted_on') || has(row, 'declined_on'));
  return share(decided, (row) => has(row, 'accepted_on'));
}

function conversion(list: readonly Row[]): number {
  const eligible = list.filter(
    (row) =>
      has(row, 'interned_from') &&
      (!has(row, 'offered_on') || get(row, 'interned_from') < get(row, 'offered_on')) &&
      get(row, 'interned_to') <= AS_OF,
  );
  return share(eligible, (row) => has(row, 'accepted_on'));
}

function matchRate(list: readonly Row[]): number {
  const answered = list.filter((row) => has(row, 'major_match'));
  return share(answered, (row) => get(row, 'major_match') === 'yes');
}

function promotionRate(list: readonly Row[]): number {
  const mature = list.filter(
    (row) => !isUndated(row) && (has(row, 'left_on') || days(get(row, 'hired_on'), AS_OF) >= 730),
  );
  return share(
    mature,
    (row) => has(row, 'promoted_on') && days(get(row, 'hired_on'), get(row, 'promoted_on')) <= 730,
  );
}

function internShare(list: readonly Row[]): number {
  return share(list, (row) => has(row, 'interned_from'));
}

const EXACT_HIRES = [
  ['Lanqi University of Technology', 1050],
  ['Mofeng Vocational College of Industry', 620],
  ['Heyan University of Chemical Industry', 380],
  ['Shuyan University', 300],
  ['Luoqin University of Engineering', 210],
  ['Xuanlu University', 160],
  ['Haixu Polytechnic University', 150],
  ['Zhaoting University of Science and Technology', 120],
  ['Suilan University of Petrochemicals (North)', 90],
  ['Suilan University of Petrochemicals (East)', 60],
  ['Tingshan Institute of Intelligent Manufacturing', 45],
  ['Mofeng College of Forestry', 9],
  ['Calderhaven Institute of Science', 6],
] as const;

const anchor = of(hires, 'Lanqi University of Technology');
const vocationalPeople = of(people, 'Mofeng Vocational College of Industry');
const vocational = of(hires, 'Mofeng Vocational College of Industry');
const industry = of(hires, 'Heyan University of Chemical Industry');
const regional = of(hires, 'Shuyan University');
const elitePeople = of(people, 'Xuanlu University');
const elite = of(hires, 'Xuanlu University');
const twinPeople = of(people, 'Haixu Polytechnic University');
const twin = of(hires, 'Haixu Polytechnic University');
const before = (year: number) => (row: Row) => classOf(row) < year;
const since = (year: number) => (row: Row) => classOf(row) >= year;
const ofClass = (year: number) => people.filter((row) => classOf(row) === year);
const accepted = people.filter((row) => has(row, 'accepted_on') && classOf(row) <= 2025);
const isReneged = (row: Row) =>
  has(row, 'declined_on') ||
  !has(row, 'hired_on') ||
  get(row, 'hired_on') > `${classOf(row)}-12-31`;
const startsInJuly = (row: Row) => {
  const date = get(row, 'hired_on');
  return date >= `${classOf(row)}-07-01` && date <= `${classOf(row)}-07-15`;
};
const leavesAfterSpringFestival = (row: Row) => {
  const monthDay = get(row, 'left_on').slice(5);
  return monthDay >= '02-18' && monthDay <= '03-31';
};
const resigned = hires.filter(
  (row) => get(row, 'leave_type') === 'resigned' && has(row, 'left_on'),
);

/** What the data is to show: measured value, truth, tolerance. */
const PARAMETERS: readonly (readonly [string, number, number, number])[] = [
  ['anchor: retention 12 months', retention(anchor, 365), 0.9, 0.015],
  [
    'vocational: retention before the order class',
    retention(vocational.filter(before(2021)), 365),
    0.78,
    0.02,
  ],
  ['vocational: retention since', retention(vocational.filter(since(2021)), 365), 0.88, 0.02],
  [
    'vocational: conversion before 2023',
    conversion(vocationalPeople.filter(before(2023))),
    0.45,
    0.02,
  ],
  [
    'vocational: conversion since 2023',
    conversion(vocationalPeople.filter(since(2023))),
    0.75,
    0.02,
  ],
  ['industry: retention 12 months', retention(industry, 365), 0.91, 0.015],
  ['industry: match', matchRate(industry), 0.93, 0.02],
  ['regional: retention 12 months', retention(regional, 365), 0.86, 0.015],
  ['regional: match', matchRate(regional), 0.55, 0.02],
  ['elite: acceptance', acceptance(elitePeople), 0.35, 0.01],
  ['elite: retention 36 months', retention(elite, 1095), 0.48, 0.03],
  ['elite: promotion 24 months', promotionRate(elite), 0.3, 0.02],
  ['twin: retention 12 months', retention(twin, 365), retention(hires, 365), 0.02],
  ['twin: retention 36 months', retention(twin, 1095), retention(hires, 1095), 0.04],
  ['twin: acceptance', acceptance(twinPeople), acceptance(people), 0.02],
  ['twin: conversion', conversion(twinPeople), conversion(people), 0.03],
  ['twin: interns', internShare(twinPeople), internShare(people), 0.03],
  ['twin: match', matchRate(twin), matchRate(hires), 0.03],
  ['twin: promotion', promotionRate(twin), promotionRate(hires), 0.02],
  ['all: retention 12 months', retention(hires, 365), 0.88, 0.01],
  ['all: acceptance', acceptance(people), 0.75, 0.02],
  ['all: reneged', share(accepted, isReneged), 0.08, 0.01],
  ['all: interns among candidates', internShare(people), 0.375, 0.075],
  [
    'class of 2020: interns, to its neighbors',
    internShare(ofClass(2020)) / internShare([...ofClass(2019), ...ofClass(2021)]),
    0.5,
    0.08,
  ],
  ['all: promotion 24 months', promotionRate(hires), 0.12, 0.015],
  ['all: start 1–15 July', share(hires, startsInJuly), 0.75, 0.01],
  [
    'all: resignations 18 February–31 March',
    share(resigned, leavesAfterSpringFestival),
    0.32,
    0.08,
  ],
  ['all: transfers', share(hires, (row) => get(row, 'leave_type') === 'transfer'), 0.04, 0.01],
  ['all: rehired', comebacks.length / hires.length, 0.01, 0.001],
  ['all: undated leavers', share(hires, isUndated), 0.015, 0.003],
  ['all: pay missing', share(hires, (row) => !has(row, 'salary')), 0.12, 0.015],
];

const DATE_ORDERS = [
  ['offered_on', 'accepted_on', 'hired_on', 'left_on'],
  ['offered_on', 'accepted_on', 'declined_on'],
  ['hired_on', 'promoted_on', 'left_on'],
  ['interned_from', 'interned_to', 'hired_on'],
  ['interned_from', 'offered_on'],
] as const;

const PAY_2026 = { associate: 66_000, bachelor: 90_000, master: 138_000, doctor: 260_000 };

describe('demo data', () => {
  it.each([...demoFiles()])('%s is what the generator writes', (name, text) => {
    expect(committed(name) === text).toBe(true);
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text).not.toContain('\r');
  });

  it.each(EXACT_HIRES)('%s has %i hires', (name, count) => {
    expect(of(hires, name)).toHaveLength(count);
  });

  it('has about 6,000 candidates and 3,200 hires of 13 institutions and 24 majors', () => {
    expect(people.length).toBeGreaterThanOrEqual(5_700);
    expect(people.length).toBeLessThanOrEqual(6_300);
    expect(hires).toHaveLength(3_200);
    expect(schools).toHaveLength(13);
    expect(majors).toHaveLength(24);
  });

  it.each(PARAMETERS)('%s: %f is %f within %f', (_, measured, truth, tolerance) => {
    expect(Math.abs(measured - truth)).toBeLessThanOrEqual(tolerance);
  });

  it.each(Object.entries(PAY_2026))('pay of a new %s of 2026 is %i on average', (degree, truth) => {
    const paid = hires.filter((row) => get(row, 'degree') === degree && has(row, 'salary'));
    const pay = (row: Row) => Number(get(row, 'salary'));
    const last = paid.filter((row) => classOf(row) === 2026).map(pay);
    expect(Math.abs(mean(last) / truth - 1)).toBeLessThan(0.06);
    // Earlier classes, raised by 4 % a year.
    const in2026 = paid.map((row) => pay(row) * 1.04 ** (2026 - classOf(row)));
    expect(Math.abs(mean(in2026) / truth - 1)).toBeLessThan(0.02);
  });

  it('tells the stories of single institutions', () => {
    const steps = vocational.filter((row) =>
      [1094, 1095].includes(days(get(row, 'hired_on'), get(row, 'left_on') || AS_OF)),
    );
    expect(steps.filter((row) => get(row, 'leave_type') === 'contract_end').length).toBeGreaterThan(
      40,
    );
    expect(of(people, 'Zhaoting University of Science and Technology').every(before(2021))).toBe(
      true,
    );
    expect(of(people, 'Tingshan Institute of Intelligent Manufacturing').every(since(2024))).toBe(
      true,
    );
    const renamed = of(people, 'Luoqin University of Engineering');
    for (const row of renamed) {
      expect(get(row, 'school') === 'Luoqin Institute of Engineering').toBe(classOf(row) < 2019);
    }
    for (const [name] of EXACT_HIRES) {
      expect(share(of(hires, name), isUndated)).toBeLessThan(0.05);
      const colleges = new Set(of(people, name).map((row) => get(row, 'college')));
      expect(colleges.size).toBeGreaterThanOrEqual(2);
      expect(colleges.size).toBeLessThanOrEqual(6);
    }
  });

  it('grows over the classes with a dip in 2020', () => {
    const counts = new Map<number, number>();
    for (const row of hires) counts.set(classOf(row), (counts.get(classOf(row)) ?? 0) + 1);
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, i) => 2015 + i),
    );
    const [before2020, in2020, after2020] = [2019, 2020, 2021].map((year) => counts.get(year) ?? 0);
    expect(in2020).toBeLessThan(0.8 * (before2020 ?? 0));
    expect(in2020).toBeLessThan(0.8 * (after2020 ?? 0));
    expect(counts.get(2025)).toBeGreaterThan(1.5 * (counts.get(2015) ?? 0));
    const waiting = ofClass(2026).filter(
      (row) => has(row, 'accepted_on') && !has(row, 'hired_on') && !has(row, 'declined_on'),
    );
    expect(waiting.length).toBeGreaterThan(5);
    expect(waiting.length).toBeLessThan(0.15 * (counts.get(2026) ?? 0));
  });

  it('has dates in order and none after the as-of day', () => {
    const wrong: string[] = [];
    for (const row of rows) {
      const check = (good: boolean, what: string) => {
        if (!good) wrong.push(`${get(row, 'candidate_id')}: ${what}`);
      };
      for (const [column, value] of Object.entries(row)) {
        if (!/_on$|_from$|_to$/.test(column) || value === '') continue;
        check(/^\d{4}-\d{2}-\d{2}$/.test(value) && value <= AS_OF, `${column} ${value}`);
      }
      for (const columns of DATE_ORDERS) {
        const dates = columns.map((column) => get(row, column)).filter((date) => date !== '');
        check(dates.join() === [...dates].sort().join(), columns.join(' ≤ '));
      }
      check(has(row, 'employee_id') === has(row, 'hired_on'), 'employee_id');
      const after = get(row, 'leave_type') + get(row, 'left_on') + get(row, 'promoted_on');
      check(has(row, 'hired_on') || after === '', 'a career without a start');
    }
    expect(wrong).toEqual([]);
    const first = new Map(people.map((row) => [get(row, 'candidate_id'), row]));
    for (const row of comebacks) {
      const earlier = first.get(get(row, 'candidate_id')) ?? {};
      expect(get(earlier, 'employee_id')).toBe(get(row, 'employee_id'));
      expect(has(earlier, 'left_on')).toBe(true);
      expect(get(earlier, 'left_on') < get(row, 'hired_on')).toBe(true);
    }
    expect(new Set(hires.map((row) => get(row, 'employee_id'))).size).toBe(hires.length);
  });

  it('resolves every school and major and translates every term', () => {
    const names = schools.flatMap((row) => [get(row, 'name'), ...get(row, 'aliases').split('|')]);
    const majorNames = majors.flatMap((row) => [
      get(row, 'name'),
      ...get(row, 'aliases').split('|'),
    ]);
    for (const list of [
      names,
      majorNames,
      schools.map((row) => get(row, 'code')),
      majors.map((row) => get(row, 'code')),
    ]) {
      expect(new Set(list).size).toBe(list.length);
    }
    const known = new Set(terms.map((row) => `${get(row, 'dimension')} ${get(row, 'value')}`));
    expect(known.size).toBe(terms.length);
    for (const row of terms) expect(get(row, 'name_zh')).toMatch(/\p{Script=Han}/u);
    const missing = new Set<string>();
    for (const row of rows) {
      if (schoolOf(row) === undefined) missing.add(`school ${get(row, 'school')}`);
      if (!majorNames.includes(get(row, 'major'))) missing.add(`major ${get(row, 'major')}`);
    }
    const dimensions = [
      'college',
      'department',
      'city',
      'province',
      'position',
      'internship_base',
      'company',
      'leave_reason',
      'family',
    ];
    for (const row of [...rows, ...schools, ...majors]) {
      for (const dimension of dimensions) {
        const value = row[dimension] ?? '';
        const term = `${dimension} ${value}`;
        if (value !== '' && !known.has(term)) missing.add(term);
      }
    }
    expect([...missing]).toEqual([]);
  });
});
