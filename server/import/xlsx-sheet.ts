import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { refusal } from './refusal.ts';
import { sheetLine } from './xlsx-cells.ts';
import { sheetPath } from './xlsx-path.ts';
import { sheetBlocks, type SheetBlock } from './xlsx-rows.ts';
import { openWorkbook, type Workbook, type WorkbookSheet } from './xlsx-workbook.ts';
import { unpack } from './xlsx-zip.ts';

const CHUNK_LENGTH = 262_144;
/** What a sheet with anything in it has. */
const CONTENT = ['<v>', ':v>', '<t>', '<t ', ':t>', ':t '];

/** What a person may choose from, and what is chosen. */
export interface SheetChoice {
  readonly sheet: string;
  readonly sheets: string[];
}

/**
 * Converts a sheet of a workbook to CSV in UTF-8 beside it, a row a line; only once for each sheet.
 * @param wanted its name; null for the first one that is not empty, hidden ones last.
 * @param blockLength how much of the sheet is read at a time.
 * @throws AppError that says what is wrong with the file, or which sheets there are.
 */
export async function convertSheet(
  path: string,
  wanted: string | null,
  blockLength?: number,
): Promise<SheetChoice> {
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
    if (!existsSync(target)) {
      await writeLines(target, await linesOf(sheetBlocks(file, workbook, chosen, blockLength)));
    }
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

/** A sheet as lines of CSV, a row a line, all of them as wide as the widest. */
async function linesOf(blocks: AsyncIterable<SheetBlock>): Promise<Generator<string>> {
  const lines: string[] = [];
  const widths: number[] = [];
  for await (const { firstRow, rows } of blocks) {
    while (lines.length < firstRow - 1) widths[lines.push('') - 1] = 0;
    for (const row of rows) {
      const line = sheetLine(row);
      widths[lines.push(line) - 1] = line === '' ? 0 : row.length;
    }
  }
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  return (function* padded() {
    for (const [index, line] of lines.entries()) {
      yield line === '' ? '\n' : `${line}${','.repeat(widest - (widths[index] ?? 0))}\n`;
    }
  })();
}

/** Writes under another name first: a conversion that breaks off leaves none. */
async function writeLines(target: string, lines: Iterable<string>): Promise<void> {
  const unfinished = `${target}.${randomUUID()}`;
  const file = await open(unfinished, 'wx');
  try {
    let text = '';
    for (const line of lines) {
      text += line;
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
