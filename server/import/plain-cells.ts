import type { HireValue } from '../store/hire-ports.ts';
import type { Table } from './load-table.ts';
import type { rowParser } from './parse-row.ts';
import type { Plan, PlannedColumn } from './plan.ts';
import type { TextColumn } from './text-column.ts';

/** One mapped column of a table, read without a word about any of its cells. */
export interface PlainCell {
  readonly field: string;
  readonly column: TextColumn;
  /** What a row says: null for blank, undefined where something is to be said about it. */
  value(index: number): HireValue | undefined;
}

/** An id of this kind is read as it is written: no parser has anything to say about it. */
const PLAIN_ID = /^[A-Za-z]{0,16}\d{1,32}$/;

/**
 * Readers of the mapped columns, which ask the parser of rows about each text and remember the answer. Null where the
 * parser has something to say about every row.
 */
export function plainCells(
  plan: Plan,
  { columns }: Table,
  parse: ReturnType<typeof rowParser>,
): PlainCell[] | null {
  const blank = plan.fileColumns.map(() => '');
  const nothing = parse({ row: 0, line: 0, cells: blank });
  if (nothing.issues.some(({ code }) => code !== 'missing_required')) return null;

  /** What the parser makes of a text in one column: undefined unless it takes it without a word. */
  const ask = ({ index, header, column: { field } }: PlannedColumn, text: string) => {
    const parsed = parse({ row: 0, line: 0, cells: blank.with(index ?? 0, text) });
    const others = parsed.issues.every(
      ({ code, column }) => code === 'missing_required' && column !== header,
    );
    if (!others) return undefined;
    return text === '' ? null : parsed.values.get(field);
  };

  return plan.columns.flatMap((planned): PlainCell[] => {
    const column = planned.index === null ? undefined : columns[planned.index];
    if (column === undefined) return [];
    const { field, kind } = planned.column;
    const { codes } = column;
    if (codes === null) {
      const isId = kind === 'id';
      const value = (index: number): HireValue | undefined => {
        const text = column.text(index);
        return isId && PLAIN_ID.test(text) ? text : ask(planned, text);
      };
      return [{ field, column, value }];
    }
    const asked = new Uint8Array(column.entries);
    const known: (HireValue | undefined)[] = Array.from(asked, () => undefined);
    const value = (index: number): HireValue | undefined => {
      const code = codes[index] ?? 0;
      if (asked[code] === 0) {
        asked[code] = 1;
        known[code] = ask(planned, column.entry(code));
      }
      return known[code];
    };
    return [{ field, column, value }];
  });
}
