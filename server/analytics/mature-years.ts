import { fixedDay, yearOfDay, type Day } from '../../domain/dates.ts';
import type { YearRange } from '../../domain/filters.ts';
import type { Cell } from '../store/ports.ts';

/** The latest graduation year that was complete `days` after its 31 December, by an as-of day. */
export function lastComplete(asOf: Day, days: number): number {
  const year = yearOfDay(asOf - days);
  return fixedDay(year, 12, 31) + days <= asOf ? year : year - 1;
}

/**
 * The last `count` mature graduation years up to the last one of a selection that has people.
 * @param byYear cells of the selection by graduation year
 * @param size how many people the metric counts in a cell
 * @param days after 31 December of the graduation year until it is mature
 * @returns an inclusive range, or null where no mature year has people
 */
export function matureYears(
  byYear: readonly Cell[],
  size: (cell: Cell) => number,
  asOf: Day,
  days: number,
  count: number,
): YearRange | null {
  const latest = lastComplete(asOf, days);
  const years = byYear
    .filter((cell) => size(cell) > 0)
    .flatMap(({ key: [year] }) => (typeof year === 'number' && year <= latest ? [year] : []));
  if (years.length === 0) return null;
  const to = Math.max(...years);
  return { from: to - count + 1, to };
}
