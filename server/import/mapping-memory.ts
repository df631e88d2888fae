import type { FileColumn, Mapping } from '../../domain/records/import-shapes.ts';
import { columnOf, type Kind } from '../../domain/records/kinds.ts';
import { foldHeader } from '../../domain/records/match-headers.ts';
import type { ImportLog, ImportOwner } from '../store/import-ports.ts';

/** What was last said about a file with the same headers; columns by the headers of the new one. */
export type Remembered = Pick<
  Mapping,
  'columns' | 'constants' | 'dateOrder' | 'decimal' | 'values'
>;

/** Headers as they are compared; one that occurs twice keeps the order of its occurrences. */
function foldedHeaders(headers: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return headers.map((header) => {
    const folded = foldHeader(header);
    const count = (counts.get(folded) ?? 0) + 1;
    counts.set(folded, count);
    return `${folded} ${count}`;
  });
}

/**
 * The last committed mapping of a file of the same kind and owner with the same headers, in any order; null where
 * there is none. The day a file is of is not remembered: it is another one each time.
 */
export function rememberedMapping(
  log: ImportLog,
  kind: Kind,
  headers: readonly string[],
  owner: ImportOwner | null,
): Remembered | null {
  const folded = foldedHeaders(headers);
  const wanted = JSON.stringify(folded.toSorted());
  const [last] = log
    .list()
    .filter((entry) => entry.status === 'committed' && entry.kind === kind)
    // What one school's files say is nothing to the others.
    .filter((entry) => entry.owner?.schoolId === owner?.schoolId)
    .filter(({ columns }) => {
      const others = foldedHeaders(columns.map(({ header }) => header));
      return JSON.stringify(others.toSorted()) === wanted;
    })
    .toSorted((a, b) => ((a.committedAt ?? '') < (b.committedAt ?? '') ? 1 : -1));
  if (last === undefined) return null;
  const names = foldedHeaders(last.columns.map(({ header }) => header));
  const fields = new Map(last.columns.map(({ field }, index) => [names[index], field]));
  const known = (field: string | null): string | null =>
    field === null || columnOf(kind, field) === null ? null : field;
  return {
    columns: Object.fromEntries(
      headers.map((header, index) => [header, known(fields.get(folded[index]) ?? null)]),
    ),
    constants: last.mapping?.constants ?? {},
    dateOrder: last.mapping?.dateOrder ?? null,
    decimal: last.mapping?.decimal ?? null,
    values: Object.fromEntries(
      Object.entries(last.mapping?.values ?? {}).filter(([field]) => known(field) !== null),
    ),
  };
}

/** The columns of a new file with the fields that were said last time. */
export function withMemory(
  columns: readonly FileColumn[],
  remembered: Remembered | null,
): FileColumn[] {
  if (remembered === null) return [...columns];
  return columns.map((column) => ({ ...column, field: remembered.columns[column.header] ?? null }));
}

/**
 * What a person says, with the fields of last time for the headers about which nothing is said, unless another
 * header or a value for all rows was given that field.
 */
export function sayAsBefore(mapping: Mapping, remembered: Remembered | null): Mapping {
  if (remembered === null) return mapping;
  const taken = new Set<string | null>([
    ...Object.values(mapping.columns),
    ...Object.keys(mapping.constants),
  ]);
  const kept = Object.entries(remembered.columns).filter(
    ([header, field]) =>
      !Object.hasOwn(mapping.columns, header) && (field === null || !taken.has(field)),
  );
  return { ...mapping, columns: { ...Object.fromEntries(kept), ...mapping.columns } };
}
