import type { Parsed } from '../../domain/records/parsed.ts';
import { parseDegree } from '../../domain/records/parse-enumeration.ts';
import { parseMonths } from '../../domain/records/parse-months.ts';
import { annualPay, parsePay } from '../../domain/records/parse-pay.ts';
import { meantBy } from './chosen-values.ts';
import type { Table } from './load-table.ts';
import type { Plan, PlannedColumn } from './plan.ts';
import type { TextColumn } from './text-column.ts';

/** Fewer sums of pay than this have no median worth comparing with. */
const FEWEST = 5;

/** Combinations of codes that are counted at once; beyond that, row by row. */
const MOST_COMBINATIONS = 2 ** 19;

/** Sums of pay, with how many people are paid each; one may occur twice. */
interface Sums {
  readonly sums: number[];
  readonly counts: number[];
  people: number;
}

/** The sum of each of the people, in order. */
function inOrder({ sums, counts, people }: Sums): Float64Array {
  if (people === sums.length) return Float64Array.from(sums).sort();
  const all = new Float64Array(people);
  let filled = 0;
  for (const place of [...sums.keys()].toSorted((a, b) => (sums[a] ?? 0) - (sums[b] ?? 0))) {
    const from = filled;
    filled += counts[place] ?? 0;
    all.fill(sums[place] ?? 0, from, filled);
  }
  return all;
}

function median(sorted: Float64Array): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

function columnOf({ columns }: Table, planned: PlannedColumn | undefined): TextColumn | null {
  const index = planned?.index ?? null;
  return index === null ? null : (columns[index] ?? null);
}

/** One row for all that have the same texts in some columns, with their number; each row by itself where that is hard. */
function* alike(rows: Uint32Array, columns: readonly TextColumn[]): Generator<[number, number]> {
  const combinations = columns.reduce((all, { entries }) => all * entries, 1);
  if (columns.some(({ codes }) => codes === null) || combinations > MOST_COMBINATIONS) {
    for (const row of rows) yield [row, 1];
    return;
  }
  const { counts, examples } = counted(rows, columns, combinations);
  for (const [place, count] of counts.entries()) {
    if (count > 0) yield [examples[place] ?? 0, count];
  }
}

/** How many rows there are of each combination of codes, and one of them. */
function counted(rows: Uint32Array, columns: readonly TextColumn[], combinations: number) {
  const places = new Uint32Array(rows.length);
  for (const { entries, codes } of columns) {
    if (codes === null) throw new RangeError('A column without codes');
    for (let at = 0; at < rows.length; at += 1) {
      places[at] = (places[at] ?? 0) * entries + (codes[rows[at] ?? 0] ?? 0);
    }
  }
  const counts = new Uint32Array(combinations);
  const examples = new Uint32Array(combinations);
  for (let at = 0; at < rows.length; at += 1) {
    const place = places[at] ?? 0;
    counts[place] = (counts[place] ?? 0) + 1;
    examples[place] = rows[at] ?? 0;
  }
  return { counts, examples };
}

/** What rows say in a field, each text read once; null for a blank cell, and where the file does not give the field. */
function reader<T>(
  table: Table,
  planned: PlannedColumn | undefined,
  parse: (raw: string) => T,
): (row: number) => T | null {
  const read = (raw: string): T | null => (raw === '' ? null : parse(raw));
  const column = columnOf(table, planned);
  if (column !== null) {
    const { codes } = column;
    if (codes === null) return (row) => read(column.text(row));
    const known: (T | null | undefined)[] = [];
    return (row) => {
      const code = codes[row] ?? 0;
      const before = known[code];
      return before === undefined ? (known[code] = read(column.entry(code))) : before;
    };
  }
  const same = read(planned?.constant ?? '');
  return () => same;
}

/** The value of what was read; null where it could not be read. */
function valueOf<T>(parsed: Parsed<T> | null): T | null {
  return parsed !== null && 'value' in parsed ? parsed.value : null;
}

/** Collects the yearly pay of each degree. */
export function payMedians(plan: Plan) {
  const byDegree = new Map<string | null, Sums>();
  const context = { order: null, decimal: plan.decimal, today: plan.today };

  return {
    see: (table: Table, rows: Uint32Array): void => {
      const [ofPay, ofMonths, ofDegree] = ['salary', 'months_paid', 'degree'].map((field) =>
        plan.byField.get(field),
      );
      if (ofPay === undefined) return;
      const pay = reader(table, ofPay, (raw) => valueOf(parsePay(raw, context)));
      const months = reader(table, ofMonths, (raw) => valueOf(parseMonths(raw, context)));
      const degree = reader(table, ofDegree, (raw) =>
        valueOf(parseDegree(meantBy(plan.values['degree'], raw))),
      );
      const columns = [ofPay, ofMonths, ofDegree].flatMap(
        (planned) => columnOf(table, planned) ?? [],
      );
      for (const [row, count] of alike(rows, columns)) {
        const paid = pay(row);
        if (paid === null) continue;
        const key = degree(row);
        const sum = annualPay(paid, plan.payPeriod, months(row));
        const known: Sums = byDegree.get(key) ?? { sums: [], counts: [], people: 0 };
        known.sums.push(sum);
        known.counts.push(count);
        known.people += count;
        byDegree.set(key, known);
      }
    },
    /** Once all rows are seen: the median of a degree, or null where there are too few. */
    medianOf: (): ((degree: string | null) => number | null) => {
      const medians = new Map<string | null, number>();
      for (const [key, sums] of byDegree) {
        if (sums.people >= FEWEST) medians.set(key, median(inOrder(sums)));
      }
      return (key) => medians.get(key) ?? null;
    },
  };
}
