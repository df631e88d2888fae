import type { Reading } from '../../domain/records/import-shapes.ts';
import { CsvScanner, type ScannedRecord } from './csv-scanner.ts';
import { openText } from './open-text.ts';

/**
 * The records of a file, as they come; each is valid until the next one is asked for.
 * @throws AppError `not_a_table` for the wrong encoding, `unusable` for a quote that is never closed.
 */
export async function scanCsv(
  path: string,
  reading: Reading,
  see: (record: ScannedRecord) => void,
): Promise<void> {
  for await (const scanner of scannedParts(path, reading)) while (scanner.next()) see(scanner);
}

/** The scanner of a file, each time that more of it is at hand. */
export async function* scannedParts(path: string, reading: Reading): AsyncGenerator<CsvScanner> {
  const scanner = new CsvScanner(reading.delimiter);
  for await (const text of openText(path, reading)) {
    scanner.add(text);
    yield scanner;
  }
  scanner.end();
  yield scanner;
}
