import type { Column } from './columns.ts';
import { foldLetters } from './fold-text.ts';
import { MONTHLY_PAY_HEADERS } from './hires.ts';
import { columnsOf, type Kind } from './kinds.ts';

const MONTHLY = new Set(MONTHLY_PAY_HEADERS.map(foldLetters));

/** Remarks in a header that do not change its meaning. A unit such as 万元 does, and stays. */
const REMARK = /[([（【]\s*(?:必填|选填|元|required|optional|yyyy-mm-dd)\s*[)\]）】]|\*/giu;

/** A header that says that its sums are in ten thousands: `经费(万元)`, `金额：万元`. */
const TEN_THOUSANDS = /[\s([（【:：/]*(?:单位[:：]?\s*)?万元[)\]）】\s]*/u;
/** A sum that says its own unit. */
const OWN_UNIT = /[万亿千元k¥$€]/iu;

/** The text of a sum in a column, with the unit that the header gives and the cell does not. */
export function inUnitOfHeader(header: string | null, raw: string): string {
  const scaled = header !== null && TEN_THOUSANDS.test(header) && !OWN_UNIT.test(raw);
  return scaled ? `${raw}万` : raw;
}

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
  // Sums whose column knows how to read a unit from its header. Pay in ten thousands stays for a person to map.
  const amounts = columns.filter((column) => column.kind === 'amount');
  const sums = new Map(
    amounts.flatMap(({ field, aliases }) =>
      [field, ...aliases.en, ...aliases.zh].map((name) => [foldLetters(name), field] as const),
    ),
  );
  const taken = new Set<string>();
  const matched = headers.map((): string | null => null);
  for (const names of [byName, byAlias]) {
    for (const [index, header] of headers.entries()) {
      const field = names.get(foldHeader(header)) ?? sums.get(foldHeader(withoutUnit(header)));
      if (field === undefined || matched[index] !== null || taken.has(field)) continue;
      matched[index] = field;
      taken.add(field);
    }
  }
  return matched;
}

const withoutUnit = (header: string): string => header.replace(TEN_THOUSANDS, '');

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
