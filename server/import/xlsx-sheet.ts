import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { readSheet } from 'read-excel-file/node';
import { AppError } from '../../domain/errors.ts';
import { LIMITS } from './limits.ts';
import { refusal } from './refuse-file.ts';
import { numberText, sheetLine } from './xlsx-cells.ts';
import { sheetPath } from './xlsx-path.ts';
import { openWorkbook, type Workbook, type WorkbookSheet } from './xlsx-workbook.ts';
import { storedZip, unpack } from './xlsx-zip.ts';

const CHUNK_LENGTH = 262_144;
/** The last row of a sheet in Excel. */
const LAST_ROW = 1_048_576;
/** A cell with content in a column of three letters, or of two after GR, the column 200. */
const WIDE_CELL = /<(?:\w+:)?c\s[^>]*?\br="(?:[A-Z]{3,}|[H-Z][A-Z]|G[S-Z])\d+"(?:[^>/]|\/(?!>))*>/;
const LATE_ROW = /<(?:\w+:)?row\s[^>]*?\br="(\d{7,})"/g;
/** An error in a cell, which the reader would drop. */
const ERROR_CELL = /(<(?:\w+:)?c\s[^>]*?\bt=)(["'])e\2/g;
const CONTENT = ['<v>', ':v>', '<t>', '<t ', ':t>', ':t '];

/** What a person may choose from, and what is chosen. */
export interface SheetChoice {
  readonly sheet: string;
  readonly sheets: string[];
}

/**
 * Converts a sheet of a workbook to CSV in UTF-8 beside it, a row a line; only once for each sheet.
 * @param wanted its name; null for the first one that is not empty, hidden ones last.
 * @throws AppError that says what is wrong with the file, or which sheets there are.
 */
export async function convertSheet(path: string, wanted: string | null): Promise<SheetChoice> {
  const file = await open(path, 'r');
  try {
    const workbook = await openWorkbook(file);
    const sheets = workbook.sheets.map(({ name }) => name);
    const chosen =
      wanted === null
        ? await firstFilled(file, workbook)
        : workbook.sheets.find(({ name }) => name === wanted);
    if (chosen === undefined) {
      if (wanted === null) throw refusal('empty_workbook');
      throw refusal('no_such_sheet', { sheet: wanted.slice(0, 80), sheets: sheets.join(', ') });
    }
    const target = sheetPath(path, chosen.name);
    if (!existsSync(target)) await writeRows(target, await rowsOf(file, workbook, chosen));
    return { sheet: chosen.name, sheets };
  } finally {
    await file.close();
  }
}

async function firstFilled(
  file: FileHandle,
  { sheets }: Workbook,
): Promise<WorkbookSheet | undefined> {
  const visibleFirst = sheets.toSorted((a, b) => Number(a.hidden) - Number(b.hidden));
  for (const sheet of visibleFirst) {
    const xml = await unpack(file, sheet.part);
    if (CONTENT.some((mark) => xml.includes(mark))) return sheet;
  }
  return undefined;
}

/** The rows of a sheet. The reader is given no more than it needs, unpacked already. */
async function rowsOf(
  file: FileHandle,
  { shared }: Workbook,
  sheet: WorkbookSheet,
): Promise<readonly (readonly unknown[])[]> {
  // What is looked for is ASCII, and every byte stays as it is.
  const xml = (await unpack(file, sheet.part)).toString('latin1');
  const late = [...xml.matchAll(LATE_ROW)].some(([, row]) => Number(row) > LAST_ROW);
  if (late || WIDE_CELL.test(xml)) {
    throw refusal('wide_sheet', { sheet: sheet.name, most: LIMITS.columns });
  }
  const parts: [string, Buffer][] = [
    [sheet.part.name, Buffer.from(xml.replaceAll(ERROR_CELL, '$1"str"'), 'latin1')],
  ];
  for (const part of shared) parts.push([part.name, await unpack(file, part)]);
  try {
    return await readSheet(storedZip(parts), sheet.place, { trim: false, parseNumber: numberText });
  } catch (error) {
    throw error instanceof AppError ? error : refusal('damaged_workbook');
  }
}

/** Writes under another name first: a conversion that breaks off leaves none. */
async function writeRows(target: string, rows: readonly (readonly unknown[])[]): Promise<void> {
  const unfinished = `${target}.${randomUUID()}`;
  const file = await open(unfinished, 'wx');
  try {
    let text = '';
    for (const row of rows) {
      text += sheetLine(row);
      if (text.length < CHUNK_LENGTH) continue;
      await file.write(text);
      text = '';
    }
    await file.write(text);
    await file.close();
    await rename(unfinished, target);
  } catch (error) {
    await file.close().catch(() => {});
    await rm(unfinished, { force: true });
    throw error;
  }
}
