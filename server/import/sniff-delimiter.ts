import type { Reading } from '../../domain/records/import-shapes.ts';

/** In the order in which a tie is decided. */
const DELIMITERS = [',', '\t', ';', '|'] as const;
const LINES = 50;

/** How often a delimiter stands outside quotes in each of the first lines. */
function countPerLine(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let count = 0;
  let quoted = false;
  let filled = false;
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    if (quoted) continue;
    if (sign === '\n' || sign === '\r') {
      if (filled) counts.push(count);
      count = 0;
      filled = false;
      if (counts.length === LINES) return counts;
    } else {
      filled = true;
      if (sign === delimiter) count += 1;
    }
  }
  if (filled) counts.push(count);
  return counts;
}

/** The delimiter that splits most lines alike; a comma where none does. */
export function sniffDelimiter(text: string): Reading['delimiter'] {
  let best: { delimiter: Reading['delimiter']; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = countPerLine(text, delimiter);
    const header = counts[0] ?? 0;
    if (header === 0) continue;
    const alike = counts.filter((count) => count === header).length / counts.length;
    const score = alike * Math.log2(1 + header);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}
