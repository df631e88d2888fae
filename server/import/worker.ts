import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../domain/errors.ts';
import { openImportStore } from '../store/sqlite/imports-store.ts';
import { commit } from './commit.ts';
import { inspect } from './inspect.ts';
import type { Job, Notice, Report, SentError, WorkerSetup } from './jobs.ts';
import type { Bench } from './prepare-case.ts';
import { JobStopped, progressOf, type Progress } from './progress.ts';
import { readAhead } from './read-ahead.ts';
import { isRaised } from './stop-flag.ts';
import { undo } from './undo.ts';
import { validate } from './validate.ts';

// The thread that reads files and writes the database. It works on one job at a time.

const BUSY_TIMEOUT_MS = 120_000;

const { data } = workerData as { data: WorkerSetup };
const pathOf = (fileName: string): string => join(data.uploadsFolder, fileName);
const bench: Bench = { store: openImportStore(data.databasePath, BUSY_TIMEOUT_MS), pathOf };

async function work(job: Job, progress: Progress): Promise<unknown> {
  switch (job.task) {
    case 'inspect':
      await ahead.done();
      return inspect(pathOf(job.filePath), job.kind, job.reading);
    case 'validate':
      bench.store.prepareIdentities();
      return validate(bench, job.importId, progress);
    case 'commit':
      bench.store.prepareIdentities();
      return commit(bench, job.importId, job.skipInvalid, progress);
    case 'settle':
      return bench.store.settle();
    case 'undo':
      return undo(bench, job.importId);
  }
}

function sent(error: unknown): SentError {
  if (error instanceof AppError) {
    return { code: error.code, message: error.sentence, details: error.details };
  }
  return {
    code: null,
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}

function report(message: Report): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message);
}

const ahead = readAhead();

parentPort?.on('message', (message: Job | Notice) => {
  if ('task' in message) perform(message);
  else ahead.arrived(pathOf(message.arrival.filePath), message.arrival);
});

/** Folds a long log. Where that fails the job that settles meets the same: this one is over. */
function fold(): void {
  try {
    bench.store.foldLongLog();
  } catch {
    return;
  }
}

function perform(job: Job): void {
  const tell = (done: number): void => report({ type: 'progress', done });
  const progress = progressOf(tell, () => isRaised(data.flag));
  work(job, progress).then(
    (value) => {
      report({ type: 'done', value });
      if (job.task === 'commit') fold();
    },
    (error: unknown) =>
      report(
        error instanceof JobStopped ? { type: 'stopped' } : { type: 'failed', error: sent(error) },
      ),
  );
}
