import type { ImportChange } from '../store/import-ports.ts';
import type { Case, Judgment } from './judge-file.ts';
import { writeRejections } from './rejections-file.ts';

/** Notes the rejected rows of a judgment beside the file; answers the rest, to be noted with the import. */
export async function noteJudgment(
  { path, plan }: Case,
  { counts, summary, asOf }: Judgment,
): Promise<ImportChange> {
  await writeRejections(path, counts.rejections());
  return { columns: plan.fileColumns, summary, asOf };
}
