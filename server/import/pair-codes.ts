/** The pairs of codes that occur in two columns, each with a code of its own. */
export interface PairCodes {
  /** The pair of each row that is marked. */
  readonly codes: Uint32Array;
  /** The first row of each pair. */
  readonly firsts: readonly number[];
}

/** Codes of the pairs in rows with a mark, in the order in which they occur. `width` is above every second code. */
export function pairCodes(
  first: Uint16Array,
  second: Uint16Array,
  width: number,
  marks: Uint8Array,
): PairCodes {
  const codes = new Uint32Array(marks.length);
  const firsts: number[] = [];
  /** For each first code the pair with each second one, from 1. */
  const pairs: (Uint32Array | undefined)[] = [];
  for (let row = 0; row < marks.length; row += 1) {
    if (marks[row] === 0) continue;
    const seconds = (pairs[first[row] ?? 0] ??= new Uint32Array(width));
    const other = second[row] ?? 0;
    let pair = seconds[other] ?? 0;
    if (pair === 0) {
      firsts.push(row);
      pair = firsts.length;
      seconds[other] = pair;
    }
    codes[row] = pair - 1;
  }
  return { codes, firsts };
}
