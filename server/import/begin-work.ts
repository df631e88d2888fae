import { AppError } from '../../domain/errors.ts';
import type { Refusal } from '../../domain/records/refusals.ts';
import type { ImportChange } from '../store/import-ports.ts';
import { retryWhileBusy } from '../store/sqlite/retry.ts';
import { holdLock } from '../store/sqlite/work-lock.ts';
import { workPath } from './abandoned.ts';
import { afterEnding, SAID, type AtWork } from './after-ending.ts';
import { changeImport, getImport, type ImportsContext } from './context.ts';
import type { Job } from './jobs.ts';
import { JobStopped } from './progress.ts';
import { refusal, refusalOf } from './refusal.ts';
import { remainingTime } from './remaining-time.ts';
import type { Work } from './works.ts';

/** Watchers hear no more often than that. */
const TELL_EVERY_MS = 100;

/** A commit judges each row and stores it. */
const STEPS_A_ROW: Readonly<Record<AtWork, number>> = { validating: 1, committing: 2 };

const FAILED = { validating: 'draft', committing: 'failed' } as const;
const DONE = { validating: 'validated', committing: 'committed' } as const;

const INTERNAL: Refusal = { refusal: 'internal', params: {} };

/** What comes after the last row belongs to the work too. */
const MOST_PERCENT = 99;

/**
 * Sets an import to work and has the worker begin. Where that fails or is ended, the import is set to what can go on,
 * unless its work had come to its end all the same.
 * @param change what else changes as the work begins.
 * @returns the end: what the job came to, or else what it threw, or the refusal that says who ended it.
 */
export async function beginWork(
  context: ImportsContext,
  id: number,
  status: AtWork,
  job: Job,
  change: ImportChange = {},
): Promise<{ end: Promise<unknown> }> {
  const { filePath } = getImport(context, id);
  const work = context.works.begin(id);
  const letGo = holdLock(workPath(context.pathOf(filePath)));
  try {
    await changeImport(context, id, { ...change, status, error: null });
  } catch (error) {
    letGo();
    work.over();
    throw error;
  }
  return {
    end: finish(context, id, status, job, work).finally(() => {
      letGo();
      work.over();
    }),
  };
}

async function finish(
  context: ImportsContext,
  id: number,
  status: AtWork,
  job: Job,
  work: Work,
): Promise<unknown> {
  const onProgress = progressTeller(context, id, status);
  onProgress(0);
  try {
    return await context.jobs.run(job, { onProgress, signal: work.signal });
  } catch (error) {
    const why = work.ending();
    const stopped = error instanceof JobStopped && why !== null;
    const found = stopped ? refusal(SAID[status][why]) : error;
    const said = refusalOf(found) ?? INTERNAL;
    const after = stopped ? afterEnding(status, why) : { status: FAILED[status], error: said };
    const { log } = context.store;
    // Should even this fail, the next start finds the import unfinished and recovers it.
    await retryWhileBusy(() => log.changeIf(id, status, after)).catch(() => false);
    const now = getImport(context, id);
    if (now.status === DONE[status]) return status === 'validating' ? now.summary : now.result;
    const code = found instanceof AppError ? found.code : 'internal';
    context.watchers.tell(id, { event: 'failed', code, why: said });
    throw found;
  }
}

/** Tells watchers how many steps are done, not too often. */
function progressTeller(
  context: ImportsContext,
  id: number,
  status: AtWork,
): (steps: number) => void {
  const { rows } = getImport(context, id);
  const remaining = remainingTime();
  const all = rows * STEPS_A_ROW[status];
  let told = -Infinity;
  return (steps) => {
    const done = Math.min(steps, all);
    const remainingSeconds = remaining(done, all);
    const now = performance.now();
    if (now - told < TELL_EVERY_MS) return;
    told = now;
    const share = all === 0 ? 0 : done / all;
    context.watchers.tell(id, {
      event: 'progress',
      status,
      done: Math.floor(done / STEPS_A_ROW[status]),
      total: rows,
      percent: Math.min(Math.floor(share * 100), MOST_PERCENT),
      remainingSeconds,
    });
  };
}
