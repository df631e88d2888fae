import { parseDegree } from '../../domain/records/parse-enumeration.ts';
import { parseMonths } from '../../domain/records/parse-months.ts';
import { annualPay, parsePay } from '../../domain/records/parse-pay.ts';
import { cellOf } from './parse-row.ts';
import type { Plan } from './plan.ts';

/** Fewer sums of pay than this have no median worth comparing with. */
const FEWEST = 5;

function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Collects, row by row, the yearly pay of each degree. */
export function payMedians(plan: Plan) {
  const byDegree = new Map<string | null, number[]>();
  const salary = plan.byField.get('salary');
  const degree = plan.byField.get('degree');
  const months = plan.byField.get('months_paid');
  const context = { order: null, decimal: plan.decimal, today: plan.today };

  return {
    see: (cells: readonly string[]): void => {
      if (salary === undefined) return;
      const raw = cellOf(salary, cells);
      if (raw === '') return;
      const pay = parsePay(raw, context);
      if ('error' in pay) return;
      const paid = months === undefined ? '' : cellOf(months, cells);
      const count = paid === '' ? null : parseMonths(paid, context);
      const said = degree === undefined ? '' : cellOf(degree, cells);
      const read = said === '' ? null : parseDegree(said);
      const key = read !== null && 'value' in read ? read.value : null;
      const times = count !== null && 'value' in count ? count.value : null;
      const sums = byDegree.get(key);
      const sum = annualPay(pay.value, plan.payPeriod, times);
      if (sums === undefined) byDegree.set(key, [sum]);
      else sums.push(sum);
    },
    /** Once all rows are seen: the median of a degree, or null where there are too few. */
    medianOf: (): ((degree: string | null) => number | null) => {
      const medians = new Map<string | null, number>();
      for (const [key, sums] of byDegree) {
        if (sums.length >= FEWEST) medians.set(key, median(sums.toSorted((a, b) => a - b)));
      }
      return (key) => medians.get(key) ?? null;
    },
  };
}
