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

const MOST_REMEMBERED = 20_000;

/** A parser that remembers what it has read. */
function remembering<T>(parse: (raw: string) => T): (raw: string) => T {
  const known = new Map<string, T>();
  return (raw) => {
    const before = known.get(raw);
    if (before !== undefined) return before;
    const parsed = parse(raw);
    if (known.size < MOST_REMEMBERED) known.set(raw, parsed);
    return parsed;
  };
}

/** The text that rows have for a field; empty where the file does not give it. */
function textsOf({ columns }: Table, planned: PlannedColumn | undefined): (row: number) => string {
  const index = planned?.index ?? null;
  const cells = index === null ? undefined : columns[index];
  const constant = planned?.constant ?? '';
  return cells === undefined ? () => constant : (row) => cells.text(row);
}

/** Collects the yearly pay of each degree. */
export function payMedians(plan: Plan) {
  const byDegree = new Map<string | null, number[]>();
  const context = { order: null, decimal: plan.decimal, today: plan.today };
  const readPay = remembering((raw) => parsePay(raw, context));
  const readMonths = remembering((raw) => parseMonths(raw, context));
  const readDegree = remembering(parseDegree);

  return {
    see: (table: Table, rows: Uint32Array): void => {
      if (!plan.byField.has('salary')) return;
      const [salary, months, degree] = ['salary', 'months_paid', 'degree'].map((field) =>
        textsOf(table, plan.byField.get(field)),
      );
      for (const row of rows) {
        const raw = salary?.(row) ?? '';
        if (raw === '') continue;
        const pay = readPay(raw);
        if ('error' in pay) continue;
        const paid = months?.(row) ?? '';
        const count = paid === '' ? null : readMonths(paid);
        const said = degree?.(row) ?? '';
        const read = said === '' ? null : readDegree(said);
        const key = read !== null && 'value' in read ? read.value : null;
        const times = count !== null && 'value' in count ? count.value : null;
        const sums = byDegree.get(key);
        const sum = annualPay(pay.value, plan.payPeriod, times);
        if (sums === undefined) byDegree.set(key, [sum]);
        else sums.push(sum);
      }
    },
    /** Once all rows are seen: the median of a degree, or null where there are too few. */
    medianOf: (): ((degree: string | null) => number | null) => {
      const medians = new Map<string | null, number>();
      for (const [key, sums] of byDegree) {
        if (sums.length >= FEWEST) medians.set(key, median(Float64Array.from(sums).toSorted()));
      }
      return (key) => medians.get(key) ?? null;
    },
  };
}
