import type { Reading } from '../../domain/records/import-shapes.ts';
import type { ScannedRecord } from './csv-scanner.ts';
import { scannedParts } from './scan-csv.ts';

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

/**
 * Reads a file as a table, streaming. Blank lines are no rows; rows of another length than the header are
 * handed on as they are.
 * @throws AppError `not_a_table` for the wrong encoding, `unusable` for a quote that is never closed.
 */
export async function* readTable(path: string, reading: Reading): AsyncGenerator<TablePart> {
  let header = false;
  let row = 0;
  for await (const scanner of scannedParts(path, reading)) {
    while (scanner.next()) {
      const { line } = scanner;
      if (line < reading.headerRow) continue;
      const cells = textsOf(scanner);
      if (header) {
        row += 1;
        yield { row, line, cells };
      } else {
        header = true;
        yield { header: cells };
      }
    }
  }
}

/** The cells of a record as texts. */
export function textsOf({ bytes, count, starts, ends }: ScannedRecord): string[] {
  const from = starts[0] ?? 0;
  const to = ends[count - 1] ?? 0;
  const whole = bytes.toString('utf8', from, to);
  // One text cut into pieces is far quicker than many made from bytes; it works where each byte is a character.
  const plain = whole.length === to - from;
  return Array.from({ length: count }, (_, cell) => {
    const [start, end] = [starts[cell] ?? 0, ends[cell] ?? 0];
    return plain ? whole.slice(start - from, end - from) : bytes.toString('utf8', start, end);
  });
}

/** Only the rows of a file, without its header. */
export async function* readRows(path: string, reading: Reading): AsyncGenerator<RawRow> {
  for await (const part of readTable(path, reading)) if ('row' in part) yield part;
}
