import type { Reading } from '../../domain/records/import-shapes.ts';
import { decode, decodeToUtf8 } from './decode.ts';
import { sheetPath } from './xlsx-path.ts';

/**
 * The text of an upload in chunks, without a byte order mark, as `reading` says it is written. A sheet of a workbook
 * is the CSV that it was converted to when the file was inspected: its lines are the rows of the sheet.
 * @throws AppError `unusable` where the bytes are not of that encoding, `not_a_table` where they are no text.
 */
export function openText(path: string, { encoding, sheet }: Reading): AsyncIterable<string> {
  return sheet === null ? decode(path, encoding) : decode(sheetPath(path, sheet), 'utf-8');
}

/** The same in UTF-8. */
export function openUtf8(path: string, { encoding, sheet }: Reading): AsyncIterable<Uint8Array> {
  return sheet === null
    ? decodeToUtf8(path, encoding)
    : decodeToUtf8(sheetPath(path, sheet), 'utf-8');
}
