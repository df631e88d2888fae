import type { Summary } from '../../domain/records/import-shapes.ts';
import { NO_EFFECTS } from './effects.ts';
import { judgeFile } from './judge-file.ts';
import { noteJudgment } from './note-judgment.ts';
import { prepareCase, type Bench } from './prepare-case.ts';
import type { Progress } from './progress.ts';
import { refusal } from './refusal.ts';

/**
 * Finds out what committing an import would do, notes its rejected rows, and sets it `validated`.
 * @throws AppError `conflict` where the import was stopped by somebody else meanwhile.
 */
export async function validate(
  bench: Bench,
  importId: number,
  progress: Progress,
): Promise<Summary> {
  const prepared = await prepareCase(bench, importId);
  const judgment = judgeFile(prepared, bench.store, NO_EFFECTS, progress);
  const found = await noteJudgment(prepared, judgment);
  const validated = { ...found, status: 'validated', error: null } as const;
  if (!bench.store.log.changeIf(importId, 'validating', validated)) throw refusal('check_stopped');
  return judgment.summary;
}
