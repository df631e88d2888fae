import { createReadStream } from 'node:fs';
import { encodingOf, ENCODINGS, type Encoding } from '../../domain/records/encodings.ts';
import { refusal } from './refuse-file.ts';

const CHUNK_BYTES = 262_144;
const BYTE_ORDER_MARK = '\uFEFF';
const UNREADABLE = '\uFFFD';

/** The bytes of a file, in chunks. */
export async function* bytesOf(path: string, chunkBytes = CHUNK_BYTES): AsyncGenerator<Uint8Array> {
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    const bytes: unknown = chunk;
    if (bytes instanceof Uint8Array) yield bytes;
  }
}

/** An encoding by one of its names. Throws `unusable` that names those there are. */
export function knownEncoding(name: string): Encoding {
  const encoding = encodingOf(name);
  if (encoding !== null) return encoding;
  throw refusal('unknown_encoding', { encoding: name.slice(0, 40), known: ENCODINGS.join(', ') });
}

/**
 * A file's text in chunks, without a byte order mark.
 * @throws AppError `unusable` that names the first line whose bytes are not of that encoding, `not_a_table` for
 * a character that no text has.
 */
export async function* decode(path: string, name: string): AsyncGenerator<string> {
  const encoding = knownEncoding(name);
  // Only a decoder that streams tells Windows-1252 from Latin-1: see nodejs/node#56542.
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let first = true;
  const cleaned = (text: string): string => {
    if (text.includes('\0')) throw refusal('binary');
    if (!first || text === '') return text;
    first = false;
    return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  };
  try {
    for await (const bytes of bytesOf(path)) yield cleaned(decoder.decode(bytes, { stream: true }));
    yield cleaned(decoder.decode());
  } catch (error) {
    if (!(error instanceof TypeError && 'code' in error)) throw error;
    const line = await lineOfFailure(path, encoding);
    throw refusal('wrong_encoding', { line, encoding: encoding.toUpperCase() });
  }
}

/** The first line, from 1, with bytes that are not of an encoding. */
async function lineOfFailure(path: string, encoding: Encoding): Promise<number> {
  const decoder = new TextDecoder(encoding);
  let line = 1;
  for await (const bytes of bytesOf(path)) {
    const text = decoder.decode(bytes, { stream: true });
    const end = text.indexOf(UNREADABLE);
    line += (end < 0 ? text : text.slice(0, end)).match(/\r\n|\n|\r/g)?.length ?? 0;
    if (end >= 0) return line;
  }
  return line;
}
