import type { Column } from './columns.ts';
import { foldLetters, foldWidth } from './fold-text.ts';

/** What clears a stored value, in either language. */
export const CLEAR_MARKERS = ['<clear>', '清空'] as const;

const MARKERS: ReadonlySet<string> = new Set([...CLEAR_MARKERS, '<清空>']);

/** Ids tell records from one another, and other names were learned one by one: they are never taken away. */
const KEPT: ReadonlySet<string> = new Set(['candidate_id', 'employee_id', 'company', 'aliases']);

/** Whether a cell says that what is stored is to be emptied: `<clear>` or `清空`. A blank cell keeps it. */
export function isClearMarker(text: string): boolean {
  // Nearly every cell is decided by its first sign.
  const first = text.charAt(0);
  if (first !== '<' && first !== '清' && first !== '＜') return false;
  return MARKERS.has(foldWidth(text).toLowerCase());
}

/** Whether a record can do without a field. */
export function isClearable({ field, required }: Column): boolean {
  return required === false && !KEPT.has(field);
}

const folded = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Whether a cell says in a word of its column that there is none: an open end, any major. */
export function saysNone({ none }: Column, text: string): boolean {
  if (none === undefined) return false;
  const words = folded.get(none) ?? new Set(none.map(foldLetters));
  folded.set(none, words);
  return words.has(foldLetters(text));
}
