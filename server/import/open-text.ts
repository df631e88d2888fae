import type { Reading } from '../../domain/records/import-shapes.ts';
import { decode } from './decode.ts';

/**
 * The text of an upload in chunks, without a byte order mark, as `reading` says it is written.
 * @throws AppError `not_a_table` where the bytes are not of that encoding.
 */
export function openText(path: string, reading: Reading): AsyncIterable<string> {
  return decode(path, reading.encoding);
}
