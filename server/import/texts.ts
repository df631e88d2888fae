const FIRST_ROWS = 4096;
const FIRST_BYTES = 16_384;
const HASH_START = 0x811c9dc5;
const HASH_STEP = 0x01000193;
const ASCII_END = 0x80;

/** A hash of some bytes: FNV-1a, its upper bits folded in. */
export function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = HASH_START;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), HASH_STEP);
  return hash ^ (hash >>> 15);
}

function sameBytes(a: Uint8Array, from: number, b: Uint8Array, other: number, length: number) {
  for (let at = 0; at < length; at += 1) if (a[from + at] !== b[other + at]) return false;
  return true;
}

/** Bytes one after the other, with the place where each entry begins. */
export class Texts {
  bytes = Buffer.allocUnsafe(FIRST_BYTES);
  starts = new Uint32Array(FIRST_ROWS);
  hashes = new Int32Array(FIRST_ROWS);
  count = 0;
  ascii = true;

  add(bytes: Uint8Array, from: number, to: number, hash: number): void {
    const start = this.starts[this.count] ?? 0;
    const end = start + to - from;
    if (end > this.bytes.length) {
      const larger = Buffer.allocUnsafe(end * 2);
      larger.set(this.bytes.subarray(0, start));
      this.bytes = larger;
    }
    for (let at = from, into = start; at < to; at += 1, into += 1) {
      const byte = bytes[at] ?? 0;
      this.bytes[into] = byte;
      if (byte >= ASCII_END) this.ascii = false;
    }
    if (this.count + 1 >= this.starts.length) {
      this.starts = grown(this.starts, new Uint32Array(this.starts.length * 2));
      this.hashes = grown(this.hashes, new Int32Array(this.hashes.length * 2));
    }
    this.hashes[this.count] = hash;
    this.count += 1;
    this.starts[this.count] = end;
  }

  text(index: number): string {
    const [start, end] = [this.starts[index] ?? 0, this.starts[index + 1] ?? 0];
    return this.bytes.toString(this.ascii ? 'latin1' : 'utf8', start, end);
  }

  is(index: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.starts[index] ?? 0;
    const length = (this.starts[index + 1] ?? 0) - start;
    return length === to - from && sameBytes(this.bytes, start, bytes, from, length);
  }
}

/** The same values with room for more. */
export function grown<T extends Uint32Array | Int32Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
