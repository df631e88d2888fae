import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyBytes, hashOf, sameBytes, viewOf } from '../../../server/bytes.ts';

/** Some bytes, of few kinds so that they are often alike, and what stands before and after them. */
const some = fc.uint8Array({ max: 3, maxLength: 20 });
const around = fc.uint8Array({ maxLength: 5 });

/** A text among others, seen from the middle of its memory. */
function placed(before: Uint8Array, bytes: Uint8Array, after: Uint8Array): DataView {
  return viewOf(Buffer.concat([Buffer.of(9, 9, 9), before, bytes, after]).subarray(3));
}

describe('bytes', () => {
  it('are the same where each of them is, and then have one hash', () => {
    fc.assert(
      fc.property(some, fc.option(some), around, around, around, (first, other, a, b, c) => {
        const second = other ?? first;
        const [one, two] = [placed(a, first, b), placed(c, second, a)];
        const [from, to] = [a.length, c.length];
        const length = Math.min(first.length, second.length);
        const isSame = Buffer.compare(first.subarray(0, length), second.subarray(0, length)) === 0;
        expect(sameBytes(one, from, two, to, length)).toBe(isSame);
        const hashes = [one, two].map((view, index) => {
          const start = index === 0 ? from : to;
          return hashOf(view, start, start + length);
        });
        if (isSame) expect(hashes[0]).toBe(hashes[1]);
      }),
      { numRuns: 2000 },
    );
  });

  const ids: [string, (row: number) => string][] = [
    ['numbers', (row) => String(row)],
    ['numbers of one length', (row) => String(1_000_000 + row)],
    ['a letter and a number', (row) => `E${row}`],
    ['a letter and a number of one length', (row) => `C${1_000_000 + row}`],
    ['letters and a number with zeros', (row) => `EMP${String(row).padStart(7, '0')}`],
    ['names', (row) => `University ${row}`],
  ];
  it.each(ids)('that are %s have different hashes, but for a rare chance', (_, id) => {
    const rows = 100_000;
    const hashes = new Set<number>();
    for (let row = 0; row < rows; row += 1) {
      const bytes = Buffer.from(id(row));
      hashes.add(hashOf(viewOf(bytes), 0, bytes.length));
    }
    // Of numbers drawn from 2 ** 32 about one pair would be the same.
    expect(rows - hashes.size).toBeLessThan(20);
  });

  it('are copied, and nothing beside them', () => {
    fc.assert(
      fc.property(some, around, around, around, (bytes, a, b, c) => {
        const target = placed(b, new Uint8Array(bytes.length), c);
        copyBytes(placed(a, bytes, c), a.length, target, b.length, bytes.length);
        const { buffer, byteOffset, byteLength } = target;
        expect([...new Uint8Array(buffer, byteOffset, byteLength)]).toEqual([...b, ...bytes, ...c]);
      }),
      { numRuns: 1000 },
    );
  });
});
