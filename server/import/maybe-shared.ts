import type { Plan } from './plan.ts';
import { isRegular, type Table } from './load-table.ts';
import type { TextColumn } from './text-column.ts';

const ID_FIELDS = ['candidate_id', 'employee_id'] as const;
const COMPANY_WEIGHT = 31;
const HASH_BITS = 32;
const BITS_OF_PLACE = 23;
const PLACES = 2 ** BITS_OF_PLACE;
const WORD_BITS = 32;
const WORD_SHIFT = 5;

function columnOf(table: Table, plan: Plan, field: string): TextColumn | null {
  const index = plan.byField.get(field)?.index ?? null;
  return index === null ? null : (table.columns[index] ?? null);
}

/**
 * Marks rows of hires that may share an id with another row of their file: all that do, and now and then one that
 * only looks like it, since hashes are compared.
 */
export function maybeShared(table: Table, plan: Plan): Uint8Array {
  const shared = new Uint8Array(table.rows);
  const company = columnOf(table, plan, 'company');
  for (const field of ID_FIELDS) {
    const ids = columnOf(table, plan, field);
    if (ids !== null) markRepeated(table, ids, company, shared);
  }
  return shared;
}

function markRepeated(
  table: Table,
  ids: TextColumn,
  company: TextColumn | null,
  shared: Uint8Array,
): void {
  const hashes = new Int32Array(table.rows);
  let rows = new Uint32Array(table.rows);
  let count = 0;
  for (let row = 0; row < table.rows; row += 1) {
    if (!isRegular(table, row) || ids.isBlank(row)) continue;
    hashes[row] = ids.hash(row) ^ Math.imul(company?.hash(row) ?? 0, COMPANY_WEIGHT);
    rows[count] = row;
    count += 1;
  }
  rows = rows.subarray(0, count);
  // Rows that are crowded by one part of their hash seldom are so by another one.
  const firsts = new Map<number, number>();
  for (const row of crowdedBy(crowdedBy(rows, hashes, 0), hashes, HASH_BITS - BITS_OF_PLACE)) {
    const hash = hashes[row] ?? 0;
    const first = firsts.get(hash);
    if (first === undefined) firsts.set(hash, row);
    else {
      shared[row] = 1;
      shared[first] = 1;
    }
  }
}

/**
 * Keeps of some rows those among which all repeated hashes are: whose hash falls on a bit on which another one falls.
 * The bits fit in the processor's cache, which a table of a million hashes does not.
 * @param rows gives its memory for those that are kept.
 * @param shift which part of the hash is looked at.
 */
function crowdedBy(rows: Uint32Array, hashes: Int32Array, shift: number): Uint32Array {
  const taken = new Uint32Array(PLACES / WORD_BITS);
  const crowded = new Uint32Array(PLACES / WORD_BITS);
  for (let at = 0; at < rows.length; at += 1) {
    const place = ((hashes[rows[at] ?? 0] ?? 0) >>> shift) & (PLACES - 1);
    const word = place >>> WORD_SHIFT;
    const bit = 1 << (place & (WORD_BITS - 1));
    const before = taken[word] ?? 0;
    if ((before & bit) === 0) taken[word] = before | bit;
    else crowded[word] = (crowded[word] ?? 0) | bit;
  }
  let kept = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    const place = ((hashes[row] ?? 0) >>> shift) & (PLACES - 1);
    if (((crowded[place >>> WORD_SHIFT] ?? 0) & (1 << (place & (WORD_BITS - 1)))) === 0) continue;
    rows[kept] = row;
    kept += 1;
  }
  return rows.subarray(0, kept);
}
