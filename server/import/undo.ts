import { AppError } from '../../domain/errors.ts';
import type { LaterDirectoryChanges } from '../store/import-ports.ts';
import type { Bench } from './prepare-case.ts';
import { refusal } from './refusal.ts';

/**
 * Puts the data back as it was before an import, in one transaction. Aliases that a person chose stay.
 * @throws AppError `conflict` that names the later imports, merges or edits in the way, or says that there is nothing
 *   to undo.
 */
export function undo({ store }: Bench, importId: number): void {
  store.begin();
  try {
    const status = store.log.get(importId)?.status;
    if (status !== 'committed') {
      throw refusal('nothing_to_undo', { id: importId, status: status ?? 'gone' });
    }
    const later = store.changes.laterImports(importId);
    if (later.length > 0) {
      const names = later.map(({ id, fileName }) => `${id} (${fileName})`).join(', ');
      throw refusal('used_later', { id: importId, imports: names }, undefined, { imports: later });
    }
    refuseWhereDirectoryChanged(importId, store.changes.laterDirectoryChanges(importId));
    store.changes.restore(importId);
    store.changes.finishUndo(importId);
    store.commit();
  } catch (error) {
    store.rollback();
    throw error;
  }
}

function refuseWhereDirectoryChanged(
  importId: number,
  { merges, edited }: LaterDirectoryChanges,
): void {
  if (merges.length > 0) {
    const en = merges.map(({ id, from, into }) => `${id} (${from} into ${into})`).join(', ');
    const zh = merges.map(({ id, from, into }) => `${id}（${from} 并入 ${into}）`).join('、');
    throw new AppError(
      'conflict',
      {
        en: `Import ${importId} cannot be undone, because later merges moved the same records: ${en}. Undo those first, under Settings.`,
        zh: `无法撤销导入 ${importId}：之后的合并移动了相同的记录：${zh}。请先在“设置”中撤销它们。`,
      },
      { merges },
    );
  }
  if (edited.length > 0) {
    throw new AppError(
      'conflict',
      {
        en: `Import ${importId} cannot be undone, because what it changed was edited by hand since, and the edit would be lost: ${edited.join(', ')}. Correct the entries under Settings instead.`,
        zh: `无法撤销导入 ${importId}：其更改的条目之后经过手工编辑，撤销会丢失这些编辑：${edited.join('、')}。请改在“设置”中更正。`,
      },
      { edited },
    );
  }
}
