import type { TextColumn } from './text-column.ts';

const KEY_BYTES = 5;
const ROW_BITS = 24;

/**
 * Rows roughly by the bytes of a column, so that an index over it grows at one place after the other: by the first
 * bytes in which the texts differ, then as they stand. Rows beyond 16 million stay as they stand.
 */
export function orderByText(column: TextColumn, rows: Uint32Array): Uint32Array {
  const last = rows.at(-1) ?? 0;
  if (rows.length < 2 || last >= 2 ** ROW_BITS) return rows;
  const skip = commonPrefix(column, rows);
  const keys = new BigUint64Array(rows.length);
  const halves = new Uint32Array(keys.buffer);
  const bytes = new Uint8Array(KEY_BYTES);
  for (const [place, row] of rows.entries()) {
    column.copyBytes(row, skip, bytes);
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = bytes;
    halves[place * 2] = ((e << ROW_BITS) | row) >>> 0;
    halves[place * 2 + 1] = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  }
  keys.sort();
  return rows.map((_, place) => (halves[place * 2] ?? 0) & (2 ** ROW_BITS - 1));
}

/** How many bytes all texts begin with alike. */
function commonPrefix(column: TextColumn, rows: Uint32Array): number {
  const first = Buffer.from(column.text(rows[0] ?? 0));
  let length = first.length;
  for (const row of rows) {
    if (length === 0) break;
    length = column.sharedLength(row, first, length);
  }
  return length;
}
