import { copyBytes, viewOf } from '../../../bytes.ts';
import type { BulkSource, HireValue } from '../../hire-ports.ts';
import type { PageFile } from './page-file.ts';
import { StoredValues } from './stored-values.ts';
import { varintBytes, writeVarint } from './varint.ts';

/** A column of the table. */
export interface ImageColumn {
  readonly name: string;
  /** Whether every row must have a value: nothing else checks it. */
  readonly isRequired: boolean;
  /** Null where no row has a value. */
  readonly source: BulkSource | null;
}

const ONE_BYTE = 0x80;
/** Rows are gathered column by column, so many at a time. */
const BLOCK = 1024;

/** Notes for rows of a file where among the stored values theirs stand: in every place of `step`, from `at` on. */
type Gather = (rows: Uint32Array, into: Uint32Array, at: number, step: number) => void;

function gatherer(source: BulkSource, values: StoredValues): Gather {
  const from = values.count;
  if ('codes' in source) {
    const { codes } = source;
    for (const value of source.values) values.add(value);
    return (rows, into, at, step) => {
      for (let index = 0, place = at; index < rows.length; index += 1, place += step) {
        into[place] = from + (codes[rows[index] ?? 0] ?? 0);
      }
    };
  }
  if ('value' in source) {
    values.add(source.value);
    return (rows, into, at, step) => {
      for (let index = 0, place = at; index < rows.length; index += 1, place += step) {
        into[place] = from;
      }
    };
  }
  const add = adder(source, values);
  return (rows, into, at, step) => {
    for (let index = 0, place = at; index < rows.length; index += 1, place += step) {
      into[place] = values.count;
      add(rows[index] ?? 0);
    }
  };
}

/** Adds the value that a row has to itself. */
function adder(
  source: Extract<BulkSource, { read: unknown } | { texts: unknown }>,
  values: StoredValues,
): (row: number) => void {
  if ('read' in source) return (row) => values.add(source.read(row));
  const { bytes, starts } = source.texts;
  return (row) => values.addText(bytes, starts[row] ?? 0, starts[row + 1] ?? 0);
}

/**
 * Writes rows into a file of pages, given every column of the table in its order. Rows get ids from `firstId` on.
 * `onRows` hears of so many rows more that are written.
 * @throws RangeError for a row without a value that is required.
 */
export function writeRows(
  file: PageFile,
  columns: readonly ImageColumn[],
  order: Uint32Array,
  firstId: number,
  onRows: (rows: number) => void,
): void {
  const values = new StoredValues();
  const missing = columns.find(({ source, isRequired }) => source === null && isRequired);
  if (missing !== undefined) throw new RangeError(`Every row needs ${missing.name}`);
  const given = columns.flatMap(({ source, isRequired }, index) =>
    source === null ? [] : [{ index, isRequired, gather: gatherer(source, values) }],
  );
  const shared = values.count;
  const width = given.length;
  const places = new Uint32Array(BLOCK * width);
  const required = Uint8Array.from(given, ({ isRequired }) => (isRequired ? 1 : 0));
  /** How many columns lie between one that is given and the one before. */
  const steps = Uint8Array.from(given, ({ index }, at) => index - (given[at - 1]?.index ?? -1));
  const { page } = file;
  const pageView = viewOf(page);

  const writeRow = (index: number, rowid: number): void => {
    const { serials, starts, view } = values;
    let head = 1 + columns.length;
    let body = 0;
    const first = index * width;
    for (let column = 0; column < width; column += 1) {
      const place = places[first + column] ?? 0;
      const serial = serials[place] ?? 0;
      if (serial === 0 && required[column] === 1) throw new RangeError('A row lacks a value');
      if (serial >= ONE_BYTE) head += varintBytes(serial) - 1;
      body += (starts[place + 1] ?? 0) - (starts[place] ?? 0);
    }
    if (head >= ONE_BYTE) throw new RangeError(`A record with a head of ${head} bytes`);
    const start = file.reserve(rowid, head + body);
    page[start] = head;
    // What is empty stays as it is: the page is full of zeros.
    let at = start;
    let into = start + head;
    for (let column = 0; column < width; column += 1) {
      const place = places[first + column] ?? 0;
      const serial = serials[place] ?? 0;
      at += steps[column] ?? 0;
      if (serial < ONE_BYTE) page[at] = serial;
      else at = writeVarint(page, at, serial) - 1;
      const from = starts[place] ?? 0;
      const length = (starts[place + 1] ?? 0) - from;
      copyBytes(view, from, pageView, into, length);
      into += length;
    }
  };

  for (let from = 0; from < order.length; from += BLOCK) {
    const rows = order.subarray(from, from + BLOCK);
    values.keep(shared);
    for (const [column, { gather }] of given.entries()) gather(rows, places, column, width);
    for (let index = 0; index < rows.length; index += 1) writeRow(index, firstId + from + index);
    onRows(rows.length);
  }
}

/** The same source with another value for each of its values. */
export function derived(source: BulkSource, derive: (value: HireValue) => HireValue): BulkSource {
  if ('codes' in source) return { codes: source.codes, values: source.values.map(derive) };
  if ('value' in source) return { value: derive(source.value) };
  if ('read' in source) return { read: (row) => derive(source.read(row)) };
  throw new RangeError('Nothing can be derived from texts');
}
