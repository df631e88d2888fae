import { sameBytes, viewOf } from '../bytes.ts';

const FIRST_ROWS = 4096;
const FIRST_BYTES = 16_384;
const ASCII_END = 0x80;

/** What texts consist of, as it can be handed to another thread. */
export interface TextsState {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly hashes: Int32Array<ArrayBuffer>;
  readonly count: number;
  readonly ascii: boolean;
}

/** Bytes one after the other, with the place where each entry begins. */
export class Texts {
  bytes = Buffer.allocUnsafe(FIRST_BYTES);
  view = viewOf(this.bytes);
  starts = new Uint32Array(FIRST_ROWS);
  hashes = new Int32Array(FIRST_ROWS);
  count = 0;
  ascii = true;

  add(bytes: DataView, from: number, to: number, hash: number): void {
    const start = this.starts[this.count] ?? 0;
    const end = start + to - from;
    if (end > this.bytes.length) {
      const larger = Buffer.allocUnsafe(end * 2);
      larger.set(this.bytes.subarray(0, start));
      this.bytes = larger;
      this.view = viewOf(larger);
    }
    for (let at = from, into = start; at < to; at += 1, into += 1) {
      const byte = bytes.getUint8(at);
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

  state(): TextsState {
    const { bytes, starts, hashes, count, ascii } = this;
    return { bytes, starts, hashes, count, ascii };
  }

  /** Texts that come from another thread. */
  static of({ bytes, starts, hashes, count, ascii }: TextsState): Texts {
    const texts = new Texts();
    texts.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    texts.view = viewOf(bytes);
    return Object.assign(texts, { starts, hashes, count, ascii });
  }

  text(index: number): string {
    const [start, end] = [this.starts[index] ?? 0, this.starts[index + 1] ?? 0];
    return this.bytes.toString(this.ascii ? 'latin1' : 'utf8', start, end);
  }

  is(index: number, bytes: DataView, from: number, to: number): boolean {
    const start = this.starts[index] ?? 0;
    const length = (this.starts[index + 1] ?? 0) - start;
    return length === to - from && sameBytes(this.view, start, bytes, from, length);
  }
}

/** The same values with room for more. */
export function grown<T extends Uint32Array | Int32Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
