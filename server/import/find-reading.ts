import { open } from 'node:fs/promises';
import type { Encoding } from '../../domain/records/encodings.ts';
import type { Reading } from '../../domain/records/import-shapes.ts';
import type { Kind } from '../../domain/records/kinds.ts';
import { knownEncoding } from './decode.ts';
import { detectEncoding } from './encoding-evidence.ts';
import { HEADER_ROWS, headerLine, type HeadRow } from './header-evidence.ts';
import { wasReadAsUtf8 } from './keep-table.ts';
import { openText } from './open-text.ts';
import { readTable } from './read-rows.ts';
import { refusal } from './refusal.ts';
import {
  HEAD_BYTES,
  refuseMarkup,
  refuseNonTable,
  startsWith,
  ZIP_MAGIC,
} from './refuse-non-table.ts';
import { sniffDelimiter } from './sniff-delimiter.ts';
import { convertSheet } from './xlsx-sheet.ts';

/** The first bytes of a file. */
export async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The beginning of a file's text. */
async function headText(path: string, reading: Reading): Promise<string> {
  for await (const text of openText(path, reading)) {
    if (text.trim() !== '') return text.slice(0, HEAD_BYTES);
  }
  throw refusal('empty');
}

/**
 * How a file is meant, by its own evidence; what `said` names is taken as said.
 * @throws AppError `not_a_table` where it is no table at all, `unusable` where it cannot be read as said.
 */
export async function findReading(
  path: string,
  kind: Kind,
  said: Partial<Reading>,
): Promise<Reading> {
  const head = await headOf(path);
  await refuseNonTable(path, head);
  const plain = { headerRow: 1, decimal: null };
  let reading: Reading;
  if (startsWith(head, ZIP_MAGIC)) {
    const choice = await convertSheet(path, said.sheet ?? null);
    reading = { ...plain, ...said, encoding: 'utf-8', delimiter: ',', ...choice };
    await headText(path, reading);
  } else {
    if (typeof said.sheet === 'string') throw refusal('no_sheets');
    const encoding =
      said.encoding === undefined ? await encodingOf(path) : knownEncoding(said.encoding);
    reading = { ...plain, delimiter: ',', ...said, sheet: null, encoding };
    const text = await headText(path, reading);
    refuseMarkup(text);
    if (said.delimiter === undefined) reading = { ...reading, delimiter: sniffDelimiter(text) };
  }
  if (said.headerRow !== undefined) return reading;
  return { ...reading, headerRow: headerLine(await headRows(path, reading), kind) };
}

/** The encoding of a file by its own evidence. One that was read as UTF-8 to its end needs no other. */
async function encodingOf(path: string): Promise<Encoding> {
  return wasReadAsUtf8(path) ? 'utf-8' : detectEncoding(path);
}

/** The first rows of a file, whichever of them is the header. */
async function headRows(path: string, reading: Reading): Promise<HeadRow[]> {
  const rows: HeadRow[] = [];
  for await (const part of readTable(path, { ...reading, headerRow: 1 })) {
    rows.push('header' in part ? { line: 1, cells: part.header } : part);
    if (rows.length === HEADER_ROWS) break;
  }
  return rows;
}
