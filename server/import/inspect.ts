import type { FileColumn, Reading } from '../../domain/records/import-shapes.ts';
import type { Kind } from '../../domain/records/kinds.ts';
import { matchHeaders, uniqueHeaders } from '../../domain/records/match-headers.ts';
import { findReading } from './find-reading.ts';
import { keptTable } from './keep-table.ts';
import type { TextColumn } from './text-column.ts';

const SAMPLES = 5;
const SAMPLE_LENGTH = 100;

/** What a file turned out to be. */
export interface Inspection {
  readonly reading: Reading;
  readonly columns: FileColumn[];
  readonly rows: number;
}

/**
 * Reads a whole file once: its headers with the fields they suggest, samples and the number of its rows.
 * @param said how a person wants it to be read; the rest is found out.
 * @throws AppError `not_a_table` or `unusable`, with a sentence that says what to do.
 */
export async function inspect(
  path: string,
  kind: Kind,
  said: Partial<Reading>,
): Promise<Inspection> {
  const reading = await findReading(path, kind, said);
  const { header, columns, rows } = await keptTable(path, reading);
  const headers = uniqueHeaders(header);
  const fields = matchHeaders(kind, headers);
  return {
    reading,
    columns: headers.map((name, index) => ({
      header: name,
      field: fields[index] ?? null,
      samples: samplesOf(columns[index]),
    })),
    rows,
  };
}

function samplesOf(column: TextColumn | undefined): string[] {
  const samples: string[] = [];
  for (let row = 0; row < (column?.rows ?? 0) && samples.length < SAMPLES; row += 1) {
    const text = column?.text(row) ?? '';
    if (text !== '') samples.push(text.slice(0, SAMPLE_LENGTH));
  }
  return samples;
}
