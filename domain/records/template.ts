import { BYTE_ORDER_MARK, csvLine } from '../csv.ts';
import type { Language } from '../language.ts';
import { columnsOf, type Kind } from './kinds.ts';

/** The headers of a kind: canonical ones, or in Chinese the first Chinese alias of each column. */
export function templateHeaders(kind: Kind, language: Language): string[] {
  return columnsOf(kind).map(({ field, aliases }) =>
    language === 'zh' ? (aliases.zh[0] ?? field) : field,
  );
}

/** One row as an example of a kind. */
export function templateExample(kind: Kind): string[] {
  return columnsOf(kind).map(({ example }) => example);
}

/** An empty file of a kind as CSV: the headers and one example row. */
export function templateCsv(kind: Kind, language: Language): string {
  const header = csvLine(templateHeaders(kind, language));
  return `${BYTE_ORDER_MARK}${header}${csvLine(templateExample(kind))}`;
}

const REQUIRED = {
  yes: 'required 必填',
  no: '',
  if_mapped: 'if the column is there, in every row 如有此列，每行必填',
} as const;

/** What the columns of a kind mean, in both languages, as a table with a header. */
export function templateHelp(kind: Kind): string[][] {
  const rows = columnsOf(kind).map(({ field, required, aliases, example, help }) => [
    field,
    aliases.zh[0] ?? '',
    required === 'if_mapped' ? REQUIRED.if_mapped : REQUIRED[required ? 'yes' : 'no'],
    example,
    help.en,
    help.zh,
    [...aliases.en, ...aliases.zh].join(', '),
  ]);
  const header = [
    'Column 列名',
    'In Chinese 中文列名',
    'Required 是否必填',
    'Example 示例',
    'Meaning',
    '说明',
    'Also recognized 其他可识别的列名',
  ];
  return [header, ...rows];
}
