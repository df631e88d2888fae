import { AppError } from '../../domain/errors.ts';
import type { MergeRecord, Obstacle } from '../store/directory-ports.ts';
import { writeTo, type DirectoryContext } from './context.ts';

/**
 * Makes one entry two again, in one transaction: everything as it was before the merge.
 * @throws AppError `not_found`; `conflict` where it is undone already, or naming what later touched the same records.
 */
export function undoMerge(
  context: DirectoryContext,
  id: number,
  by: string | null,
): Promise<MergeRecord> {
  const { merges } = context.store;
  return writeTo(context, () => {
    const merge = mergeOf(context, id);
    if (merge.undoneAt !== null) {
      throw new AppError('conflict', {
        en: `Merge ${id} is undone already.`,
        zh: `合并 ${id} 已经撤销。`,
      });
    }
    const obstacles = merges.obstacles(merge);
    if (obstacles.length > 0) throw inTheWay(merge, obstacles);
    merges.undo(merge, by);
    return mergeOf(context, id);
  });
}

function mergeOf({ store }: DirectoryContext, id: number): MergeRecord {
  const merge = store.merges.get(id);
  if (merge !== null) return merge;
  throw new AppError('not_found', { en: `There is no merge ${id}.`, zh: `没有合并 ${id}。` });
}

function inTheWay({ id }: MergeRecord, obstacles: readonly Obstacle[]): AppError {
  const said = obstacles.map(words);
  return new AppError(
    'conflict',
    {
      en: `Merge ${id} cannot be undone: ${said.map(({ en }) => en).join('; ')}.`,
      zh: `无法撤销合并 ${id}：${said.map(({ zh }) => zh).join('；')}。`,
    },
    { obstacles },
  );
}

function words(obstacle: Obstacle): { en: string; zh: string } {
  switch (obstacle.what) {
    case 'import':
      return {
        en: `the later import ${obstacle.id} (${obstacle.fileName}) changed the same records or used the merged names, undo it first`,
        zh: `之后的导入 ${obstacle.id}（${obstacle.fileName}）更改了相同的记录或使用了合并的名称，请先撤销`,
      };
    case 'merge':
      return {
        en: `the later merge ${obstacle.id} (${obstacle.from} into ${obstacle.into}) moved the same records, undo it first`,
        zh: `之后的合并 ${obstacle.id}（${obstacle.from} 并入 ${obstacle.into}）移动了相同的记录，请先撤销`,
      };
    case 'record':
      return {
        en: `the cooperation “${obstacle.title}” was entered at one of its colleges since, give it another college first`,
        zh: `之后在其学院下录入了合作“${obstacle.title}”，请先更改其学院`,
      };
    case 'name':
      return {
        en: `“${obstacle.name}” was renamed to the name of the other since, rename it first`,
        zh: `“${obstacle.name}”之后改用了另一方的名称，请先改名`,
      };
  }
}
