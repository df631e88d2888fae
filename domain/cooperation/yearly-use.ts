import { LIST_SIGN } from './promises.ts';

/** How many people used a base, a class or a course in a year. */
export interface YearlyUse {
  readonly year: number;
  readonly people: number;
}

/** Use by year as one text, the way a cell holds it: `2024: 42 | 2025: 51`, in the order of the years. */
export function yearlyText(uses: readonly YearlyUse[]): string | null {
  if (uses.length === 0) return null;
  return uses
    .toSorted((a, b) => a.year - b.year)
    .map(({ year, people }) => `${year}: ${people}`)
    .join(LIST_SIGN);
}

/** The uses of a text that `yearlyText` wrote. */
export function yearlyOf(text: string | null): YearlyUse[] {
  if (text === null) return [];
  return text.split(LIST_SIGN).map((item) => {
    const [year, people] = item.split(': ').map(Number);
    return { year: year ?? 0, people: people ?? 0 };
  });
}
