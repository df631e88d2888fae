import type { Candidate } from './candidate.ts';
import type { College } from './colleges.ts';
import type { Institution, InstitutionKey } from './institutions.ts';
import type { Major } from './majors.ts';
import type { Degree } from './profiles.ts';

/** What one institution graduates in one major and degree. */
export interface CohortCell {
  readonly institution: Institution;
  readonly college: College;
  readonly major: Major;
  readonly degree: Degree;
  /** The most people of one class who were hired from it. */
  readonly mostHired: number;
  /** How many of each class accepted the company's offer. */
  readonly accepted: ReadonlyMap<number, number>;
}

/** Graduates a year of the majors that the company looks at. */
const SIZES: Readonly<Record<InstitutionKey, number>> = {
  anchor: 1900,
  vocational: 1100,
  industry: 1500,
  regional: 2100,
  renamed: 1100,
  elite: 1800,
  twin: 1300,
  lapsed: 900,
  north: 850,
  east: 650,
  newcomer: 380,
  tiny: 60,
  overseas: 90,
};

const DEGREE_WEIGHTS: Readonly<Record<Degree, number>> = {
  associate: 1,
  bachelor: 1,
  master: 0.35,
  doctor: 0.07,
};

function count(of: Map<number, number>, year: number): void {
  of.set(year, (of.get(year) ?? 0) + 1);
}

/** Every major and degree that somebody of an institution came from, in a fixed order. */
export function cohortCells(people: readonly Candidate[]): CohortCell[] {
  const cells = new Map<
    string,
    {
      cell: Omit<CohortCell, 'mostHired' | 'accepted'>;
      hired: Map<number, number>;
      accepted: Map<number, number>;
    }
  >();
  for (const { applicant, steps } of people) {
    const { institution, college, major, degree, graduationYear } = applicant;
    const id = [institution.key, college, major.code, degree].join('/');
    const entry = cells.get(id) ?? {
      cell: { institution, college, major, degree },
      hired: new Map<number, number>(),
      accepted: new Map<number, number>(),
    };
    cells.set(id, entry);
    if (steps.accepted !== null) count(entry.accepted, graduationYear);
    if (steps.hired !== null) count(entry.hired, graduationYear);
  }
  return [...cells]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { cell, hired, accepted }]) => ({
      ...cell,
      mostHired: Math.max(0, ...hired.values()),
      accepted,
    }));
}

/** Graduates of each cell in an ordinary year: a part of the institution's, and well above anybody's hires. */
export function usualSizes(cells: readonly CohortCell[]): Map<CohortCell, number> {
  const weight = ({ degree, major }: CohortCell): number =>
    DEGREE_WEIGHTS[degree] * (major.demand + 3);
  const wholes = new Map<InstitutionKey, number>();
  for (const cell of cells) {
    const { key } = cell.institution;
    wholes.set(key, (wholes.get(key) ?? 0) + weight(cell));
  }
  return new Map(
    cells.map((cell) => {
      const { key } = cell.institution;
      const part = (SIZES[key] * weight(cell)) / (wholes.get(key) ?? 1);
      return [cell, Math.max(part, cell.mostHired * 1.7 + 1)];
    }),
  );
}
