import type { Parsed } from '../../domain/records/parsed.ts';
import { parseDegree } from '../../domain/records/parse-enumeration.ts';
import { parseMonths } from '../../domain/records/parse-months.ts';
import { annualPay, parsePay } from '../../domain/records/parse-pay.ts';
import type { Table } from './load-table.ts';
import type { Plan, PlannedColumn } from './plan.ts';

/** Fewer sums of pay than this have no median worth comparing with. */
const FEWEST = 5;

function median(sorted: Float64Array): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/**
 * What rows say in a field, which is read once for each code. Null for a blank cell, and where the file does not give
 * the field.
 */
function reader<T>(
  { columns }: Table,
  planned: PlannedColumn | undefined,
  parse: (raw: string) => T,
): (row: number) => T | null {
  const read = (raw: string): T | null => (raw === '' ? null : parse(raw));
  const index = planned?.index ?? null;
  const column = index === null ? undefined : columns[index];
  if (column === undefined) {
    const same = read(planned?.constant ?? '');
    return () => same;
  }
  const { codes } = column;
  if (codes === null) return (row) => read(column.text(row));
  const known = Array.from({ length: column.entries }, (_, code) => read(column.entry(code)));
  return (row) => known[codes[row] ?? 0] ?? null;
}

/** The value of what was read; null where it could not be read. */
function valueOf<T>(parsed: Parsed<T> | null): T | null {
  return parsed !== null && 'value' in parsed ? parsed.value : null;
}

/** Collects the yearly pay of each degree. */
export function payMedians(plan: Plan) {
  const byDegree = new Map<string | null, number[]>();
  const context = { order: null, decimal: plan.decimal, today: plan.today };

  return {
    see: (table: Table, rows: Uint32Array): void => {
      const of = (field: string): PlannedColumn | undefined => plan.byField.get(field);
      if (of('salary') === undefined) return;
      const pay = reader(table, of('salary'), (raw) => valueOf(parsePay(raw, context)));
      const months = reader(table, of('months_paid'), (raw) => valueOf(parseMonths(raw, context)));
      const degree = reader(table, of('degree'), (raw) => valueOf(parseDegree(raw)));
      for (const row of rows) {
        const paid = pay(row);
        if (paid === null) continue;
        const key = degree(row);
        const sum = annualPay(paid, plan.payPeriod, months(row));
        const sums = byDegree.get(key);
        if (sums === undefined) byDegree.set(key, [sum]);
        else sums.push(sum);
      }
    },
    /** Once all rows are seen: the median of a degree, or null where there are too few. */
    medianOf: (): ((degree: string | null) => number | null) => {
      const medians = new Map<string | null, number>();
      for (const [key, sums] of byDegree) {
        if (sums.length >= FEWEST) medians.set(key, median(Float64Array.from(sums).sort()));
      }
      return (key) => medians.get(key) ?? null;
    },
  };
}
