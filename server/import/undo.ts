import { AppError } from '../../domain/errors.ts';
import type { Bench } from './prepare-case.ts';

/**
 * Puts the data back as it was before an import, in one transaction. Aliases that a person chose stay.
 * @throws AppError `conflict` that names the later imports in the way, or says that there is nothing to undo.
 */
export function undo({ store }: Bench, importId: number): void {
  store.begin();
  try {
    const status = store.log.get(importId)?.status;
    if (status !== 'committed') {
      throw new AppError(
        'conflict',
        `Import ${importId} is ${status ?? 'gone'}: only a committed import can be undone.`,
      );
    }
    const later = store.changes.laterImports(importId);
    if (later.length > 0) {
      const names = later.map(({ id, fileName }) => `${id} (${fileName})`).join(', ');
      throw new AppError(
        'conflict',
        `Import ${importId} cannot be undone, because later imports changed or use the same records: ${names}. Undo those first.`,
        { imports: later },
      );
    }
    store.changes.restore(importId);
    store.changes.finishUndo(importId);
    store.commit();
  } catch (error) {
    store.rollback();
    throw error;
  }
}
