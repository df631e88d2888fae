import type { Kind } from '../../domain/records/kinds.ts';
import { matchHeaders } from '../../domain/records/match-headers.ts';

/** How many rows may hold the header. */
export const HEADER_ROWS = 30;

/** One of the first rows of a file. */
export interface HeadRow {
  /** Physical line, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Fewer known names than this may be chance in a row of a wide table. */
const FEW_MATCHES = 2;
const NUMERIC = /^[\s\d.,:/\-+%¥$€年月日届]+$/u;

function filledCells(cells: readonly string[]): string[] {
  return cells.filter((cell) => cell.trim() !== '');
}

/**
 * The line of the header among the first rows of a file, by what stands in them: the row with most names of columns
 * that are known; else the first row that is as wide as the table and all words, where what stands above is a title.
 */
export function headerLine(rows: readonly HeadRow[], kind: Kind): number {
  const first = rows[0]?.line ?? 1;
  const head = rows.slice(0, HEADER_ROWS).map(({ line, cells }) => {
    const filled = filledCells(cells);
    return {
      line,
      filled: filled.length,
      matches: matchHeaders(kind, filled).filter((field) => field !== null).length,
      words: filled.every((cell) => !NUMERIC.test(cell)),
    };
  });
  const known = head.reduce((most, { matches }) => Math.max(most, matches), 0);
  const width = head.reduce((most, { filled }) => Math.max(most, filled), 0);
  const best = head.find(({ matches }) => matches === known);
  if (best !== undefined && known >= Math.min(FEW_MATCHES, width)) {
    return best === head[0] ? 1 : best.line;
  }
  const wide = head.findIndex(({ filled }) => filled * 2 > width);
  const header = head[wide];
  const titled = wide > 0 && header !== undefined && header.words && width > 1;
  return !titled || header.line === first ? 1 : header.line;
}
