import { finding, type Finding } from './issues.ts';

/** What a spreadsheet shows where a formula failed. */
const FAILED =
  /^#(?:n\/a|ref!|value!|div\/0!|name\?|num!|null!|spill!|calc!|getting_data|field!|blocked!)$/i;
/** What it shows where a column is too narrow. */
const TOO_NARROW = /^#{2,}$/;
/** Where letters could not be written: the sign for that, and what becomes of it when read as GBK. */
const DAMAGED = /\uFFFD|锟斤拷/;

const LONGEST_SHOWN = 60;

/** What is wrong with a cell whatever its column: it lost what it said before it came here. Null for nearly all. */
export function brokenCell(text: string): Finding | null {
  if (text.startsWith('#')) {
    if (FAILED.test(text)) return finding('formula_error', { value: text });
    if (TOO_NARROW.test(text))
      return finding('hash_marks', { value: text.slice(0, LONGEST_SHOWN) });
  }
  if (DAMAGED.test(text)) return finding('damaged_text', { value: text.slice(0, LONGEST_SHOWN) });
  return null;
}
