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

/** The number that occurs most often, the larger one of two; 0 for none. */
function modeOf(counts: readonly number[]): number {
  const frequency = new Map<number, number>();
  for (const count of counts) frequency.set(count, (frequency.get(count) ?? 0) + 1);
  const byFrequency = [...frequency].toSorted((a, b) => b[1] - a[1] || b[0] - a[0]);
  return byFrequency[0]?.[0] ?? 0;
}

/** The delimiter that splits most lines alike; a comma where none does. Titles above the table have none. */
export function sniffDelimiter(text: string): Reading['delimiter'] {
  let best: { delimiter: Reading['delimiter']; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = countPerLine(text, delimiter);
    const usual = modeOf(counts.filter((count) => count > 0));
    if (usual === 0) continue;
    const alike = counts.filter((count) => count === usual).length / counts.length;
    const score = alike * Math.log2(1 + usual);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}
