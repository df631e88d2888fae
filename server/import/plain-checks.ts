import { yearOfDay } from '../../domain/dates.ts';
import { DEGREES } from '../../domain/records/enumerations.ts';
import { HIRE_COLUMNS } from '../../domain/records/hires.ts';
import type { HireValue } from '../store/hire-ports.ts';
import type { Survey } from './survey.ts';

/** How far pay may be from its median: as in `hire-checks.ts`. */
const PAY_FACTOR = 4;

/** A number of each row by its code, its place, or the same for all; NaN where it has none. */
export interface Numbers {
  readonly numbers: Float64Array;
  readonly codes: Uint16Array | null;
  /** Without codes: 1 for a number of its own for each row, 0 for the same. */
  readonly step: 0 | 1;
}

/** The number of a row. */
function numberAt({ numbers, codes, step }: Numbers, row: number): number {
  return numbers[codes === null ? row * step : (codes[row] ?? 0)] ?? Number.NaN;
}

/** The least and the greatest of some numbers; the other way round where there are none. */
function rangeOf({ numbers }: Numbers): { readonly least: number; readonly most: number } {
  let [least, most] = [Infinity, -Infinity];
  for (const number of numbers) {
    if (number < least) least = number;
    if (number > most) most = number;
  }
  return { least, most };
}

type Row = number;

/**
 * The checks of `hire-checks.ts` on new rows: each says whether a row passes without a word; in doubt it does not. Those
 * that every row passes are left out.
 * @param of the numbers of a field, null where no row has one.
 * @param degreeAt a row's degree.
 */
export function plainChecks(
  survey: Survey,
  of: (field: string) => Numbers | null,
  degreeAt: (row: Row) => HireValue,
): ((row: Row) => boolean)[] {
  const checks: ((row: Row) => boolean)[] = [];
  const inOrder = (first: string, second: string): void => {
    const [a, b] = [of(first), of(second)];
    if (a === null || b === null || rangeOf(a).most <= rangeOf(b).least) return;
    checks.push((row) => !(numberAt(a, row) > numberAt(b, row)));
  };

  for (const { field, kind } of HIRE_COLUMNS) {
    const days = kind === 'date' ? of(field) : null;
    if (days === null || rangeOf(days).most <= survey.asOf) continue;
    checks.push((row) => !(numberAt(days, row) > survey.asOf));
  }
  inOrder('hired_on', 'left_on');
  inOrder('hired_on', 'promoted_on');
  inOrder('interned_from', 'hired_on');
  inOrder('interned_from', 'interned_to');

  const [accepted, declined] = [of('accepted_on'), of('declined_on')];
  if (accepted !== null && declined !== null) {
    const isBlank = (numbers: Numbers, row: Row): boolean => Number.isNaN(numberAt(numbers, row));
    checks.push((row) => isBlank(accepted, row) || isBlank(declined, row));
  }

  const [hired, graduated] = [of('hired_on'), of('graduation_year')];
  if (hired !== null && graduated !== null) {
    const years = { ...hired, numbers: hired.numbers.map(yearOrNone) };
    checks.push((row) => !(numberAt(years, row) < numberAt(graduated, row) - 1));
  }

  const salary = of('salary');
  if (salary !== null && !isAllPlausible(survey, salary)) {
    checks.push(isPlausiblePay(survey, salary, degreeAt));
  }
  return checks;
}

function yearOrNone(day: number): number {
  return Number.isNaN(day) ? day : yearOfDay(day);
}

/** Whether all pay is close enough to the median of every degree. */
function isAllPlausible({ medianPay }: Survey, salary: Numbers): boolean {
  const { least, most } = rangeOf(salary);
  return [null, ...Object.keys(DEGREES)].every((degree) => {
    const median = medianPay(degree);
    return median === null || (least >= median / PAY_FACTOR && most <= median * PAY_FACTOR);
  });
}

function isPlausiblePay(
  { medianPay }: Survey,
  salary: Numbers,
  degreeAt: (row: Row) => HireValue,
): (row: Row) => boolean {
  const medians = new Map<HireValue, number | null>();
  return (row) => {
    const pay = numberAt(salary, row);
    if (Number.isNaN(pay)) return true;
    const degree = degreeAt(row);
    let median = medians.get(degree);
    if (median === undefined) {
      median = medianPay(typeof degree === 'string' ? degree : null);
      medians.set(degree, median);
    }
    return median === null || (pay >= median / PAY_FACTOR && pay <= median * PAY_FACTOR);
  };
}
