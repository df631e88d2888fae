import type { Reading } from '../../domain/records/import-shapes.ts';
import { uniqueHeaders } from '../../domain/records/match-headers.ts';
import { BLOCK_ROWS, columnsHere, type CellSink } from './cell-block.ts';
import { CsvScanner } from './csv-scanner.ts';
import { LIMITS } from './limits.ts';
import type { Table } from './load-table.ts';
import { textsOf } from './read-rows.ts';
import { refusal } from './refusal.ts';

const FIRST_ROWS = 4096;
const SPACE = 0x20;
const ASCII_END = 0x80;

type ColumnsFor = (count: number) => CellSink;

/** Makes a table of the text of a file, as it comes. */
export class TableBuilder {
  private readonly scanner: CsvScanner;
  private readonly headerRow: number;
  private readonly columnsFor: ColumnsFor;
  private header: string[] | null = null;
  private columns: CellSink = columnsHere(0);
  private width = 0;
  private lines = new Int32Array(FIRST_ROWS);
  private widths = new Int32Array(FIRST_ROWS);
  private rows = 0;
  /** Where the cells of the rows that wait for their columns begin and end, row by row; `held` are there. */
  private starts = new Int32Array(0);
  private ends = new Int32Array(0);
  private held = 0;
  /** Between which bytes of the scanner they lie. */
  private first = 0;
  private last = 0;

  /** @param columnsFor makes what the cells go to, given how many columns there are. */
  constructor({ delimiter, headerRow }: Reading, columnsFor: ColumnsFor = columnsHere) {
    this.columnsFor = columnsFor;
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

  /** The table, once all text is there. Rejects with what `add` throws, and `unusable` for a file without a header. */
  async end(): Promise<Table> {
    this.scanner.end();
    this.takeRecords();
    const { header, rows, lines, widths, headerRow } = this;
    if (header === null) throw refusal('no_header', { line: headerRow });
    return { header, rows, columns: await this.columns.end(), lines, widths };
  }

  private takeRecords(): void {
    const { scanner } = this;
    while (scanner.next()) {
      if (scanner.line < this.headerRow) continue;
      if (this.header === null) this.takeHeader();
      else this.takeRow(this.header);
    }
    // The scanner's bytes move with the next text.
    this.handOn();
  }

  private takeHeader(): void {
    const { count } = this.scanner;
    if (count > LIMITS.columns) {
      throw refusal('too_many_columns', { columns: count, most: LIMITS.columns });
    }
    this.refuseLongCells([]);
    this.header = textsOf(this.scanner);
    this.columns = this.columnsFor(count);
    this.width = count;
    this.starts = new Int32Array(count * BLOCK_ROWS);
    this.ends = new Int32Array(count * BLOCK_ROWS);
  }

  private takeRow(header: readonly string[]): void {
    const { width, rows, held } = this;
    const { count, starts, ends, line } = this.scanner;
    if (rows === LIMITS.rows) throw refusal('too_many_rows', { most: LIMITS.rows });
    if (rows === this.lines.length) {
      this.lines = grown(this.lines);
      this.widths = grown(this.widths);
    }
    this.refuseLongCells(header);
    this.lines[rows] = line;
    this.widths[rows] = this.isBlank() ? 0 : count;
    if (held === 0) this.first = starts[0] ?? 0;
    this.last = ends[count - 1] ?? 0;
    const regular = count === width;
    for (let cell = 0, at = held * width; cell < width; cell += 1, at += 1) {
      this.starts[at] = regular ? (starts[cell] ?? 0) : this.first;
      this.ends[at] = regular ? (ends[cell] ?? 0) : this.first;
    }
    this.rows = rows + 1;
    this.held = held + 1;
    if (this.held === BLOCK_ROWS) this.handOn();
  }

  private handOn(): void {
    const { starts, ends, held: rows, first: from, last } = this;
    if (rows === 0) return;
    const bytes = this.scanner.bytes.subarray(from, last);
    this.columns.take({ bytes, from, starts, ends, rows });
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
