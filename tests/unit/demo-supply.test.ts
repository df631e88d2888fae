import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COOPERATION_KINDS } from '../../domain/records/enumerations.ts';

type Row = Readonly<Record<string, string>>;

const AS_OF = '2026-09-30';
const IN_90_DAYS = '2026-12-29';
const read = (name: string): Row[] =>
  parse(readFileSync(new URL(`../../data/demo/${name}`, import.meta.url), 'utf8'), {
    columns: true,
  });
const get = (row: Row, column: string): string => {
  const value = row[column];
  if (value === undefined) throw new Error(`no column ${column}`);
  return value;
};
const number = (row: Row, column: string): number => Number(get(row, column));
const sum = (rows: readonly Row[], column: string): number =>
  rows.reduce((all, row) => all + number(row, column), 0);

const hires = [...read('hires-2015-2020.csv'), ...read('hires-2021-2026.csv')].filter(
  (row) => get(row, 'hired_on') !== '',
);
const cohorts = read('cohorts.csv');
const plans = read('plans.csv');
const cooperation = read('cooperation.csv');
const schools = read('schools.csv').map((row) => get(row, 'name'));
const majors = read('majors.csv').map((row) => get(row, 'name'));
const terms = new Set(
  read('terms.csv').map((row) => `${get(row, 'dimension')} ${get(row, 'value')}`),
);

const DESTINATIONS = [
  'agreement_contract',
  'other_form',
  'flexible',
  'self_employed',
  'public_service',
  'further_study',
  'abroad',
  'seeking',
  'not_seeking',
  'unknown',
];

describe('the demo’s cohorts', () => {
  it('count each class on 31 December, the latest on 31 August too, and the next in advance', () => {
    const days = new Map<string, Set<string>>();
    for (const row of cohorts) {
      const year = get(row, 'graduation_year');
      days.set(year, (days.get(year) ?? new Set()).add(get(row, 'counted_on')));
    }
    expect(days.get('2024')).toEqual(new Set(['2024-12-31']));
    expect(days.get('2025')).toEqual(new Set(['2025-08-31', '2025-12-31']));
    expect(days.get('2026')).toEqual(
      new Set(['2026-06-30', '2026-07-15', '2026-07-31', '2026-08-15', '2026-08-31']),
    );
    expect(days.get('2027')).toEqual(new Set(['2026-09-15']));
    expect(cohorts.every((row) => get(row, 'counted_on') <= AS_OF)).toBe(true);
    const key = ['school', 'college', 'major', 'degree', 'graduation_year', 'counted_on'];
    expect(new Set(cohorts.map((row) => key.map((id) => get(row, id)).join()))).toHaveProperty(
      'size',
      cohorts.length,
    );
  });

  it('tell where everybody went, but for the next class and one school', () => {
    for (const row of cohorts) {
      const given = DESTINATIONS.filter((id) => get(row, id) !== '');
      const isSilent =
        get(row, 'graduation_year') === '2027' ||
        get(row, 'school') === 'Mofeng College of Forestry';
      expect(given).toHaveLength(isSilent ? 0 : DESTINATIONS.length);
      if (isSilent) continue;
      const places = DESTINATIONS.reduce((all, id) => all + number(row, id), 0);
      expect(places).toBe(number(row, 'graduates'));
    }
  });

  it('place more of a class by December than by August', () => {
    const placed = (day: string): number => {
      const rows = cohorts.filter((row) => get(row, 'counted_on') === day);
      const all = DESTINATIONS.slice(0, 7).reduce((total, id) => total + sum(rows, id), 0);
      return (
        all /
        sum(
          rows.filter((row) => get(row, 'unknown') !== ''),
          'graduates',
        )
      );
    };
    expect(placed('2025-12-31')).toBeGreaterThan(placed('2025-08-31') + 0.05);
    expect(placed('2025-12-31')).toBeLessThan(0.97);
  });

  it('hold more graduates of each major than were ever hired of a class', () => {
    const hired = new Map<string, number>();
    const key = (row: Row): string =>
      ['school', 'college', 'major', 'degree', 'graduation_year'].map((id) => get(row, id)).join();
    for (const row of hires) hired.set(key(row), (hired.get(key(row)) ?? 0) + 1);
    const known = new Set(cohorts.map(key));
    for (const row of cohorts)
      expect(number(row, 'graduates')).toBeGreaterThan(hired.get(key(row)) ?? 0);
    for (const [id] of hired) {
      const year = Number(id.slice(-4));
      if (year >= 2021) expect(known.has(id), id).toBe(true);
    }
  });
});

describe('the demo’s plans', () => {
  it('ask for about as many as are hired, and for more in the coming years', () => {
    const planned = (year: number): number =>
      sum(
        plans.filter((row) => number(row, 'year') === year),
        'headcount',
      );
    for (const year of [2021, 2022, 2023, 2024, 2025]) {
      const count = hires.filter((row) => number(row, 'graduation_year') === year).length;
      expect(count / planned(year)).toBeGreaterThan(0.85);
      expect(count / planned(year)).toBeLessThan(1.15);
    }
    expect(planned(2027)).toBeGreaterThan(planned(2025));
    expect(planned(2028)).toBeGreaterThan(planned(2027));
  });

  it('are shared for coming years only, and for any major where single ones are rare', () => {
    for (const row of plans) {
      expect(get(row, 'shared')).toBe(
        number(row, 'year') >= 2027 && get(row, 'degree') !== 'doctor' ? 'yes' : 'no',
      );
      expect([...majors, 'any']).toContain(get(row, 'major'));
      expect(terms.has(`department ${get(row, 'department')}`)).toBe(true);
    }
    const any = plans.filter((row) => get(row, 'major') === 'any');
    const share = sum(any, 'headcount') / sum(plans, 'headcount');
    expect(share).toBeGreaterThan(0.02);
    expect(share).toBeLessThan(0.2);
  });
});

describe('the demo’s ledger of cooperation', () => {
  it('has every kind, in both languages, with partner institutions', () => {
    const kinds = new Set(cooperation.map((row) => get(row, 'kind')));
    const expected = new Set(Object.keys(COOPERATION_KINDS).filter((kind) => kind !== 'other'));
    expect(kinds).toEqual(expected);
    for (const row of cooperation) {
      expect(schools).toContain(get(row, 'school'));
      for (const column of ['title', 'outcome', 'contact_role', 'college']) {
        const value = get(row, column);
        if (value !== '') expect(terms.has(`${column} ${value}`), `${column} ${value}`).toBe(true);
      }
    }
  });

  it('has agreements and bases that end soon, one that has ended, and steps that are overdue', () => {
    const running = cooperation.filter((row) => get(row, 'status') === 'active');
    const ends = (row: Row): boolean =>
      get(row, 'ends_on') > AS_OF && get(row, 'ends_on') <= IN_90_DAYS;
    expect(new Set(running.filter(ends).map((row) => get(row, 'kind')))).toEqual(
      new Set(['agreement', 'internship_base', 'training']),
    );
    const over = running.filter((row) => {
      const end = get(row, 'ends_on');
      return end !== '' && end < AS_OF;
    });
    expect(over.map((row) => get(row, 'school'))).toEqual(['Shuyan University']);
    const overdue = cooperation.filter((row) => {
      const next = get(row, 'next_on');
      return next !== '' && next < AS_OF;
    });
    expect(overdue.length).toBeGreaterThan(3);
    expect(overdue.some((row) => get(row, 'kind') === 'visit')).toBe(true);
  });

  it('has dates in order', () => {
    for (const row of cooperation) {
      const [start, end] = [get(row, 'starts_on'), get(row, 'ends_on')];
      expect(end === '' || start <= end).toBe(true);
      if (start > AS_OF) expect(get(row, 'status')).toBe('planned');
    }
  });
});
