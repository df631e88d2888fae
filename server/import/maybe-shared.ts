import type { Plan } from './plan.ts';
import { isRegular, type Table } from './load-table.ts';
import type { TextColumn } from './text-column.ts';

const ID_FIELDS = ['candidate_id', 'employee_id'] as const;
const COMPANY_WEIGHT = 31;

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
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(table.rows * 2 + 2)));
  const mask = slots.length - 1;
  const hashAt = (row: number): number =>
    ids.hash(row) ^ Math.imul(company?.hash(row) ?? 0, COMPANY_WEIGHT);
  for (let row = 0; row < table.rows; row += 1) {
    if (!isRegular(table, row) || ids.isBlank(row)) continue;
    const hash = hashAt(row);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const other = (slots[slot] ?? 0) - 1;
      if (other === -1) {
        slots[slot] = row + 1;
        break;
      }
      if (hashAt(other) === hash) {
        shared[row] = 1;
        shared[other] = 1;
        break;
      }
    }
  }
}
