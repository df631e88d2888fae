import type { Result } from '../../domain/records/import-shapes.ts';
import { storeEffects } from './effects.ts';
import { judgeFile, type Judgment } from './judge-file.ts';
import { forgetTable } from './keep-table.ts';
import { noteJudgment } from './note-judgment.ts';
import { prepareCase, type Bench } from './prepare-case.ts';
import type { Progress } from './progress.ts';
import { refusal, refusalOf } from './refusal.ts';
import { refuseCommit } from './refuse-commit.ts';
import { writeRejections } from './rejections-file.ts';

/**
 * Stores what an import says, in one transaction: all of it or nothing. The rows are judged again within it, so
 * that they meet the data as it is then.
 * @throws AppError `unusable` where rows are invalid and were not said to be skipped, `conflict` where the import was
 * stopped by somebody else meanwhile.
 */
export async function commit(
  bench: Bench,
  importId: number,
  skipInvalid: boolean,
  progress: Progress,
): Promise<Result> {
  const { store } = bench;
  const seen = store.version();
  const early = await prepareCase(bench, importId);
  store.begin({ importId, hires: early.plain?.count ?? 0 });
  let judgment: Judgment | null = null;
  try {
    if (store.log.get(importId)?.status !== 'committing') throw refusal('commit_stopped');
    // The survey looks at stored ids too: where the data moved meanwhile, it looks again.
    const prepared = store.version() === seen ? early : await prepareCase(bench, importId);
    const { effects, created, hasChanged } = storeEffects(store, importId);
    judgment = judgeFile(prepared, store, effects, progress);
    refuseCommit(judgment.summary, skipInvalid);
    effects.keepAliases('school', judgment.school.chosenAliases());
    effects.keepAliases('major', judgment.major.chosenAliases());
    store.changes.rememberNames(importId, 'school', judgment.school.usedNames());
    store.changes.rememberNames(importId, 'major', judgment.major.usedNames());
    const result = judgment.counts.result(created);
    await writeRejections(prepared.path, judgment.counts.rejections());
    store.changes.finishCommit(importId, {
      result,
      summary: judgment.summary,
      asOf: judgment.asOf,
      changed: hasChanged(),
    });
    store.commit();
    forgetTable();
    return result;
  } catch (error) {
    store.rollback();
    // The data moved since the check: what a person reads is the account of the data as they are now.
    if (judgment !== null && refusalOf(error) !== null) {
      store.log.change(importId, await noteJudgment(early, judgment));
    }
    throw error;
  }
}
