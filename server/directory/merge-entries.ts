import { AppError } from '../../domain/errors.ts';
import type { MergeRecord } from '../store/directory-ports.ts';
import { chineseName, writeTo, type DirectoryContext } from './context.ts';
import { planMerge, type MergePreview, type MergeWish } from './plan-merge.ts';

/** Most clashes that one sentence names. */
const MOST_NAMED = 5;

/** What a merge would do, without doing it. Throws as `mergeEntries`, but for clashes: they are part of the answer. */
export function previewMerge(context: DirectoryContext, wish: MergeWish): MergePreview {
  return context.store.read(() => planMerge(context, wish, null).preview);
}

/**
 * Makes two entries one, in one transaction: every record and name of `from` goes to `into`.
 * @throws AppError `not_found`, `invalid_input`; `conflict` where both count the same in different numbers and nobody
 *   said whose stand.
 */
export function mergeEntries(
  context: DirectoryContext,
  wish: MergeWish,
  by: string | null,
): Promise<MergeRecord> {
  const { store } = context;
  return writeTo(context, () => {
    const { plan, preview } = planMerge(context, wish, by);
    if (preview.clashes.length > 0 && wish.keep === null) throw clashing(preview);
    const merge = store.merges.get(store.merges.merge(plan));
    if (merge === null) throw new RangeError('The merge is not in the list of merges');
    return merge;
  });
}

function clashing({ from, into, clashes }: MergePreview): AppError {
  const shown = clashes.slice(0, MOST_NAMED);
  const more = clashes.length - shown.length;
  return new AppError(
    'conflict',
    {
      en: `${from.name} and ${into.name} both count the same, in different numbers: ${shown
        .map(({ about }) => about.en)
        .join(
          '; ',
        )}${more === 0 ? '' : ` and ${more} more`}. Say whose numbers stand: keep "into" or "from".`,
      zh: `“${chineseName(from)}”与“${chineseName(into)}”对以下内容都有记录但数字不同：${shown
        .map(({ about }) => about.zh)
        .join(
          '；',
        )}${more === 0 ? '' : `，另有 ${more} 项`}。请说明以哪一方为准：keep 取 "into" 或 "from"。`,
    },
    { clashes },
  );
}
