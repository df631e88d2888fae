import type { Language } from '../../../domain/language.ts';
import type { Figure, FiguresRow } from '../../api/figures.ts';
import { keyName, keyParameter } from '../../frame/named.ts';

/** The metrics of the schools table, in the order of its columns. */
export const SCHOOL_METRICS = [
  'hires',
  'intern_conversion',
  'acceptance_rate',
  'retention_12m',
  'salary_median',
] as const;

export type SchoolMetric = (typeof SCHOOL_METRICS)[number];

export interface SchoolRow {
  /** As it stands in the address. */
  readonly id: string;
  readonly name: string;
  readonly figures: Readonly<Partial<Record<SchoolMetric, Figure>>>;
}

export interface SchoolSort {
  readonly column: SchoolMetric | 'school';
  readonly descending: boolean;
}

const LARGEST_FIRST: SchoolSort = { column: 'hires', descending: true };

/** Reads `-hires` or `school`; anything else means the largest schools first. */
export function schoolSort(text: string | undefined): SchoolSort {
  const id = text?.replace(/^-/, '');
  const column = (['school', ...SCHOOL_METRICS] as const).find((known) => known === id);
  return column === undefined
    ? LARGEST_FIRST
    : { column, descending: text?.startsWith('-') === true };
}

/** The sort as it stands in the address. */
export function sortParameter({ column, descending }: SchoolSort): string {
  return `${descending ? '-' : ''}${column}`;
}

/** What a click on a column's header sorts by: figures largest first, names from A; a second click turns it round. */
export function nextSort(current: SchoolSort, column: SchoolSort['column']): SchoolSort {
  if (current.column === column) return { column, descending: !current.descending };
  return { column, descending: column !== 'school' };
}

/** Schools with their figures; pay comes from a question of its own, within one degree. */
export function schoolRows(
  rows: readonly FiguresRow[],
  payRows: readonly FiguresRow[],
  language: Language,
): SchoolRow[] {
  const pay = new Map(
    payRows.map(({ key, values }) => [keyParameter(key['school'] ?? null), values]),
  );
  return rows
    .filter(({ values }) => SCHOOL_METRICS.some((id) => (values[id]?.n ?? 0) > 0))
    .map(({ key, values }) => {
      const school = key['school'] ?? null;
      const id = keyParameter(school);
      const figures: Partial<Record<SchoolMetric, Figure>> = {};
      for (const metric of SCHOOL_METRICS) {
        const figure = values[metric] ?? pay.get(id)?.[metric];
        if (figure !== undefined) figures[metric] = figure;
      }
      return { id, name: keyName('school', school, language), figures };
    });
}

/** Rows in the order of a sort: missing figures last in both directions, ties by id. */
export function sortedSchools(rows: readonly SchoolRow[], sort: SchoolSort): SchoolRow[] {
  const { column } = sort;
  const sign = sort.descending ? -1 : 1;
  const byId = (a: SchoolRow, b: SchoolRow) => Number(a.id) - Number(b.id);
  if (column === 'school') {
    return rows.toSorted((a, b) => sign * a.name.localeCompare(b.name) || byId(a, b));
  }
  return rows.toSorted((a, b) => {
    const x = a.figures[column]?.value ?? null;
    const y = b.figures[column]?.value ?? null;
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byId(a, b);
    return sign * (x - y) || byId(a, b);
  });
}
