import type { Summary } from '../../domain/records/import-shapes.ts';
import { NO_EFFECTS } from './effects.ts';
import { judgeFile } from './judge-file.ts';
import { prepareCase, type Bench } from './prepare-case.ts';
import type { Progress } from './progress.ts';
import { writeRejections } from './rejections-file.ts';

/** Finds out what committing an import would do, notes its rejected rows, and sets it `validated`. */
export async function validate(
  bench: Bench,
  importId: number,
  progress: Progress,
): Promise<Summary> {
  const prepared = await prepareCase(bench, importId);
  const judgment = judgeFile(prepared, bench.store, NO_EFFECTS, progress);
  await writeRejections(prepared.path, judgment.counts.rejections());
  bench.store.log.change(importId, {
    status: 'validated',
    columns: prepared.plan.fileColumns,
    summary: judgment.summary,
    asOf: judgment.asOf,
    error: null,
  });
  return judgment.summary;
}
