import { DESTINATIONS } from '../../domain/records/cohorts-destinations.ts';
import { columnsOf } from '../../domain/records/kinds.ts';
import { apportion } from './apportion.ts';
import type { Candidate } from './candidate.ts';
import { cohortCells, usualSizes, type CohortCell } from './cohort-cells.ts';
import { toCsv, type CsvRow } from './csv.ts';
import type { Degree } from './profiles.ts';
import { randomFrom, type Random } from './random.ts';

const COLUMNS = columnsOf('cohorts').map(({ field }) => field);

/** Where graduates are on 31 December, in percent and in the order of the destinations. */
const IN_DECEMBER: Readonly<Record<Degree, readonly number[]>> = {
  associate: [56, 5, 9, 1, 2, 15, 0, 6, 3, 3],
  bachelor: [44, 5, 7, 1, 4, 25, 4, 5, 3, 2],
  master: [72, 5, 4, 1, 4, 6, 2, 3, 1, 2],
  doctor: [80, 8, 2, 1, 3, 1, 2, 1, 1, 1],
};
/** Further study takes more of the elite's bachelors. */
const ELITE_BACHELORS = [26, 4, 4, 1, 3, 46, 9, 3, 2, 2];
/** By August fewer have settled: so much of each destination, the rest is still seeking or unknown. */
const SETTLED_IN_AUGUST = 0.88;

type Count = 'expected' | 'august' | 'december';

/** The counts of each class up to the day of the demo data; of the next class only its number is known. */
const COUNTS: readonly (readonly [year: number, count: Count])[] = [
  [2021, 'december'],
  [2022, 'december'],
  [2023, 'december'],
  [2024, 'december'],
  [2025, 'august'],
  [2025, 'december'],
  [2026, 'august'],
  [2027, 'expected'],
];

/** The day of each count; a class is expected in the September before it graduates. */
const DAYS: Readonly<Record<Count, (year: number) => string>> = {
  expected: (year) => `${year - 1}-09-15`,
  august: (year) => `${year}-08-31`,
  december: (year) => `${year}-12-31`,
};

/** One institution counts its latest class all summer long: the day, and how much of what is settled by August is by then. */
const SUMMER: readonly (readonly [day: string, settled: number])[] = [
  ['06-30', 0.7],
  ['07-15', 0.79],
  ['07-31', 0.87],
  ['08-15', 0.94],
];

/** An earlier count of what a row counts in August: whoever had not settled yet was looking, or had not answered. */
function earlier(august: CsvRow, [day, settled]: (typeof SUMMER)[number]): CsvRow {
  const settledNames = DESTINATIONS.slice(0, 7);
  const kept = settledNames.map((name) => Math.round(Number(august[name]) * settled));
  const open =
    settledNames.reduce((all, name) => all + Number(august[name]), 0) -
    kept.reduce((all, count) => all + count, 0);
  const silent = Math.round(open / 3);
  return {
    ...august,
    counted_on: `${august['graduation_year']}-${day}`,
    ...Object.fromEntries(settledNames.map((name, index) => [name, String(kept[index] ?? 0)])),
    seeking: String(Number(august['seeking']) + open - silent),
    unknown: String(Number(august['unknown']) + silent),
    signed_here: String(Math.round(Number(august['signed_here']) * settled)),
  };
}

function around(random: Random, spread: number): number {
  return 1 + spread * (2 * random() - 1);
}

function sharesOf({ institution, degree }: CohortCell, count: Count): readonly number[] {
  const isElite = institution.key === 'elite' && degree === 'bachelor';
  const settled = isElite ? ELITE_BACHELORS : IN_DECEMBER[degree];
  if (count === 'december') return settled;
  return settled.map((share, index) => {
    const kept = index < 7 ? share * SETTLED_IN_AUGUST : share;
    // Two thirds of those who have not settled are looking, the others have not answered.
    if (index === 7) return kept + 100 * (1 - SETTLED_IN_AUGUST) * 0.6;
    return index === 9 ? kept + 100 * (1 - SETTLED_IN_AUGUST) * 0.3 : kept;
  });
}

/** One institution only ever tells how many graduate. */
function saysWhere({ institution }: CohortCell): boolean {
  return institution.key !== 'tiny';
}

function destinations(
  random: Random,
  cell: CohortCell,
  [year, count]: readonly [year: number, count: Count],
  graduates: number,
): CsvRow {
  if (count === 'expected' || !saysWhere(cell)) return {};
  const weights = sharesOf(cell, count).map((share) => share * around(random, 0.2));
  const parts = apportion(graduates, weights);
  const signed = cell.accepted.get(year) ?? 0;
  return {
    ...Object.fromEntries(DESTINATIONS.map((name, index) => [name, String(parts[index] ?? 0)])),
    signed_here: String(Math.min(signed, parts[0] ?? 0)),
  };
}

function rowsOf(random: Random, cell: CohortCell, usual: number): CsvRow[] {
  const sizes = new Map<number, number>();
  return COUNTS.filter(([year]) => cell.institution.partnerSince <= year).flatMap(
    ([year, count]) => {
      // A class keeps its size from count to count, but for the few who graduate late.
      const before = sizes.get(year);
      const drawn = usual * (1 + 0.025 * (year - 2021)) * around(random, 0.07);
      const size = before === undefined ? drawn : before * (1 + 0.015 * random());
      sizes.set(year, size);
      const graduates = Math.ceil(size);
      const row: CsvRow = {
        school: cell.institution.name,
        college: cell.college,
        major: cell.major.name,
        degree: cell.degree,
        graduation_year: String(year),
        counted_on: DAYS[count](year),
        graduates: String(graduates),
        ...destinations(random, cell, [year, count], graduates),
      };
      const countsAllSummer = cell.institution.key === 'anchor' && year === 2026;
      return [...(countsAllSummer ? SUMMER.map((one) => earlier(row, one)) : []), row];
    },
  );
}

/** The text of cohorts.csv: what each institution graduates, by college, major and degree, and where they went. */
export function cohortsFile(seed: string, people: readonly Candidate[]): string {
  const cells = cohortCells(people);
  const sizes = usualSizes(cells);
  const rows = cells.flatMap((cell) => {
    const { institution, college, major, degree } = cell;
    const name = [institution.key, college, major.code, degree].join('/');
    return rowsOf(randomFrom(`${seed}/cohorts/${name}`), cell, sizes.get(cell) ?? 0);
  });
  return toCsv(COLUMNS, rows);
}
