import { viewOf } from '../../../bytes.ts';
import type { HireValue } from '../../hire-ports.ts';

/** Serial types: https://sqlite.org/fileformat2.html#record_format. Those of whole numbers are 1 to 6 by their bytes. */
const NULL = 0;
const FLOAT = 7;
const ZERO = 8;
const EMPTY_TEXT = 13;

const WHOLE_BYTES = [1, 2, 3, 4, 6, 8] as const;
const FLOAT_BYTES = 8;
const FIRST_BYTES = 65_536;
const FIRST_VALUES = 4096;

/** Values as SQLite stores them in a record: of each its serial type, and its bytes one after the other. */
export class StoredValues {
  count = 0;
  serials = new Uint32Array(FIRST_VALUES);
  /** Where the bytes of each begin; the next one's place is where they end. */
  starts = new Uint32Array(FIRST_VALUES);
  bytes = Buffer.alloc(FIRST_BYTES);
  view = viewOf(this.bytes);

  add(value: HireValue): void {
    const start = this.reserve(typeof value === 'string' ? Buffer.byteLength(value) : FLOAT_BYTES);
    const [serial, used] = this.write(start, value);
    this.push(serial, start + used);
  }

  /** Adds a text that is there in UTF-8; an empty one counts as none. */
  addText(bytes: Uint8Array, from: number, to: number): void {
    const start = this.reserve(to - from);
    for (let at = from, into = start; at < to; at += 1, into += 1)
      this.bytes[into] = bytes[at] ?? 0;
    this.push(from === to ? NULL : EMPTY_TEXT + (to - from) * 2, start + to - from);
  }

  /** Forgets all but so many values. */
  keep(count: number): void {
    this.count = count;
  }

  /** Makes room for bytes and answers where they begin. */
  private reserve(length: number): number {
    const start = this.starts[this.count] ?? 0;
    if (start + length > this.bytes.length) {
      const larger = Buffer.alloc((start + length) * 2);
      this.bytes.copy(larger, 0, 0, start);
      this.bytes = larger;
      this.view = viewOf(larger);
    }
    return start;
  }

  private push(serial: number, end: number): void {
    if (this.count + 1 === this.starts.length) {
      this.serials = grown(this.serials);
      this.starts = grown(this.starts);
    }
    this.serials[this.count] = serial;
    this.count += 1;
    this.starts[this.count] = end;
  }

  /** Writes the bytes of a value; answers its serial type and how many bytes they are. */
  private write(at: number, value: HireValue): readonly [serial: number, bytes: number] {
    if (value === null) return [NULL, 0];
    if (typeof value === 'string') {
      const bytes = this.bytes.write(value, at);
      return [EMPTY_TEXT + bytes * 2, bytes];
    }
    if (!Number.isSafeInteger(value)) {
      this.bytes.writeDoubleBE(value, at);
      return [FLOAT, FLOAT_BYTES];
    }
    if (value === 0 || value === 1) return [ZERO + value, 0];
    const type = WHOLE_BYTES.findIndex((bytes) => Math.abs(value + 0.5) < 2 ** (bytes * 8 - 1));
    const bytes = WHOLE_BYTES[type] ?? FLOAT_BYTES;
    if (bytes === 8) this.bytes.writeBigInt64BE(BigInt(value), at);
    else this.bytes.writeIntBE(value, at, bytes);
    return [type + 1, bytes];
  }
}

function grown(list: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(list.length * 2);
  larger.set(list);
  return larger;
}
