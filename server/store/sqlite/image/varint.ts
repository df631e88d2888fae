/** Numbers as SQLite writes them, seven bits a byte: https://sqlite.org/fileformat2.html#varint. Up to 2^49. */
const BITS = 0x80;
const MOST_BYTES = 7;

/** How many bytes a number takes. Throws a RangeError beyond what is supported. */
export function varintBytes(value: number): number {
  let bytes = 1;
  for (let rest = value; rest >= BITS; rest = Math.floor(rest / BITS)) bytes += 1;
  if (bytes > MOST_BYTES || value < 0) throw new RangeError(`${value} does not fit`);
  return bytes;
}

/** Writes a number at a place and answers the place after it. */
export function writeVarint(into: Uint8Array, at: number, value: number): number {
  if (value < BITS) {
    into[at] = value;
    return at + 1;
  }
  const end = at + varintBytes(value);
  let rest = value;
  for (let place = end - 1; place >= at; place -= 1) {
    into[place] = (rest % BITS) | (place === end - 1 ? 0 : BITS);
    rest = Math.floor(rest / BITS);
  }
  return end;
}
