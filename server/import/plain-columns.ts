import type { HireRow, HireValue } from '../store/hire-ports.ts';
import type { Table } from './load-table.ts';
import { cellParser, storedValue, type rowParser } from './parse-row.ts';
import type { Numbers } from './plain-checks.ts';
import type { Plan, PlannedColumn } from './plan.ts';
import type { Survey } from './survey.ts';
import type { TextColumn } from './text-column.ts';

/** One mapped column of a table, read without a word about any of its cells. */
export interface PlainColumn {
  readonly field: string;
  readonly column: TextColumn;
  /** What each code says: null for blank, undefined where something is to be said about it. Null without codes. */
  readonly values: readonly (HireValue | undefined)[] | null;
  /** The same for a row. */
  value(row: number): HireValue | undefined;
  /** Whether nothing is to be said about the cell of a row; null where that holds of all rows. */
  readonly passes: ((row: number) => boolean) | null;
  /** Whether every cell that is not blank is read as it is written: so it is with plain ids. */
  readonly isAsWritten: boolean;
}

/** An id of this kind is read as it is written: no parser has anything to say about it. */
const PLAIN_ID = /^(?:[A-Za-z]{1,16}\d{1,32}|\d{1,16}|\d{15,30}(?:0[1-9]|[1-9]\d))$/;

/** A text this long may make a record longer than a page: it is left to the judge. */
const LONGEST = 2000;

/**
 * Readers of the mapped columns, which ask the parser of cells about each text and remember the answer. Null where the
 * parser of rows has something to say about every row.
 * @param orders for each field of dates whether day or month is first.
 */
export function plainColumns(
  plan: Plan,
  { columns }: Table,
  parse: ReturnType<typeof rowParser>,
  orders: Survey['orders'],
): PlainColumn[] | null {
  const nothing = parse({ row: 0, line: 0, cells: plan.fileColumns.map(() => '') });
  if (nothing.issues.some(({ code }) => code !== 'missing_required')) return null;

  /** What is made of the texts of one column: undefined unless they are taken without a word. */
  const readerOf = (planned: PlannedColumn): Read => {
    const blank = planned.column.required === true ? undefined : null;
    const cell = cellParser(plan, planned, orders);
    return (text) => {
      if (text.length > LONGEST) return undefined;
      if (text === '') return blank;
      const { value, issue } = cell(text);
      return issue !== null || value === undefined ? undefined : storedValue(plan, value, null);
    };
  };

  return plan.columns.flatMap((planned): PlainColumn[] => {
    const column = planned.index === null ? undefined : columns[planned.index];
    if (column === undefined) return [];
    const { field, kind } = planned.column;
    const read = readerOf(planned);
    return [
      column.codes === null
        ? ownTexts(field, column, kind === 'id', read)
        : coded(field, column, column.codes, read),
    ];
  });
}

type Read = (text: string) => HireValue | undefined;

function coded(field: string, column: TextColumn, codes: Uint16Array, read: Read): PlainColumn {
  const values = Array.from({ length: column.entries }, (_, code) => read(column.entry(code)));
  const isFine = Uint8Array.from(values, (value) => (value === undefined ? 0 : 1));
  const allPass = values.every((value, code) => value !== undefined || column.countOf(code) === 0);
  return {
    field,
    column,
    values,
    value: (row) => values[codes[row] ?? 0],
    passes: allPass ? null : (row) => isFine[codes[row] ?? 0] === 1,
    isAsWritten: false,
  };
}

/** A column in which nearly every row has its own text. An id is mostly read as it is written. */
function ownTexts(field: string, column: TextColumn, isId: boolean, read: Read): PlainColumn {
  const blank = read('');
  const isAsWritten = isId && blank === null && column.everyOwn(isPlainId);
  const value = (row: number): HireValue | undefined => {
    const text = column.text(row);
    if (text === '') return blank;
    return isId && (isAsWritten || PLAIN_ID.test(text)) ? text : read(text);
  };
  const passes = isAsWritten ? null : (row: number) => value(row) !== undefined;
  return { field, column, values: null, value, passes, isAsWritten };
}

/** Whether bytes are blank or what `PLAIN_ID` describes. */
function isPlainId(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from;
  while (at < to && isLetter(bytes[at] ?? 0)) at += 1;
  const [letters, digits] = [at - from, to - at];
  while (at < to && (bytes[at] ?? 0) >= 0x30 && (bytes[at] ?? 0) <= 0x39) at += 1;
  if (from === to) return true;
  if (at !== to || letters > 16 || digits < 1 || digits > 32) return false;
  // A long number that ends in zeros may have been rounded.
  return letters > 0 || digits <= 16 || bytes[to - 1] !== 0x30 || bytes[to - 2] !== 0x30;
}

function isLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

/**
 * The numbers of a field in rows with a mark: those of its column, else the one that all rows have. Null where no row
 * has one.
 */
export function numbersOf(
  column: PlainColumn | undefined,
  base: HireRow,
  field: string,
  rows: number,
  marks: Uint8Array,
): Numbers | null {
  const toNumber = (value: HireValue | undefined): number =>
    typeof value === 'number' ? value : Number.NaN;
  if (column === undefined) {
    const same = toNumber(new Map<string, HireValue>(Object.entries(base)).get(field));
    return Number.isNaN(same) ? null : { numbers: Float64Array.of(same), codes: null, step: 0 };
  }
  const { values } = column;
  if (values !== null) {
    return { numbers: Float64Array.from(values, toNumber), codes: column.column.codes, step: 0 };
  }
  const numbers = Float64Array.from({ length: rows }, (_, row) =>
    marks[row] === 0 ? Number.NaN : toNumber(column.value(row)),
  );
  return { numbers, codes: null, step: 1 };
}
