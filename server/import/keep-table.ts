import type { Reading } from '../../domain/records/import-shapes.ts';
import { loadTable, type Table } from './load-table.ts';

/** The last table that was read: inspecting, mapping, settling names and committing look at the same file. */
let kept: { readonly key: string; readonly table: Table } | null = null;

/** A file as a table, read again only where another one was read since. Throws what `loadTable` throws. */
export async function keptTable(path: string, reading: Reading): Promise<Table> {
  const { encoding, delimiter, headerRow, sheet } = reading;
  const key = JSON.stringify([path, encoding, delimiter, headerRow, sheet]);
  if (kept?.key === key) return kept.table;
  // Two at a time could be too much for the memory.
  kept = null;
  const table = await loadTable(path, reading);
  kept = { key, table };
  return table;
}

/** Forgets the last table. */
export function forgetTable(): void {
  kept = null;
}
