import { isUtf8 } from 'node:buffer';
import type { Encoding } from '../../domain/records/encodings.ts';
import { bytesOf } from './decode.ts';
import { chineseOrWestern } from './encoding-score.ts';
import { wholeCharacters } from './utf8-stream.ts';

const CHUNK_BYTES = 1_048_576;
/** Of the units of a text in UTF-16, at least this share is ASCII: delimiters, line ends, digits. */
const LEAST_ASCII = 0.02;
/** Of the bytes of a text in UTF-16 that would be UTF-8 too, at least this share are NULs. */
const LEAST_NULS = 0.25;

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

/**
 * The encoding of a file by the evidence of the whole of it: a byte order mark, then where NULs stand, then whether
 * all of it is UTF-8, then whether it rather looks like Chinese or like Western text.
 */
export async function detectEncoding(path: string): Promise<Encoding> {
  let first = true;
  let pending: Uint8Array = new Uint8Array(0);
  let utf8 = true;
  for await (const chunk of bytesOf(path, CHUNK_BYTES)) {
    if (first) {
      const certain = marked(chunk) ?? utf16ByNulls(chunk);
      if (certain !== null) return certain;
      first = false;
    }
    const bytes = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    const whole = wholeCharacters(bytes);
    utf8 = isUtf8(bytes.subarray(0, whole));
    if (!utf8) break;
    pending = bytes.subarray(whole);
  }
  return utf8 && pending.length === 0 ? 'utf-8' : chineseOrWestern(path);
}

function marked(head: Uint8Array): Encoding | null {
  const found = MARKS.find(([, mark]) => mark.every((byte, index) => head[index] === byte));
  return found === undefined ? null : found[0];
}

/** UTF-16 without a mark: its ASCII characters have a NUL, always on the same side. */
function utf16ByNulls(head: Uint8Array): Encoding | null {
  if (!head.includes(0)) return null;
  // A few NULs in what is text otherwise are damage, or a binary: not every second byte.
  const nuls = head.reduce((sum, byte) => (byte === 0 ? sum + 1 : sum), 0);
  const text = isUtf8(head.subarray(0, wholeCharacters(head)));
  if (text && nuls < head.length * LEAST_NULS) return null;
  const units = Math.floor(head.length / 2);
  let little = 0;
  let big = 0;
  for (let index = 0; index + 1 < head.length; index += 2) {
    const [low = 0, high = 0] = [head[index], head[index + 1]];
    if (high === 0 && isAsciiText(low)) little += 1;
    else if (low === 0 && isAsciiText(high)) big += 1;
  }
  const most = Math.max(little, big);
  if (most < Math.max(1, units * LEAST_ASCII) || most < 2 * Math.min(little, big)) return null;
  return little > big ? 'utf-16le' : 'utf-16be';
}

function isAsciiText(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
