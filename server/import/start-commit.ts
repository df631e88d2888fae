import { AppError } from '../../domain/errors.ts';
import { resultSchema } from '../../domain/records/import-shapes.ts';
import { beginWork } from './begin-work.ts';
import { importIn, type ImportsContext } from './context.ts';
import { refusal } from './refusal.ts';
import { refuseCommit } from './refuse-commit.ts';

/**
 * Starts to store what an import says, and answers as soon as that has begun with a promise of its end, which
 * never rejects: how it went is the import's status. It lasts until what may wait is done too.
 * @param onCommitted is waited for as soon as the data are stored.
 * @throws AppError `unusable` where rows are invalid and are not to be skipped, `conflict` before validation.
 */
export async function startCommit(
  context: ImportsContext,
  id: number,
  skipInvalid: boolean,
  onCommitted: () => Promise<void>,
): Promise<{ end: Promise<void> }> {
  const { summary } = importIn(context, id, ['validated', 'failed'], 'commit');
  if (summary === null) throw refusal('map_first');
  refuseCommit(summary, skipInvalid);
  const job = { task: 'commit', importId: id, skipInvalid } as const;
  const { end } = await beginWork(context, id, 'committing', job);
  const finish = async (value: unknown): Promise<void> => {
    await onCommitted().catch(context.onFault);
    context.watchers.tell(id, { event: 'done', result: resultSchema.parse(value) });
    // What is not done now is done by the next commit or start.
    await context.jobs.run({ task: 'settle' }).catch(() => {});
  };
  const fail = (error: unknown): void => {
    if (!(error instanceof AppError)) context.onFault(error);
  };
  return { end: end.then(finish, fail) };
}
