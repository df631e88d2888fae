import { open } from 'node:fs/promises';
import { AppError } from '../../domain/errors.ts';
import type { FileColumn, Reading } from '../../domain/records/import-shapes.ts';
import type { Kind } from '../../domain/records/kinds.ts';
import { matchHeaders, uniqueHeaders } from '../../domain/records/match-headers.ts';
import { readTable } from './read-rows.ts';
import { HEAD_BYTES, refuseNonTable } from './refuse-non-table.ts';
import { sniffDelimiter } from './sniff-delimiter.ts';

const MOST_COLUMNS = 200;
const MOST_ROWS = 5_000_000;
const SAMPLES = 5;
const SAMPLE_LENGTH = 100;

/** What a file turned out to be. */
export interface Inspection {
  readonly reading: Reading;
  readonly columns: FileColumn[];
  readonly rows: number;
}

/** The first bytes of a file. */
async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** How a file seems to be meant. Throws `not_a_table` where it is no table at all. */
export async function suggestReading(path: string): Promise<Reading> {
  const head = await headOf(path);
  refuseNonTable(head);
  return {
    encoding: 'utf-8',
    delimiter: sniffDelimiter(head.toString('utf8').replace(/^\uFEFF/, '')),
    headerRow: 1,
    sheet: null,
    decimal: null,
  };
}

/**
 * Reads a whole file once: its headers with the fields they suggest, samples and the number of its rows.
 * @throws AppError `not_a_table` or `unusable`, with a sentence that says what to do.
 */
export async function inspect(path: string, kind: Kind, reading: Reading): Promise<Inspection> {
  let columns: { header: string; samples: string[] }[] | null = null;
  let rows = 0;
  for await (const part of readTable(path, reading)) {
    if (columns === null) {
      const cells = 'header' in part ? part.header : part.cells;
      if (cells.length > MOST_COLUMNS) {
        throw unusable(
          `The header has ${cells.length} columns, more than ${MOST_COLUMNS}: is the delimiter right?`,
        );
      }
      columns = uniqueHeaders(cells).map((header) => ({ header, samples: [] }));
    } else if ('cells' in part) {
      rows = part.row;
      if (rows > MOST_ROWS) throw unusable(`The file has more than ${MOST_ROWS} rows: split it.`);
      collectSamples(columns, part.cells);
    }
  }
  if (columns === null) {
    throw unusable(
      `There is no header on or after line ${reading.headerRow}: choose another header row.`,
    );
  }
  const fields = matchHeaders(
    kind,
    columns.map(({ header }) => header),
  );
  return {
    reading,
    columns: columns.map((column, index) => ({ ...column, field: fields[index] ?? null })),
    rows,
  };
}

function collectSamples(columns: readonly { samples: string[] }[], cells: readonly string[]): void {
  for (const [index, { samples }] of columns.entries()) {
    const cell = cells[index]?.trim() ?? '';
    if (cell !== '' && samples.length < SAMPLES) samples.push(cell.slice(0, SAMPLE_LENGTH));
  }
}

function unusable(message: string): AppError {
  return new AppError('unusable', message);
}
