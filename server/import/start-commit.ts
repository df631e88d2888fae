import { AppError } from '../../domain/errors.ts';
import { resultSchema } from '../../domain/records/import-shapes.ts';
import { changeImport, importIn, messageOf, type ImportsContext } from './context.ts';
import { refuseCommit } from './refuse-commit.ts';

/** A commit judges each row and stores it. */
const STEPS_A_ROW = 2;

/**
 * Starts to store what an import says, and answers as soon as that has begun with a promise of its end, which
 * never rejects: how it went is the import's status. It lasts until what may wait is done too.
 * @throws AppError `unusable` where rows are invalid and are not to be skipped, `conflict` before validation.
 */
export async function startCommit(
  context: ImportsContext,
  id: number,
  skipInvalid: boolean,
): Promise<{ end: Promise<void> }> {
  const entry = importIn(context, id, ['validated', 'failed'], 'committing it');
  if (entry.summary === null) throw new AppError('conflict', 'Map the columns first.');
  refuseCommit(entry.summary, skipInvalid);
  await changeImport(context, id, { status: 'committing', error: null });
  return { end: finish(context, id, skipInvalid, entry.rows * STEPS_A_ROW) };
}

async function finish(
  context: ImportsContext,
  id: number,
  skipInvalid: boolean,
  total: number,
): Promise<void> {
  const { jobs, watchers } = context;
  const tell = (done: number): void =>
    watchers.tell(id, {
      event: 'progress',
      status: 'committing',
      done: Math.min(done, total),
      total,
    });
  tell(0);
  try {
    const value = await jobs.run({ task: 'commit', importId: id, skipInvalid }, tell);
    watchers.tell(id, { event: 'done', result: resultSchema.parse(value) });
    // What is not done now is done by the next commit or start.
    await jobs.run({ task: 'settle' }).catch(() => {});
  } catch (error) {
    const message = messageOf(error);
    const code = error instanceof AppError ? error.code : 'internal';
    // Should even this fail, the next start finds the import unfinished and recovers it.
    await changeImport(context, id, { status: 'failed', error: message }).catch(() => {});
    watchers.tell(id, { event: 'failed', code, message });
  }
}
