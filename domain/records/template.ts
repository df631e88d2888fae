import { BYTE_ORDER_MARK, csvLine } from '../csv.ts';
import { columnsOf, type Kind } from './kinds.ts';

/** An empty file of a kind as CSV: the canonical headers and one example row. */
export function templateCsv(kind: Kind): string {
  const columns = columnsOf(kind);
  const header = csvLine(columns.map(({ field }) => field));
  return `${BYTE_ORDER_MARK}${header}${csvLine(columns.map(({ example }) => example))}`;
}
