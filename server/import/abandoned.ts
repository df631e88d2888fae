import type { Refusal } from '../../domain/records/refusals.ts';
import type { ImportStore, ListedImport } from '../store/import-ports.ts';
import { isBusy, retryWhileBusy } from '../store/sqlite/retry.ts';
import { isLocked } from '../store/sqlite/work-lock.ts';
import { isAtWork, type AtWork } from './after-ending.ts';

const MARK = '.work';

/** The file whose lock a process holds while it works on an import. */
export function workPath(path: string): string {
  return `${path}${MARK}`;
}

/** What becomes of an import at which nobody works any more. A commit is one transaction: nothing of it is stored. */
const CUT_SHORT: Readonly<Record<AtWork, { status: 'draft' | 'validated'; error: Refusal }>> = {
  validating: { status: 'draft', error: { refusal: 'check_cut_short', params: {} } },
  committing: { status: 'validated', error: { refusal: 'commit_cut_short', params: {} } },
};

type Entry = Pick<ListedImport, 'id' | 'status' | 'filePath'>;

interface Context {
  readonly store: Pick<ImportStore, 'log'>;
  readonly pathOf: (fileName: string) => string;
}

/** Brings an import back to where it can go on if its process ended without a word; answers whether it had to. */
function mend({ store, pathOf }: Context, { id, status, filePath }: Entry): boolean {
  if (!isAtWork(status) || isLocked(workPath(pathOf(filePath)))) return false;
  // It may have come to its end since it was read.
  return store.log.changeIf(id, status, CUT_SHORT[status]);
}

/** Mends some imports, waiting for other writers. */
export async function mendAll(context: Context, entries: readonly Entry[]): Promise<void> {
  for (const entry of entries) await retryWhileBusy(() => mend(context, entry));
}

/** The same at once, for whoever reads an import: what another writer keeps from it is done the next time. */
export function mendNow(context: Context, entries: readonly Entry[]): boolean {
  try {
    return entries.filter((entry) => mend(context, entry)).length > 0;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}
