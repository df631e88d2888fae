import { describe, expect, it } from 'vitest';
import { Utf8Stream } from '../../../server/import/utf8-stream.ts';

const TEXT = 'a苏州é大学𠮷b\n'.repeat(7);

/** The text as the stream hands it on, of pieces that all come in the same buffer. */
function throughOneBuffer(size: number): string {
  const bytes = Buffer.from(TEXT);
  const buffer = Buffer.alloc(size);
  const stream = new Utf8Stream();
  const parts: Buffer[] = [];
  for (let from = 0; from < bytes.length; from += size) {
    const length = bytes.copy(buffer, 0, from, Math.min(from + size, bytes.length));
    const text = stream.add(buffer.subarray(0, length));
    if (typeof text === 'string') throw new Error(text);
    parts.push(Buffer.from(text));
  }
  const rest = stream.end();
  if (typeof rest === 'string') throw new Error(rest);
  return Buffer.concat([...parts, rest]).toString();
}

describe('text in UTF-8 that comes in pieces', () => {
  it.each([4, 5, 7, 11, 64])('is whole where the same %i bytes are filled again', (size) => {
    expect(throughOneBuffer(size)).toBe(TEXT);
  });
});
