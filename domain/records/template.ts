import { columnsOf, type Kind } from './kinds.ts';

function cell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** An empty file of a kind as CSV: the canonical headers and one example row. */
export function templateCsv(kind: Kind): string {
  const columns = columnsOf(kind);
  const header = columns.map(({ field }) => cell(field));
  const example = columns.map((column) => cell(column.example));
  return `${header.join(',')}\r\n${example.join(',')}\r\n`;
}
