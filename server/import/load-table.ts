import type { Reading } from '../../domain/records/import-shapes.ts';
import { openUtf8 } from './open-text.ts';
import type { RawRow } from './read-rows.ts';
import { TableBuilder } from './table-builder.ts';
import type { TextColumn } from './text-column.ts';

/** A whole file in memory, column by column, in about a quarter of its size. */
export interface Table {
  /** The cells of the header as they are written. */
  readonly header: readonly string[];
  readonly rows: number;
  readonly columns: readonly TextColumn[];
  /** Physical line of each row. */
  readonly lines: Int32Array;
  /** How many cells each row has; 0 where they are all empty. */
  readonly widths: Int32Array;
}

/**
 * Reads the rows of a file below its header. Blank lines are no rows.
 * @throws AppError `not_a_table` for the wrong encoding, `unusable` for a quote that is never closed, a file without
 * a header, and whatever exceeds the limits.
 */
export async function loadTable(path: string, reading: Reading): Promise<Table> {
  const builder = new TableBuilder(reading);
  for await (const bytes of openUtf8(path, reading)) builder.add(bytes);
  return builder.end();
}

/** Whether a row has all cells, and not all of them empty. */
export function isRegular({ widths, columns }: Table, index: number): boolean {
  return widths[index] === columns.length;
}

/** Whether every cell of a row is empty. */
export function isBlankRow({ widths }: Table, index: number): boolean {
  return widths[index] === 0;
}

/** A row with the texts of its cells, without the space around them; a ragged one has as many, all empty. */
export function rowOf({ widths, columns, lines }: Table, index: number): RawRow {
  const width = widths[index] ?? 0;
  const cells =
    width === columns.length
      ? columns.map((column) => column.text(index))
      : Array.from({ length: width }, () => '');
  return { row: index + 1, line: lines[index] ?? 0, cells };
}
