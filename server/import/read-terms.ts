import { AppError } from '../../domain/errors.ts';
import type { Reading } from '../../domain/records/import-shapes.ts';
import type { Term } from '../store/import-ports.ts';
import { readRows } from './read-rows.ts';

/** Such a file is our own: always CSV in UTF-8. */
const READING: Reading = {
  encoding: 'utf-8',
  delimiter: ',',
  headerRow: 1,
  sheet: null,
  decimal: null,
};

/**
 * Reads Chinese names of values from a CSV with the columns dimension, value and name_zh.
 * @throws AppError `unusable` for a row without all three.
 */
export async function readTerms(path: string): Promise<Term[]> {
  const terms: Term[] = [];
  for await (const { line, cells } of readRows(path, READING)) {
    const [dimension, value, nameZh] = cells;
    if (!dimension || !value || !nameZh) {
      throw new AppError(
        'unusable',
        `Line ${line} of ${path} lacks one of dimension, value and name_zh.`,
      );
    }
    terms.push({ dimension, value, nameZh });
  }
  return terms;
}
