import type { Reading } from '../../domain/records/import-shapes.ts';
import { uniqueHeaders } from '../../domain/records/match-headers.ts';
import { CsvScanner } from './csv-scanner.ts';
import { LIMITS } from './limits.ts';
import type { Table } from './load-table.ts';
import { textsOf } from './read-rows.ts';
import { refusal } from './refusal.ts';
import { TextColumn } from './text-column.ts';

const FIRST_ROWS = 4096;
/** Rows are taken so many at a time, column by column: what one column looks up then stays near. */
const BLOCK = 1024;
const SPACE = 0x20;
const ASCII_END = 0x80;

/** Makes a table of the text of a file, as it comes. */
export class TableBuilder {
  private readonly scanner: CsvScanner;
  private readonly headerRow: number;
  private header: string[] | null = null;
  private columns: TextColumn[] = [];
  private lines = new Int32Array(FIRST_ROWS);
  private widths = new Int32Array(FIRST_ROWS);
  private rows = 0;
  /** Where the cells of the rows that wait for their columns begin and end, column by column; `held` are there. */
  private starts = new Int32Array(0);
  private ends = new Int32Array(0);
  private held = 0;

  constructor({ delimiter, headerRow }: Reading) {
    this.scanner = new CsvScanner(delimiter);
    this.headerRow = headerRow;
  }

  /**
   * Takes more text, in UTF-8.
   * @throws AppError `unusable` for a quote that is never closed and for whatever exceeds the limits.
   */
  add(text: Uint8Array): void {
    this.scanner.add(text);
    this.takeRecords();
  }

  /** The table, once all text is there. Throws what `add` throws, and `unusable` for a file without a header. */
  end(): Table {
    this.scanner.end();
    this.takeRecords();
    const { header, rows, columns, lines, widths, headerRow } = this;
    if (header === null) throw refusal('no_header', { line: headerRow });
    return { header, rows, columns, lines, widths };
  }

  private takeRecords(): void {
    const { scanner } = this;
    while (scanner.next()) {
      if (scanner.line < this.headerRow) continue;
      if (this.header === null) this.takeHeader();
      else this.takeRow(this.header);
    }
    // The scanner's bytes move with the next text.
    this.fillColumns();
  }

  private takeHeader(): void {
    const { count } = this.scanner;
    if (count > LIMITS.columns) {
      throw refusal('too_many_columns', { columns: count, most: LIMITS.columns });
    }
    this.refuseLongCells([]);
    this.header = textsOf(this.scanner);
    this.columns = Array.from({ length: count }, () => new TextColumn());
    this.starts = new Int32Array(count * BLOCK);
    this.ends = new Int32Array(count * BLOCK);
  }

  private takeRow(header: readonly string[]): void {
    const { columns, rows, held } = this;
    const { count, starts, ends, line } = this.scanner;
    if (rows === LIMITS.rows) throw refusal('too_many_rows', { most: LIMITS.rows });
    if (rows === this.lines.length) {
      this.lines = grown(this.lines);
      this.widths = grown(this.widths);
    }
    this.refuseLongCells(header);
    this.lines[rows] = line;
    this.widths[rows] = this.isBlank() ? 0 : count;
    const regular = count === columns.length;
    for (let cell = 0, at = held; cell < columns.length; cell += 1, at += BLOCK) {
      this.starts[at] = regular ? (starts[cell] ?? 0) : 0;
      this.ends[at] = regular ? (ends[cell] ?? 0) : 0;
    }
    this.rows = rows + 1;
    this.held = held + 1;
    if (this.held === BLOCK) this.fillColumns();
  }

  private fillColumns(): void {
    const { columns, starts, ends, held } = this;
    const { bytes } = this.scanner;
    for (const [cell, column] of columns.entries()) {
      const first = cell * BLOCK;
      for (let at = first; at < first + held; at += 1) {
        column.add(bytes, starts[at] ?? 0, ends[at] ?? 0);
      }
    }
    this.held = 0;
  }

  private isBlank(): boolean {
    const { bytes, count, starts, ends } = this.scanner;
    for (let cell = 0; cell < count; cell += 1) {
      const [start, end] = [starts[cell] ?? 0, ends[cell] ?? 0];
      const first = bytes[start] ?? 0;
      if (start === end) continue;
      if (first > SPACE && first < ASCII_END) return false;
      if (bytes.toString('utf8', start, end).trim() !== '') return false;
    }
    return true;
  }

  private refuseLongCells(header: readonly string[]): void {
    const { count, starts, ends, line } = this.scanner;
    // Where the whole row is shorter than a cell may be, so is each cell.
    if ((ends[count - 1] ?? 0) - (starts[0] ?? 0) <= LIMITS.cellBytes) return;
    for (let cell = 0; cell < count; cell += 1) {
      if ((ends[cell] ?? 0) - (starts[cell] ?? 0) <= LIMITS.cellBytes) continue;
      const column = uniqueHeaders(header)[cell] ?? String(cell + 1);
      throw refusal('cell_too_long', { line, column, kilobytes: LIMITS.cellBytes / 1024 });
    }
  }
}

function grown(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(list.length * 2);
  larger.set(list);
  return larger;
}
