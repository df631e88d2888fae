import type { Filters } from '../../../domain/filters.ts';

/** The classes of a selection, and those that the page's panels begin with. */
export interface Classes {
  /** The latest first. */
  readonly years: readonly number[];
  /** The latest class that is over, else the earliest there is. */
  readonly ended: number | null;
  /** The first class that nobody was hired of yet, else the latest there is. */
  readonly coming: number | null;
}

/**
 * Classes to choose from.
 * @param known every graduation year of the data, those of plans and of expected graduates included.
 * @param lastWhole the latest graduation year that is over; `latestSeason` the latest with a hire.
 */
export function classesOf(
  known: readonly number[],
  filters: Filters,
  lastWhole: number,
  latestSeason: number | null,
): Classes {
  const ranges = filters.year?.filter((range) => range !== null);
  const years = known
    .filter(
      (year) => ranges === undefined || ranges.some(({ from, to }) => from <= year && year <= to),
    )
    .toSorted((a, b) => b - a);
  const begun = Math.max(lastWhole, latestSeason ?? lastWhole);
  return {
    years,
    ended: years.find((year) => year <= lastWhole) ?? years.at(-1) ?? null,
    coming: years.findLast((year) => year > begun) ?? years[0] ?? null,
  };
}

/** The class asked for in the address, where it is one of them; else the one to begin with. */
export function chosenClass(
  { years }: Classes,
  asked: string | undefined,
  first: number | null,
): number | null {
  return years.find((year) => String(year) === asked) ?? first;
}
