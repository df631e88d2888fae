import type { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode } from '../../domain/errors.ts';
import { startThread } from '../thread.ts';
import type { Job, Notice, Report, SentError, WorkerSetup } from './jobs.ts';
import type { Arrival } from './read-ahead.ts';

/** Runs jobs in a worker thread, one after the other. */
export interface JobQueue {
  /** What the job came to. `onProgress` gets the number of rows read so far, in all passes. */
  run(job: Job, onProgress?: (done: number) => void): Promise<unknown>;
  /** Tells the thread how far an upload has come, whatever job it is at. */
  tell(arrival: Arrival): void;
  /** Ends the thread, and with it the job at work. */
  close(): Promise<void>;
}

function errorOf({ code, message, details }: SentError): Error {
  return code === null
    ? new Error(typeof message === 'string' ? message : message.en)
    : new AppError(code as ErrorCode, message, details);
}

/** A queue over one thread that is started when it is first needed, and again where it came to grief. */
export function jobQueue(setup: WorkerSetup): JobQueue {
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const threadAt = (): Worker => {
    if (closed) throw new Error('The import queue is closed');
    if (worker === null) {
      worker = startThread('import/worker', setup);
      worker.on('exit', () => {
        worker = null;
      });
      // The job at work hears of it too; without one there is nobody else to tell.
      worker.on('error', () => {});
      worker.unref();
    }
    return worker;
  };

  const runNow = (job: Job, onProgress: (done: number) => void): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const thread = threadAt();
      thread.ref();
      const end = (settle: () => void): void => {
        thread.off('message', hear).off('error', fail).off('exit', leave).unref();
        settle();
      };
      const hear = (report: Report): void => {
        if (report.type === 'progress') onProgress(report.done);
        else if (report.type === 'done') end(() => resolve(report.value));
        else end(() => reject(errorOf(report.error)));
      };
      const fail = (error: Error): void => end(() => reject(error));
      const leave = (): void => end(() => reject(new Error('The import thread ended')));
      thread.on('message', hear).on('error', fail).on('exit', leave);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      thread.postMessage(job);
    });

  return {
    run: (job, onProgress = () => {}) => {
      const run = last.then(() => runNow(job, onProgress));
      last = run.catch(() => {});
      return run;
    },
    tell: (arrival) => {
      const notice: Notice = { arrival };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      if (!closed) threadAt().postMessage(notice);
    },
    close: async () => {
      closed = true;
      await worker?.terminate();
    },
  };
}
