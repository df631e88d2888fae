import type { Reading } from '../../domain/records/import-shapes.ts';
import { loadTable, type Table } from './load-table.ts';

interface Kept {
  readonly path: string;
  readonly encoding: string;
  readonly key: string;
  readonly table: Table;
}

/** The last table that was read: inspecting, mapping, settling names and committing look at the same file. */
let kept: Kept | null = null;

/** What matters of a reading: the sign of decimals does not. */
function keyOf(path: string, { encoding, delimiter, headerRow, sheet }: Reading): string {
  return JSON.stringify([path, encoding, delimiter, headerRow, sheet]);
}

/** A file as a table, read again only where another one was read since. Throws what `loadTable` throws. */
export async function keptTable(path: string, reading: Reading): Promise<Table> {
  if (kept?.key === keyOf(path, reading)) return kept.table;
  // Two at a time could be too much for the memory.
  kept = null;
  const table = await loadTable(path, reading);
  keepTable(path, reading, table);
  return table;
}

/** Keeps a table that was read. */
export function keepTable(path: string, reading: Reading, table: Table): void {
  kept = { path, encoding: reading.encoding, key: keyOf(path, reading), table };
}

/** Whether the kept table is of a file and was read as UTF-8, with which no byte of it was at odds. */
export function wasReadAsUtf8(path: string): boolean {
  return kept?.path === path && kept.encoding === 'utf-8';
}

/** Forgets the last table. */
export function forgetTable(): void {
  kept = null;
}
