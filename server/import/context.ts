import { AppError } from '../../domain/errors.ts';
import type { ImportStatus } from '../../domain/records/import-shapes.ts';
import type { ImportChange, ImportRecord, ImportStore } from '../store/import-ports.ts';
import { retryWhileBusy } from '../store/sqlite/retry.ts';
import type { JobQueue } from './job-queue.ts';
import type { Watchers } from './watchers.ts';

/** What the verbs of importing share. */
export interface ImportsContext {
  /** A handle without a busy timeout: writes go through `retryWhileBusy`. */
  readonly store: ImportStore;
  readonly jobs: JobQueue;
  readonly uploadsFolder: string;
  readonly pathOf: (fileName: string) => string;
  readonly watchers: Watchers;
}

/** An import by id. Throws `not_found`. */
export function getImport({ store }: ImportsContext, id: number): ImportRecord {
  const entry = store.log.get(id);
  if (entry === null) throw new AppError('not_found', `There is no import ${id}.`);
  return entry;
}

/** An import that is in one of some statuses. Throws `not_found`, or `conflict` that names the status. */
export function importIn(
  context: ImportsContext,
  id: number,
  statuses: readonly ImportStatus[],
  /** What was asked for, as the subject of a sentence. */
  wish: string,
): ImportRecord {
  const entry = getImport(context, id);
  if (statuses.includes(entry.status)) return entry;
  throw new AppError(
    'conflict',
    `Import ${id} is ${entry.status}: ${wish} is possible only while it is ${statuses.join(' or ')}.`,
  );
}

/** Changes an import, waiting for other writers. */
export function changeImport(
  { store }: ImportsContext,
  id: number,
  change: ImportChange,
): Promise<void> {
  return retryWhileBusy(() => store.log.change(id, change));
}

/** The text of an error that a person may read. */
export function messageOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  return 'Something went wrong on our side; nothing was stored. Try again, or ask whoever runs the server.';
}
