import type { Plan } from './plan.ts';
import { isRegular, type Table } from './load-table.ts';
import type { TextColumn } from './text-column.ts';

const ID_FIELDS = ['candidate_id', 'employee_id'] as const;
const COMPANY_WEIGHT = 31;
const BITS = 2 ** 23;
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
  const hashAt = (row: number): number =>
    ids.hash(row) ^ Math.imul(company?.hash(row) ?? 0, COMPANY_WEIGHT);
  const crowded = rowsInCrowds(table, ids, hashAt);
  const firsts = new Map<number, number>();
  for (const row of crowded) {
    const hash = hashAt(row);
    const first = firsts.get(hash);
    if (first === undefined) firsts.set(hash, row);
    else {
      shared[row] = 1;
      shared[first] = 1;
    }
  }
}

/**
 * The few rows among which all repeated hashes are: those whose hash falls on a bit on which another one falls. The
 * bits fit in the processor's cache, which a table of a million hashes does not.
 */
function rowsInCrowds(table: Table, ids: TextColumn, hashAt: (row: number) => number): number[] {
  const taken = new Uint32Array(BITS / WORD_BITS);
  const crowded = new Uint32Array(BITS / WORD_BITS);
  for (let row = 0; row < table.rows; row += 1) {
    if (!isRegular(table, row) || ids.isBlank(row)) continue;
    const hash = hashAt(row) & (BITS - 1);
    const [word, bit] = [hash >>> WORD_SHIFT, 1 << (hash & (WORD_BITS - 1))];
    if (((taken[word] ?? 0) & bit) !== 0) crowded[word] = (crowded[word] ?? 0) | bit;
    taken[word] = (taken[word] ?? 0) | bit;
  }
  const rows: number[] = [];
  for (let row = 0; row < table.rows; row += 1) {
    const hash = hashAt(row) & (BITS - 1);
    const bit = 1 << (hash & (WORD_BITS - 1));
    if (((crowded[hash >>> WORD_SHIFT] ?? 0) & bit) === 0) continue;
    if (isRegular(table, row) && !ids.isBlank(row)) rows.push(row);
  }
  return rows;
}
