import { AppError } from '../../domain/errors.ts';
import { summarySchema, type Summary } from '../../domain/records/import-shapes.ts';
import type { ImportChange } from '../store/import-ports.ts';
import { changeImport, getImport, messageOf, type ImportsContext } from './context.ts';

/** Changes a draft and has the worker find out what committing it would do. */
export async function runValidation(
  context: ImportsContext,
  id: number,
  change: ImportChange,
): Promise<Summary> {
  const { rows: total } = getImport(context, id);
  await changeImport(context, id, { ...change, status: 'validating', error: null });
  const tell = (read: number): void => {
    const done = Math.min(read, total);
    context.watchers.tell(id, { event: 'progress', status: 'validating', done, total });
  };
  tell(0);
  try {
    const summary = summarySchema.parse(
      await context.jobs.run({ task: 'validate', importId: id }, tell),
    );
    context.watchers.tell(id, { event: 'done', result: null });
    return summary;
  } catch (error) {
    const message = messageOf(error);
    const code = error instanceof AppError ? error.code : 'internal';
    await changeImport(context, id, { status: 'draft', error: message });
    context.watchers.tell(id, { event: 'failed', code, message });
    throw error;
  }
}
