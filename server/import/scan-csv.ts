import type { Reading } from '../../domain/records/import-shapes.ts';
import { CsvScanner } from './csv-scanner.ts';
import { openUtf8 } from './open-text.ts';

/** The scanner of a file, each time that more of it is at hand. */
export async function* scannedParts(path: string, reading: Reading): AsyncGenerator<CsvScanner> {
  const scanner = new CsvScanner(reading.delimiter);
  for await (const text of openUtf8(path, reading)) {
    scanner.add(text);
    yield scanner;
  }
  scanner.end();
  yield scanner;
}
