import { PageFile } from './page-file.ts';
import { writeRows, type ImageColumn } from './row-writer.ts';

/** A file of rows to be written. */
export interface Image<Column extends ImageColumn = ImageColumn> {
  /** Where nothing is yet. */
  readonly path: string;
  /** The statement that made the table. */
  readonly sql: string;
  /** Every column of the table in its order. */
  readonly columns: readonly Column[];
  /** The places of the rows in the order in which they get their ids. */
  readonly order: Uint32Array;
  readonly firstId: number;
}

/**
 * Writes rows of hires as a database of their own. `onRows` hears of so many rows more that are written; what it throws
 * ends the work.
 * @throws RangeError for a row without a value that is required; any error where the file cannot be written.
 */
export function writeImage(
  { path, sql, columns, order, firstId }: Image,
  onRows: (rows: number) => void,
): void {
  const file = new PageFile(path);
  try {
    writeRows(file, columns, order, firstId, onRows);
    file.finish('hires', sql);
  } finally {
    file.close();
  }
}
