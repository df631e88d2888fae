// Loops over bytes, four at a time: a view reads and writes them wherever they begin.

/** Odd, with bits all over. */
const WORD_FACTOR = 0x9e3779b1;
const HASH_FACTOR = 0x85ebca6b;
const HASH_SHIFT = 15;
const WORD_BYTES = 4;

/** A hash of some bytes. Each word is mixed by itself first: ids that follow one another differ in few bits of two. */
export function hashOf(bytes: DataView, from: number, to: number): number {
  let hash = to - from;
  if (to - from >= WORD_BYTES) {
    const last = to - WORD_BYTES;
    for (let at = from; at < last; at += WORD_BYTES) hash = mixed(hash, bytes.getInt32(at));
    hash = mixed(hash, bytes.getInt32(last));
  } else for (let at = from; at < to; at += 1) hash = mixed(hash, bytes.getUint8(at));
  return hash ^ (hash >>> HASH_SHIFT);
}

function mixed(hash: number, word: number): number {
  const spread = Math.imul(word, WORD_FACTOR);
  return Math.imul(hash ^ spread ^ (spread >>> HASH_SHIFT), HASH_FACTOR);
}

/** Whether as many bytes are the same in two places. */
export function sameBytes(
  a: DataView,
  from: number,
  b: DataView,
  other: number,
  length: number,
): boolean {
  if (length < WORD_BYTES) {
    for (let at = 0; at < length; at += 1)
      if (a.getUint8(from + at) !== b.getUint8(other + at)) return false;
    return true;
  }
  const last = length - WORD_BYTES;
  for (let at = 0; at < last; at += WORD_BYTES)
    if (a.getInt32(from + at) !== b.getInt32(other + at)) return false;
  return a.getInt32(from + last) === b.getInt32(other + last);
}

/** Some text in UTF-8, to be read byte by byte or by more at a time. */
export interface ByteText {
  readonly bytes: Buffer;
  readonly view: DataView;
}

/** A view of some bytes, to be read by more than one at a time. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Copies bytes from one place to another, which must not overlap. */
export function copyBytes(
  source: DataView,
  from: number,
  target: DataView,
  to: number,
  length: number,
): void {
  if (length < WORD_BYTES) {
    for (let at = 0; at < length; at += 1) target.setUint8(to + at, source.getUint8(from + at));
    return;
  }
  const last = length - WORD_BYTES;
  for (let at = 0; at < last; at += WORD_BYTES) {
    target.setInt32(to + at, source.getInt32(from + at));
  }
  target.setInt32(to + last, source.getInt32(from + last));
}
