import type { Column } from './columns.ts';
import { foldLetters } from './fold-text.ts';
import { MONTHLY_PAY_HEADERS } from './hires.ts';
import { columnsOf, type Kind } from './kinds.ts';

const MONTHLY = new Set(MONTHLY_PAY_HEADERS.map(foldLetters));

/** Remarks in a header that do not change its meaning. A unit such as 万元 does, and stays. */
const REMARK = /[([（【]\s*(?:必填|选填|元|required|optional|yyyy-mm-dd)\s*[)\]）】]|\*/giu;

/** Headers made unique, in the file's order: `Name`, `Name (2)`, `Column 3` for an empty one. */
export function uniqueHeaders(cells: readonly string[]): string[] {
  const taken = new Set<string>();
  return cells.map((cell, index) => {
    const name = cell.trim() === '' ? `Column ${index + 1}` : cell.trim();
    let unique = name;
    for (let count = 2; taken.has(unique); count += 1) unique = `${name} (${count})`;
    taken.add(unique);
    return unique;
  });
}

/** Whether a header says that pay is by the month. */
export function isMonthlyPay(header: string): boolean {
  return MONTHLY.has(foldHeader(header));
}

/**
 * The field each header suggests, or null. No field is suggested twice: the canonical name wins over an
 * alias, and among equals the first header does.
 */
export function matchHeaders(kind: Kind, headers: readonly string[]): (string | null)[] {
  const columns = columnsOf(kind);
  const byName = new Map(columns.map(({ field }) => [foldLetters(field), field]));
  const byAlias = aliasesOf(kind, columns);
  const taken = new Set<string>();
  const matched = headers.map((): string | null => null);
  for (const names of [byName, byAlias]) {
    for (const [index, header] of headers.entries()) {
      const field = names.get(foldHeader(header));
      if (field === undefined || matched[index] !== null || taken.has(field)) continue;
      matched[index] = field;
      taken.add(field);
    }
  }
  return matched;
}

function aliasesOf(kind: Kind, columns: readonly Column[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { field, aliases } of columns) {
    for (const alias of [...aliases.en, ...aliases.zh]) names.set(foldLetters(alias), field);
  }
  if (kind === 'hires') for (const header of MONTHLY) names.set(header, 'salary');
  return names;
}

/** A header as it is compared: without case, spaces, punctuation and remarks such as 必填. */
export function foldHeader(header: string): string {
  return foldLetters(header.replaceAll(REMARK, ''));
}
