import { foldLetters, foldWidth } from './fold-text.ts';
import { read, refused, type Parsed } from './parsed.ts';

const YES = new Set([
  '是',
  'y',
  'yes',
  'true',
  't',
  '1',
  '对口',
  '匹配',
  '相关',
  '有',
  '√',
  '✓',
  '公开',
  '可见',
  '共享',
]);
const NO = new Set([
  '否',
  'n',
  'no',
  'false',
  'f',
  '0',
  '不对口',
  '不匹配',
  '不相关',
  '无',
  '不公开',
  '不可见',
  '不共享',
  '保密',
  '×',
  'x',
]);

/** Reads yes or no in either language, as 1 or 0. */
export function parseYesNo(raw: string): Parsed<0 | 1> {
  const words = [foldLetters(raw), foldWidth(raw)];
  if (words.some((word) => YES.has(word))) return read(1);
  if (words.some((word) => NO.has(word))) return read(0);
  return refused('unreadable_yes_no', { value: raw.trim() });
}
