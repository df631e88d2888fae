import type { ParseKind } from './columns.ts';
import { foldWidth } from './fold-text.ts';
import { visibleText } from './hidden-characters.ts';

/** What programs and people write where they have nothing to say; read in every column. */
const EVERYWHERE: ReadonlySet<string> = new Set([
  // Nothing that can be seen.
  '',
  '-',
  '--',
  '---',
  '—',
  '——',
  '–',
  '/',
  '//',
  '.',
  '\\n',
  'null',
  '<null>',
  '(null)',
  'nan',
  'nat',
  '<na>',
  'n/a',
  'none',
  '(blank)',
  '(空白)',
  '空',
  '无',
  '暂无',
]);

/** The same where the word could not be a name: NA may be North America. */
const NO_NAMES: ReadonlySet<string> = new Set(['na', 'n.a.', 'nil', '没有', '未填', '未填写']);

const NAMED: ReadonlySet<ParseKind> = new Set<ParseKind>([
  'id',
  'company',
  'name',
  'text',
  'note',
  'aliases',
]);

const LONGEST = 8;

/**
 * Whether a cell says in a word that it is empty: `-`, `NULL`, `无`. Where the word means no, as in a column of yes
 * and no, it is read as that.
 */
export function isEmptyWord(kind: ParseKind, text: string): boolean {
  if (text.length > LONGEST || kind === 'yes_no') return false;
  const word = visibleText(foldWidth(text)).toLowerCase();
  return EVERYWHERE.has(word) || (!NAMED.has(kind) && NO_NAMES.has(word));
}
