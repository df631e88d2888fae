import { isUtf8 } from 'node:buffer';

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;

/** Why bytes are no text in UTF-8: they are in another encoding, or of no text at all. */
export type NotText = 'other' | 'binary';

/** Takes the bytes of a file as they come, and hands on what is checked to be text in UTF-8, without its mark. */
export class Utf8Stream {
  private rest: Uint8Array = new Uint8Array(0);
  private isFirst = true;

  /** The whole characters so far that were not handed on yet, or why they are none. */
  add(chunk: Uint8Array): Uint8Array | NotText {
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const whole = bytes.subarray(0, wholeCharacters(bytes));
    // A copy: `slice` of a buffer would be a view of what its owner fills again.
    this.rest = new Uint8Array(bytes.subarray(whole.length));
    return this.checked(whole);
  }

  /** What is left at the end of the file. */
  end(): Uint8Array | NotText {
    return this.checked(this.rest);
  }

  private checked(bytes: Uint8Array): Uint8Array | NotText {
    if (!isUtf8(bytes)) return 'other';
    if (bytes.includes(0)) return 'binary';
    if (!this.isFirst || bytes.length === 0) return bytes;
    this.isFirst = false;
    const isMarked = BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte);
    return isMarked ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes;
  }
}

/** Where the last whole character of UTF-8 ends. */
export function wholeCharacters(bytes: Uint8Array): number {
  const end = bytes.length;
  for (let back = 1; back <= Math.min(3, end); back += 1) {
    const byte = bytes[end - back] ?? 0;
    if (byte < 0x80) return end;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? end - back : end;
  }
  return end;
}
