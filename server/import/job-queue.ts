import type { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode } from '../../domain/errors.ts';
import { startThread } from '../thread.ts';
import type { Job, Notice, Report, SentError, WorkerSetup } from './jobs.ts';
import { JobStopped } from './progress.ts';
import type { Arrival } from './read-ahead.ts';
import { setFlag, stopFlag } from './stop-flag.ts';

/** A job that does not look at its flag for so long, because it reads or sorts, is ended with its thread. */
const PATIENCE_MS = 1500;

/** How a job is followed and ended. */
export interface JobOptions {
  /** Gets the number of rows read so far, in all passes. */
  readonly onProgress?: (done: number) => void;
  /** Ends the job, which then throws JobStopped; before its turn too. */
  readonly signal?: AbortSignal;
}

/** Runs jobs in a worker thread, one after the other. */
export interface JobQueue {
  /** What the job came to. */
  run(job: Job, options?: JobOptions): Promise<unknown>;
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
export function jobQueue(setup: Omit<WorkerSetup, 'flag'>): JobQueue {
  const flag = stopFlag();
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const threadAt = (): Worker => {
    if (closed) throw new Error('The import queue is closed');
    if (worker === null) {
      const started = startThread('import/worker', { ...setup, flag } satisfies WorkerSetup);
      started.on('exit', () => {
        if (worker === started) worker = null;
      });
      // The job at work hears of it too; without one there is nobody else to tell.
      started.on('error', () => {});
      started.unref();
      worker = started;
    }
    return worker;
  };

  const runNow = (job: Job, { onProgress, signal }: JobOptions): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) throw new JobStopped();
      const thread = threadAt();
      setFlag(flag, false);
      thread.ref();
      let impatience: NodeJS.Timeout | undefined;
      const stop = (): void => {
        setFlag(flag, true);
        impatience = setTimeout(() => void thread.terminate(), PATIENCE_MS);
      };
      const end = (settle: () => void): void => {
        clearTimeout(impatience);
        signal?.removeEventListener('abort', stop);
        thread.off('message', hear).off('error', fail).off('exit', leave).unref();
        settle();
      };
      const hear = (report: Report): void => {
        if (report.type === 'progress') onProgress?.(report.done);
        else if (report.type === 'done') end(() => resolve(report.value));
        else if (report.type === 'stopped') end(() => reject(new JobStopped()));
        else end(() => reject(errorOf(report.error)));
      };
      const fail = (error: Error): void => end(() => reject(error));
      const leave = (): void => {
        const stopped = signal?.aborted === true;
        end(() => reject(stopped ? new JobStopped() : new Error('The import thread ended')));
      };
      thread.on('message', hear).on('error', fail).on('exit', leave);
      signal?.addEventListener('abort', stop, { once: true });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      thread.postMessage(job);
    });

  return {
    run: (job, options = {}) => {
      const { signal } = options;
      let begun = false;
      const run = last.then(() => {
        begun = true;
        return runNow(job, options);
      });
      last = run.catch(() => {});
      if (signal === undefined) return run;
      const dropped = new Promise<never>((_, reject) => {
        const drop = (): void => {
          if (!begun) reject(new JobStopped());
        };
        signal.addEventListener('abort', drop, { once: true });
      });
      return Promise.race([run, dropped]);
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
