import { AppError } from '../../domain/errors.ts';
import type { LedgerEntry } from '../../domain/cooperation/entry.ts';
import type { Actor } from '../store/audit-ports.ts';
import type { LedgerReader, LedgerStore } from '../store/ledger-ports.ts';
import {
  auditValues,
  entryFor,
  refuseTwin,
  writeTo,
  type Expected,
  type Outcome,
} from './context.ts';
import { readCollege } from './read-place.ts';

/**
 * Deletes an entry, if nobody changed it since the revision that was read. It lives on in the audit trail, from which
 * it can be restored.
 * @throws AppError `not_found`.
 */
export function removeEntry(
  store: LedgerStore,
  reader: LedgerReader,
  {
    id,
    expected,
    by,
  }: { readonly id: number; readonly expected: Expected; readonly by: Actor | null },
): Promise<Outcome> {
  return writeTo(store, (): Outcome => {
    const entry = entryFor(store, id, reader);
    if (expected !== 'any' && expected !== entry.revision) return { kind: 'stale', current: entry };
    const before = auditValues(store, entry);
    store.remove(id);
    const line = { by, kind: 'cooperation', recordId: id, label: entry.title } as const;
    store.audit.add({ ...line, action: 'delete', before, after: null });
    return { kind: 'done', entry };
  });
}

/**
 * Brings a deleted entry back under its id, with the school that its school was merged into meanwhile.
 * @throws AppError `not_found` where it was not deleted, `conflict` where its school is gone or its place is taken.
 */
export function restoreEntry(
  store: LedgerStore,
  id: number,
  by: Actor | null,
): Promise<LedgerEntry> {
  return writeTo(store, () => {
    const deleted = store.deleted().find(({ entry }) => entry.id === id);
    if (deleted === undefined) {
      throw new AppError('not_found', {
        en: `There is no deleted entry ${id}.`,
        zh: `没有编号为 ${id} 的已删除记录。`,
      });
    }
    const schoolId = store.schoolNow(deleted.entry.school_id);
    if (schoolId === null) {
      throw new AppError('conflict', {
        en: `“${deleted.entry.title}” cannot come back: its school is no longer in the directory.`,
        zh: `“${deleted.entry.title}”无法恢复：其学校已不在目录中。`,
      });
    }
    const row = {
      ...deleted.entry,
      school_id: schoolId,
      college_id: null,
      revision: deleted.entry.revision + 1,
      import_id: null,
    };
    refuseTwin(store, row, id);
    const entry = { ...row, college_id: readCollege(store, schoolId, deleted.college) };
    store.putBack(entry);
    store.audit.add({
      by,
      action: 'restore',
      kind: 'cooperation',
      recordId: id,
      label: entry.title,
      before: null,
      after: auditValues(store, entry),
    });
    return entry;
  });
}
