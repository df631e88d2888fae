import type { ImportRecord } from '../store/import-ports.ts';
import { retryWhileBusy } from '../store/sqlite/retry.ts';
import { afterEnding, isAtWork } from './after-ending.ts';
import { getImport, importIn, type ImportsContext } from './context.ts';
import { refusal } from './refusal.ts';
import type { Ending } from './works.ts';

/**
 * Ends the work on an import and answers what became of it: it may have come to its own end before. Work of another
 * process finds the import's status changed when it wants to store what it did, and stores nothing.
 */
export async function endWork(
  context: ImportsContext,
  id: number,
  ending: Ending,
): Promise<ImportRecord> {
  const { status } = getImport(context, id);
  if (isAtWork(status) && !(await context.works.end(id, ending))) {
    const after = afterEnding(status, ending);
    await retryWhileBusy(() => context.store.log.changeIf(id, status, after));
  }
  return getImport(context, id);
}

/**
 * Stops the check or the commit of an import and keeps its draft: what was said about the file stays, the data are as
 * before. Throws `conflict` where nothing runs, or it had ended before it could be stopped.
 */
export async function stop(context: ImportsContext, id: number): Promise<ImportRecord> {
  const { status } = importIn(context, id, ['validating', 'committing'], 'stop');
  const entry = await endWork(context, id, 'stop');
  if (isAtWork(status) && entry.status !== afterEnding(status, 'stop').status) {
    throw refusal('over_before', { id, status: entry.status });
  }
  return entry;
}
