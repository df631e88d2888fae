import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Stands between the name of an upload and what tells its sheets apart. */
const MARK = '.sheet-';

/** Where a sheet of an uploaded workbook is kept as CSV: beside it. */
export function sheetPath(path: string, sheet: string): string {
  return `${path}${MARK}${createHash('sha256').update(sheet).digest('hex').slice(0, 16)}`;
}

/** Removes what the sheets of an upload were converted to. */
export async function removeSheets(path: string): Promise<void> {
  const prefix = `${basename(path)}${MARK}`;
  const files = await readdir(dirname(path)).catch(() => []);
  const converted = files.filter((file) => file.startsWith(prefix));
  await Promise.all(converted.map((file) => rm(join(dirname(path), file), { force: true })));
}

/** The name of the upload that a file holds a sheet of; the name itself for any other file. */
export function uploadOfSheet(name: string): string {
  return name.split(MARK)[0] ?? name;
}
