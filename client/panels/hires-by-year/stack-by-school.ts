import type { Language } from '../../../domain/language.ts';
import type { FiguresRow } from '../../api/figures.ts';
import { keyName, keyParameter } from '../../frame/named.ts';

/** Schools with a series of their own; the rest is "Other". */
const MOST_SCHOOLS = 7;

/** The id of the series that stands for all smaller schools. */
export const OTHER_ID = 'other';

export interface StackedHires {
  /** The schools shown, those with the most hires first, and "other" last where there are more. */
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  readonly hasOther: boolean;
  /** Every year from the first to the last, also those without a hire. */
  readonly years: readonly {
    readonly name: string;
    readonly values: Readonly<Record<string, number>>;
  }[];
}

function add(sums: Map<string, number>, id: string, hires: number): void {
  sums.set(id, (sums.get(id) ?? 0) + hires);
}

function yearOf({ key }: FiguresRow): number | null {
  return typeof key['year'] === 'number' ? key['year'] : null;
}

/** Hires by school and year as columns by year: the largest schools of the selection, the rest together. */
export function stackBySchool(rows: readonly FiguresRow[], language: Language): StackedHires {
  const totals = new Map<string, number>();
  const names = new Map<string, string>();
  const cells = rows.flatMap((row) => {
    const year = yearOf(row);
    const school = row.key['school'] ?? null;
    const hires = row.values['hires']?.value ?? 0;
    if (year === null || hires === 0) return [];
    const id = keyParameter(school);
    names.set(id, keyName('school', school, language));
    add(totals, id, hires);
    return [{ id, year, hires }];
  });
  if (cells.length === 0) return { schools: [], hasOther: false, years: [] };

  const ranked = [...totals].toSorted(([a, x], [b, y]) => y - x || Number(a) - Number(b));
  const shown = ranked.slice(0, MOST_SCHOOLS).map(([id]) => ({ id, name: names.get(id) ?? id }));
  const isShown = new Set(shown.map(({ id }) => id));
  const first = Math.min(...cells.map(({ year }) => year));
  const last = Math.max(...cells.map(({ year }) => year));
  const years = Array.from({ length: last - first + 1 }, (_, index) => {
    const sums = new Map<string, number>();
    for (const { id, year, hires } of cells) {
      if (year === first + index) add(sums, isShown.has(id) ? id : OTHER_ID, hires);
    }
    return { name: String(first + index), values: Object.fromEntries(sums) };
  });
  return { schools: shown, hasOther: ranked.length > shown.length, years };
}
