import { rm } from 'node:fs/promises';
import type { ImportRecord } from '../store/import-ports.ts';
import { retryWhileBusy } from '../store/sqlite/retry.ts';
import { isAtWork } from './after-ending.ts';
import { getImport, importIn, type ImportsContext } from './context.ts';
import { refusal } from './refusal.ts';
import { rejectionsPath } from './rejections-file.ts';
import { endWork } from './stop.ts';
import { removeSheets } from './xlsx-path.ts';

/**
 * Gives up an import and removes its file; a check or a commit that runs is stopped first, and leaves the data as
 * before. Throws `conflict` once it is committed, even if that was a moment ago.
 */
export async function cancel(context: ImportsContext, id: number): Promise<ImportRecord> {
  const before = getImport(context, id);
  const { status } = isAtWork(before.status) ? await endWork(context, id, 'cancel') : before;
  if (status === 'committed' && isAtWork(before.status)) {
    throw refusal('over_before', { id, status });
  }
  if (status !== 'cancelled' || before.status === 'cancelled') {
    importIn(context, id, ['draft', 'validated', 'failed'], 'cancel');
    await retryWhileBusy(() => context.store.log.changeIf(id, status, { status: 'cancelled' }));
    importIn(context, id, ['cancelled'], 'cancel');
  }
  const path = context.pathOf(before.filePath);
  const files = [path, rejectionsPath(path)];
  await Promise.all([removeSheets(path), ...files.map((file) => rm(file, { force: true }))]);
  return getImport(context, id);
}
