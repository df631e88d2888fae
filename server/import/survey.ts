import type { Day } from '../../domain/dates.ts';
import type { ParseKind } from '../../domain/records/columns.ts';
import { isEmptyWord } from '../../domain/records/empty-words.ts';
import type { DayMonthOrder } from '../../domain/records/parsed.ts';
import { dateEvidence } from './date-evidence.ts';
import { fileIdentities, hasBothIds } from './file-identities.ts';
import { isRegular, rowOf, type Table } from './load-table.ts';
import { maybeShared } from './maybe-shared.ts';
import { cellOf } from './parse-row.ts';
import { payMedians } from './pay-medians.ts';
import type { Plan } from './plan.ts';
import type { TextColumn } from './text-column.ts';
import type { ImportStore } from '../store/import-ports.ts';

/** What only a whole file can tell about its rows. */
export interface Survey {
  readonly rows: number;
  /** For each field of dates that has some with day or month first: which, or null where nothing decides. */
  readonly orders: ReadonlyMap<string, DayMonthOrder | null>;
  /** The day the file is of: what the person says, else its latest date up to today, else that of the data. */
  readonly asOf: Day;
  /** How many cells of a field are filled in. */
  readonly filled: ReadonlyMap<string, number>;
  /** Whether several rows have this identity, so that they must be judged together. */
  readonly isRepeated: (identity: string) => boolean;
  /** Whether the row at an index may have such an identity; false only where it has none. */
  readonly maybeShared: (index: number) => boolean;
  /** The median pay of a degree in minor units a year; null where there are too few to tell. */
  readonly medianPay: (degree: string | null) => number | null;
}

/** Finds out from a whole file what its rows cannot tell one by one. */
export function survey(table: Table, plan: Plan, store: ImportStore): Survey {
  const dates = dateEvidence(plan);
  const pay = payMedians(plan);
  const filled = new Map<string, number>();
  const regular = regularRows(table);
  for (const { column, index } of plan.columns) {
    const cells = index === null ? null : (table.columns[index] ?? null);
    const count = cells === null ? regular.length : countFilled(cells, column.kind);
    if (count > 0) filled.set(column.field, count);
  }
  for (const planned of dates.columns) {
    const cells = planned.index === null ? null : (table.columns[planned.index] ?? null);
    if (cells === null) {
      if (regular.length > 0) dates.see(planned, cellOf(planned, []));
    } else for (const text of textsIn(cells)) dates.see(planned, text);
  }
  pay.see(table, regular);
  const orders = dates.orders();
  return {
    rows: table.rows,
    orders,
    asOf: plan.asOf ?? dates.latest(orders) ?? store.changes.latestAsOf() ?? plan.today,
    filled,
    ...sharedIdentities(table, plan, store, regular),
    medianPay: pay.medianOf(),
  };
}

function regularRows(table: Table): Uint32Array {
  const rows = new Uint32Array(table.rows);
  let count = 0;
  for (let row = 0; row < table.rows; row += 1) {
    if (!isRegular(table, row)) continue;
    rows[count] = row;
    count += 1;
  }
  return rows.subarray(0, count);
}

/**
 * How many cells say something; in rows that are not regular they are all blank. Where nearly every row has a text of
 * its own, a word for nothing counts too.
 */
function countFilled(cells: TextColumn, kind: ParseKind): number {
  let filled = cells.rows - cells.blanks;
  if (cells.codes === null) return filled;
  for (let code = 0; code < cells.entries; code += 1) {
    const text = cells.entry(code);
    if (text !== '' && isEmptyWord(kind, text)) filled -= cells.countOf(code);
  }
  return filled;
}

/** The texts of a column; one that occurs often comes once where that is cheap to know. */
function* textsIn(cells: TextColumn): Generator<string> {
  if (cells.codes === null) for (let row = 0; row < cells.rows; row += 1) yield cells.text(row);
  else for (let code = 0; code < cells.entries; code += 1) yield cells.entry(code);
}

/** Which identities occur more than once: looked for among the rows that may share one. */
function sharedIdentities(
  table: Table,
  plan: Plan,
  store: ImportStore,
  regular: Uint32Array,
): Pick<Survey, 'isRepeated' | 'maybeShared'> {
  const identities = fileIdentities(plan, store);
  // Two rows with both ids may come to one stored record by different ones, which no hash shows.
  const byRecord = hasBothIds(plan) && !store.hires.isEmpty();
  const shared = plan.kind === 'hires' && !byRecord ? maybeShared(table, plan) : null;
  for (let at = 0; at < regular.length; at += 1) {
    const row = regular[at] ?? 0;
    if (shared === null || shared[row] === 1) identities.see(rowOf(table, row).cells);
  }
  return {
    isRepeated: identities.isRepeated,
    maybeShared: (index) => shared === null || shared[index] === 1,
  };
}
