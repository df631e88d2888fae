import { columnsOf } from '../../domain/records/kinds.ts';
import type { Candidate } from './candidate.ts';
import { toCsv, type CsvRow } from './csv.ts';
import { MAJORS, type Family, type Major } from './majors.ts';
import type { Department } from './organization.ts';
import type { Degree } from './profiles.ts';
import { randomFrom } from './random.ts';

const COLUMNS = columnsOf('plans').map(({ field }) => field);

const YEARS = [2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028];
/** The first class that has not begun to start: its plans are what the company tells its partners. */
const FIRST_SHARED = 2027;
/** The classes whose hires say what the company usually needs. */
const USUAL = [2021, 2026] as const;
/** Fewer hires a year than this of one major and degree are planned for any major. */
const LEAST = 1.5;
/** A department with a smaller part of a major's hires plans none of its own. */
const MAIN_PART = 0.25;
const DEGREES: readonly Degree[] = ['associate', 'bachelor', 'master', 'doctor'];
/** How much more the company wants with every year, by discipline. */
const GROWTH: Readonly<Partial<Record<Family, number>>> = {
  'Computing & Data': 0.22,
  'Electrical & Automation': 0.12,
  Materials: 0.08,
  'Management & Business': -0.02,
};
const USUAL_GROWTH = 0.04;

interface Need {
  readonly department: Department;
  /** Null for any. */
  readonly major: Major | null;
  readonly degree: Degree | null;
  readonly people: number;
}

interface SingleNeed extends Need {
  readonly major: Major;
  readonly degree: Degree;
}

/** Hires a year by department, major and degree. */
function usualHires(people: readonly Candidate[]): SingleNeed[] {
  const [first, last] = USUAL;
  const found = new Map<string, SingleNeed>();
  for (const { applicant, steps } of people) {
    const { placement, major, degree, graduationYear: year } = applicant;
    if (steps.hired === null || placement === null || year < first || year > last) continue;
    const { department } = placement;
    const id = [department, major.code, degree].join('/');
    const before = found.get(id)?.people ?? 0;
    found.set(id, { department, major, degree, people: before + 1 / (last - first + 1) });
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, need]) => need);
}

/** The places of each major with the departments that take most of it; what is rare is planned for any major. */
function needs(people: readonly Candidate[]): Need[] {
  const usual = usualHires(people);
  const planned: Need[] = [];
  const any = new Map<Department, number>();
  for (const major of MAJORS) {
    for (const degree of DEGREES) {
      const parts = usual.filter((need) => need.major === major && need.degree === degree);
      const total = parts.reduce((sum, need) => sum + need.people, 0);
      if (total < LEAST) {
        for (const { department, people: count } of parts)
          any.set(department, (any.get(department) ?? 0) + count);
        continue;
      }
      const main = parts.filter((need) => need.people >= MAIN_PART * total);
      const kept = main.reduce((sum, need) => sum + need.people, 0);
      planned.push(...main.map((need) => ({ ...need, people: (need.people * total) / kept })));
    }
  }
  const rest = [...any].map(([department, count]): Need => {
    return { department, major: null, degree: null, people: count };
  });
  return [...planned, ...rest];
}

/** The text of plans.csv: the places each department wants to fill with each class. */
export function plansFile(seed: string, people: readonly Candidate[]): string {
  const rows = needs(people).flatMap(({ department, major, degree, people: usual }) => {
    const random = randomFrom(
      `${seed}/plans/${department}/${major?.code ?? 'any'}/${degree ?? 'any'}`,
    );
    const growth = major === null ? USUAL_GROWTH : (GROWTH[major.family] ?? USUAL_GROWTH);
    return YEARS.map((year): CsvRow => {
      const wanted = usual * (1 + growth * (year - 2023)) * (1.02 + 0.16 * (random() - 0.3));
      return {
        year: String(year),
        department,
        major: major?.name ?? 'any',
        degree: degree ?? '',
        headcount: String(Math.max(1, Math.round(wanted))),
        shared: year >= FIRST_SHARED && degree !== 'doctor' ? 'yes' : 'no',
      };
    });
  });
  return toCsv(
    COLUMNS,
    rows.toSorted((a, b) => Number(a['year']) - Number(b['year'])),
  );
}
