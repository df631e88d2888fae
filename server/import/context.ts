import type { ImportStatus } from '../../domain/records/import-shapes.ts';
import type { ImportChange, ImportRecord, ImportStore } from '../store/import-ports.ts';
import { retryWhileBusy } from '../store/sqlite/retry.ts';
import type { JobQueue } from './job-queue.ts';
import { mendNow } from './abandoned.ts';
import { refusal } from './refusal.ts';
import type { Watchers } from './watchers.ts';
import type { Works } from './works.ts';

/** What the verbs of importing share. */
export interface ImportsContext {
  /** A handle without a busy timeout: writes go through `retryWhileBusy`. */
  readonly store: ImportStore;
  readonly jobs: JobQueue;
  readonly uploadsFolder: string;
  readonly pathOf: (fileName: string) => string;
  readonly watchers: Watchers;
  readonly works: Works;
  /** Hears of an error in a commit that nobody foresaw: nobody waits for it who could tell. */
  readonly onFault: (error: unknown) => void;
}

/** An import by id, at work only where a process that lives works on it. Throws `not_found`. */
export function getImport(context: ImportsContext, id: number): ImportRecord {
  const { log } = context.store;
  const entry = log.get(id);
  const now = entry !== null && mendNow(context, [entry]) ? log.get(id) : entry;
  if (now === null) throw refusal('unknown_import', { id });
  return now;
}

/** What may be asked of an import. */
export type Wish = 'cancel' | 'commit' | 'map' | 'names' | 'read' | 'stop' | 'values';

/** An import that is in one of some statuses. Throws `not_found`, or `conflict` that names the status. */
export function importIn(
  context: ImportsContext,
  id: number,
  statuses: readonly ImportStatus[],
  wish: Wish,
): ImportRecord {
  const entry = getImport(context, id);
  if (statuses.includes(entry.status)) return entry;
  throw refusal('wrong_status', { id, status: entry.status, wish, statuses: statuses.join('|') });
}

/** Changes an import, waiting for other writers. */
export function changeImport(
  { store }: ImportsContext,
  id: number,
  change: ImportChange,
): Promise<void> {
  return retryWhileBusy(() => store.log.change(id, change));
}
