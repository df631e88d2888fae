import { createReadStream } from 'node:fs';
import { encodingOf, ENCODINGS, type Encoding } from '../../domain/records/encodings.ts';
import type { AppError } from '../../domain/errors.ts';
import { refusal } from './refusal.ts';
import { Utf8Stream, type NotText } from './utf8-stream.ts';

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
    throw await wrongEncoding(path, encoding);
  }
}

/**
 * A file's text in UTF-8, in chunks, without a byte order mark. Throws what `decode` throws.
 */
export async function* decodeToUtf8(path: string, name: string): AsyncGenerator<Uint8Array> {
  const encoding = knownEncoding(name);
  if (encoding !== 'utf-8') {
    for await (const text of decode(path, encoding)) yield Buffer.from(text);
    return;
  }
  const stream = new Utf8Stream();
  const text = async (bytes: Uint8Array | NotText): Promise<Uint8Array> => {
    if (bytes === 'binary') throw refusal('binary');
    if (bytes === 'other') throw await wrongEncoding(path, encoding);
    return bytes;
  };
  for await (const bytes of bytesOf(path)) yield await text(stream.add(bytes));
  yield await text(stream.end());
}

async function wrongEncoding(path: string, encoding: Encoding): Promise<AppError> {
  const line = await lineOfFailure(path, encoding);
  return refusal('wrong_encoding', { line, encoding: encoding.toUpperCase() });
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
