// Loops over bytes, four at a time: a view reads and writes them wherever they begin.

const HASH_START = 0x811c9dc5;
const HASH_STEP = 0x01000193;
const WORD_BYTES = 4;

/** A hash of some bytes: after FNV-1a, by four at a time, its upper bits folded in. */
export function hashOf(bytes: DataView, from: number, to: number): number {
  let hash = HASH_START ^ (to - from);
  if (to - from >= WORD_BYTES) {
    const last = to - WORD_BYTES;
    for (let at = from; at < last; at += WORD_BYTES) {
      hash = Math.imul(hash ^ bytes.getInt32(at), HASH_STEP);
      hash ^= hash >>> 15;
    }
    hash = Math.imul(hash ^ bytes.getInt32(last), HASH_STEP);
  } else {
    for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ bytes.getUint8(at), HASH_STEP);
  }
  return hash ^ (hash >>> 15);
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
