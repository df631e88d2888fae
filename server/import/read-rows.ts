import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { AppError } from '../../domain/errors.ts';
import type { Reading } from '../../domain/records/import-shapes.ts';
import { openText } from './open-text.ts';

/** One row of a file below its header. */
export interface RawRow {
  /** Number of the row, from 1. */
  readonly row: number;
  /** Physical line on which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table: its header first, then its rows. */
export type TablePart = { readonly header: readonly string[] } | RawRow;

/** A record may not be longer: an unclosed quote would swallow the rest of the file. */
const MOST_RECORD_BYTES = 8_000_000;
const LINE_BREAK = /\r\n|\n|\r/g;

/** What the parser hands on: the cells and the physical line on which they end. */
interface CsvRecord {
  readonly info: { readonly lines: number };
  readonly record: string[];
}

/**
 * Reads a file as a table, streaming. Blank lines are no rows; rows of another length than the header are
 * handed on as they are.
 * @throws AppError `not_a_table` for the wrong encoding, `unusable` for a quote that is never closed.
 */
export async function* readTable(path: string, reading: Reading): AsyncGenerator<TablePart> {
  let header = false;
  let row = 0;
  for await (const { line, cells } of readRecords(path, reading)) {
    if (line < reading.headerRow) continue;
    if (header) {
      row += 1;
      yield { row, line, cells };
    } else {
      header = true;
      yield { header: cells };
    }
  }
}

/** Only the rows of a file, without its header. */
export async function* readRows(path: string, reading: Reading): AsyncGenerator<RawRow> {
  for await (const part of readTable(path, reading)) if ('row' in part) yield part;
}

async function* readRecords(
  path: string,
  reading: Reading,
): AsyncGenerator<{ line: number; cells: readonly string[] }> {
  let lastLine = 0;
  // The parser counts a line feed after a carriage return as a line of its own, within quotes.
  let countedTwice = 0;
  const parser = parse({
    delimiter: reading.delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MOST_RECORD_BYTES,
    info: true,
    on_record: (cells, { lines }) => {
      lastLine = lines;
      return cells;
    },
  });
  const source = Readable.from(openText(path, reading), { objectMode: true });
  source.on('error', (error) => parser.destroy(error));
  try {
    const records: AsyncIterable<CsvRecord> = source.pipe(parser);
    for await (const { info, record: cells } of records) {
      let breaks = 0;
      for (const cell of cells) {
        if (!cell.includes('\n') && !cell.includes('\r')) continue;
        breaks += cell.match(LINE_BREAK)?.length ?? 0;
        countedTwice += cell.split('\r\n').length - 1;
      }
      yield { line: info.lines - countedTwice - breaks, cells };
    }
  } catch (error) {
    throw error instanceof CsvError ? unusable(error, lastLine - countedTwice + 1) : error;
  } finally {
    source.destroy();
  }
}

function unusable(error: CsvError, line: number): AppError {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE') {
    return new AppError(
      'unusable',
      `A quotation mark (") that opens on or after line ${line} is never closed: close it, or write "" for a quotation mark within a cell.`,
      { line },
    );
  }
  return new AppError('unusable', `Line ${line} cannot be read as CSV: ${error.message}.`, {
    line,
  });
}
