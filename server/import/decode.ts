import { createReadStream } from 'node:fs';
import { binary, notUtf8 } from './refuse-non-table.ts';

const CHUNK_BYTES = 262_144;

/**
 * A file's text in chunks, without a byte order mark.
 * @throws AppError `not_a_table` where the bytes are not of that encoding.
 */
export async function* decode(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
      const bytes: unknown = chunk;
      if (!(bytes instanceof Uint8Array)) continue;
      if (bytes.includes(0)) throw binary();
      yield decoder.decode(bytes, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) throw notUtf8();
    throw error;
  }
}
