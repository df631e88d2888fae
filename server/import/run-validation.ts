import { summarySchema, type Summary } from '../../domain/records/import-shapes.ts';
import type { ImportChange } from '../store/import-ports.ts';
import { beginWork } from './begin-work.ts';
import type { ImportsContext } from './context.ts';

/** Changes a draft and has the worker find out what committing it would do. */
export async function runValidation(
  context: ImportsContext,
  id: number,
  change: ImportChange,
): Promise<Summary> {
  const job = { task: 'validate', importId: id } as const;
  const { end } = await beginWork(context, id, 'validating', job, change);
  const summary = summarySchema.parse(await end);
  context.watchers.tell(id, { event: 'done', result: null });
  return summary;
}
