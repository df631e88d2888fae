import { rm } from 'node:fs/promises';
import type { ImportRecord } from '../store/import-ports.ts';
import { changeImport, getImport, importIn, type ImportsContext } from './context.ts';
import { rejectionsPath } from './rejections-file.ts';
import { removeSheets } from './xlsx-path.ts';

/** Gives up a draft and removes its file. Throws `conflict` while it is at work or once it is committed. */
export async function cancel(context: ImportsContext, id: number): Promise<ImportRecord> {
  const entry = importIn(context, id, ['draft', 'validated', 'failed'], 'cancelling it');
  await changeImport(context, id, { status: 'cancelled' });
  const path = context.pathOf(entry.filePath);
  const files = [path, rejectionsPath(path)];
  await Promise.all([removeSheets(path), ...files.map((file) => rm(file, { force: true }))]);
  return getImport(context, id);
}
