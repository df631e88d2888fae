import type { Reading } from '../../domain/records/import-shapes.ts';
import { uniqueHeaders } from '../../domain/records/match-headers.ts';
import type { ScannedRecord } from './csv-scanner.ts';
import { LIMITS } from './limits.ts';
import { textsOf, type RawRow } from './read-rows.ts';
import { refusal } from './refuse-file.ts';
import { scanCsv } from './scan-csv.ts';
import { TextColumn } from './text-column.ts';

const FIRST_ROWS = 4096;

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

function grown(list: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(list.length * 2);
  larger.set(list);
  return larger;
}

/**
 * Reads the rows of a file below its header. Blank lines are no rows.
 * @throws AppError `not_a_table` for the wrong encoding, `unusable` for a quote that is never closed, a file without
 * a header, and whatever exceeds the limits.
 */
export async function loadTable(path: string, reading: Reading): Promise<Table> {
  let header: string[] | null = null;
  let columns: TextColumn[] = [];
  let width = 0;
  let lines = new Int32Array(FIRST_ROWS);
  let widths = new Int32Array(FIRST_ROWS);
  let rows = 0;
  await scanCsv(path, reading, (record) => {
    const { bytes, count, starts, ends, line } = record;
    if (line < reading.headerRow) return;
    if (header === null) {
      header = textsOf(record);
      width = count;
      if (width > LIMITS.columns) {
        throw refusal('too_many_columns', { columns: width, most: LIMITS.columns });
      }
      columns = Array.from({ length: width }, () => new TextColumn());
      return;
    }
    if (rows === LIMITS.rows) throw refusal('too_many_rows', { most: LIMITS.rows });
    refuseLongCells(record, header);
    if (rows === lines.length) {
      lines = grown(lines);
      widths = grown(widths);
    }
    let blank = true;
    for (let cell = 0; blank && cell < count; cell += 1) {
      const [start, end] = [starts[cell] ?? 0, ends[cell] ?? 0];
      blank = start === end || bytes.toString('utf8', start, end).trim() === '';
    }
    lines[rows] = line;
    widths[rows] = blank ? 0 : count;
    const regular = count === width;
    for (let cell = 0; cell < width; cell += 1) {
      const column = columns[cell];
      if (regular) column?.add(bytes, starts[cell] ?? 0, ends[cell] ?? 0);
      else column?.add(bytes, 0, 0);
    }
    rows += 1;
  });
  if (header === null) throw refusal('no_header', { line: reading.headerRow });
  return { header, rows, columns, lines, widths };
}

function refuseLongCells({ count, starts, ends, line }: ScannedRecord, header: string[]): void {
  for (let cell = 0; cell < count; cell += 1) {
    if ((ends[cell] ?? 0) - (starts[cell] ?? 0) <= LIMITS.cellBytes) continue;
    const column = uniqueHeaders(header)[cell] ?? String(cell + 1);
    throw refusal('cell_too_long', { line, column, kilobytes: LIMITS.cellBytes / 1024 });
  }
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
