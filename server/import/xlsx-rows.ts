import type { FileHandle } from 'node:fs/promises';
import { readSheet } from 'read-excel-file/node';
import { LIMITS } from './limits.ts';
import { refusal } from './refusal.ts';
import { numberText } from './xlsx-cells.ts';
import type { Workbook, WorkbookSheet } from './xlsx-workbook.ts';
import { storedZip, unpack } from './xlsx-zip.ts';

/** Of a long sheet so much is read at a time: the reader's time grows with the square of the rows. */
const BLOCK_LENGTH = 24 * 1024 * 1024;
/** The last row of a sheet in Excel. */
const LAST_ROW = 1_048_576;
/** A cell with content in a column of three letters, or of two after GR, the column 200. */
const WIDE_CELL = /<(?:\w+:)?c\s[^>]*?\br="(?:[A-Z]{3,}|[H-Z][A-Z]|G[S-Z])\d+"(?:[^>/]|\/(?!>))*>/;
const LATE_ROW = /<(?:\w+:)?row\s[^>]*?\br="(\d{7,})"/g;
/** An error in a cell, which the reader would drop. */
const ERROR_CELL = /(<(?:\w+:)?c\s[^>]*?\bt=)(["'])e\2/g;
const TABLE = /<(\w+:)?sheetData(?:\s[^>]*[^>/])?>/;
/** Where a row or a cell says which row it is. */
const PLACE = /(<(?:\w+:)?(?:row|c)\s(?:[^>]*?\s)?r="[A-Z]*)(\d+)(?=")/g;

/** Some rows of a sheet that follow each other. */
export interface SheetBlock {
  /** Number of the first of them, from 1. */
  readonly firstRow: number;
  readonly rows: readonly (readonly unknown[])[];
}

/**
 * The rows of a sheet, in order, in blocks; rows without anything may be missing between them. The reader is given no
 * more than it needs, unpacked already.
 * @throws AppError `not_a_table` where the sheet is damaged, `unusable` where it is too wide or too long.
 */
export async function* sheetBlocks(
  file: FileHandle,
  { shared }: Workbook,
  sheet: WorkbookSheet,
  blockLength = BLOCK_LENGTH,
): AsyncGenerator<SheetBlock> {
  // What is looked for is ASCII, and as Latin-1 every byte stays as it is.
  const xml = (await unpack(file, sheet.part)).toString('latin1');
  const late = [...xml.matchAll(LATE_ROW)].some(([, row]) => Number(row) > LAST_ROW);
  if (late || WIDE_CELL.test(xml)) {
    throw refusal('wide_sheet', { sheet: sheet.name, most: LIMITS.columns });
  }
  const common: [string, Buffer][] = [];
  for (const part of shared) common.push([part.name, await unpack(file, part)]);
  for (const block of blocksOf(xml, blockLength)) {
    const firstRow = firstRowOf(block);
    const content = fromFirstRow(block.replaceAll(ERROR_CELL, '$1"str"'), firstRow);
    const part: [string, Buffer] = [sheet.part.name, Buffer.from(content, 'latin1')];
    yield { firstRow, rows: await read(storedZip([...common, part]), sheet.place) };
  }
}

async function read(workbook: Buffer, place: number): Promise<readonly (readonly unknown[])[]> {
  try {
    return await readSheet(workbook, place, { trim: false, parseNumber: numberText });
  } catch {
    throw refusal('damaged_workbook');
  }
}

/** A sheet as several sheets with some of its rows each. */
function* blocksOf(xml: string, blockLength: number): Generator<string> {
  const table = TABLE.exec(xml);
  if (table === null) {
    yield xml;
    return;
  }
  const prefix = table[1] ?? '';
  const start = table.index + table[0].length;
  const end = xml.lastIndexOf(`</${prefix}sheetData>`);
  if (end < start) throw refusal('damaged_workbook');
  const [head, tail] = [xml.slice(0, start), xml.slice(end)];
  let from = start;
  do {
    const next = from + blockLength >= end ? -1 : xml.indexOf(`<${prefix}row `, from + blockLength);
    const to = next < 0 || next > end ? end : next;
    yield head + xml.slice(from, to) + tail;
    from = to;
  } while (from < end);
}

function firstRowOf(block: string): number {
  const place = block.matchAll(PLACE).next().value;
  return place === undefined ? 1 : Number(place[2]);
}

/** Renumbered to begin with row 1, so that the reader does not make up all rows before. */
function fromFirstRow(block: string, firstRow: number): string {
  if (firstRow <= 1) return block;
  return block.replaceAll(
    PLACE,
    (_, before: string, row: string) => `${before}${Number(row) - firstRow + 1}`,
  );
}
