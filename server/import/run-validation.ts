import {
  summarySchema,
  type ImportStatus,
  type Summary,
} from '../../domain/records/import-shapes.ts';
import type { ImportChange } from '../store/import-ports.ts';
import { changeImport, getImport, messageOf, type ImportsContext } from './context.ts';

/** How often a validation reads the file. */
export const PASSES = 2;

/** Changes a draft and has the worker find out what committing it would do. */
export async function runValidation(
  context: ImportsContext,
  id: number,
  change: ImportChange,
): Promise<Summary> {
  const { rows } = getImport(context, id);
  const total = rows * PASSES;
  await changeImport(context, id, { ...change, status: 'validating', error: null });
  const tell = (done: number, status: ImportStatus = 'validating'): void => {
    context.watchers.tell(id, { event: 'progress', status, done: Math.min(done, total), total });
  };
  tell(0);
  try {
    const summary = summarySchema.parse(
      await context.jobs.run({ task: 'validate', importId: id }, (done) => tell(done)),
    );
    tell(total, 'validated');
    return summary;
  } catch (error) {
    await changeImport(context, id, { status: 'draft', error: messageOf(error) });
    tell(0, 'draft');
    throw error;
  }
}
