import type { LedgerEntry } from '../../domain/cooperation/entry.ts';
import { AppError } from '../../domain/errors.ts';
import type { AuditValues } from '../store/audit-ports.ts';
import type { LedgerReader, LedgerStore } from '../store/ledger-ports.ts';
import { retryWhileBusy } from '../store/sqlite/retry.ts';

/** The revision that a change is meant for; `any` for whatever is there. */
export type Expected = number | 'any';

/** What became of a change: the entry after it, or the one that somebody else changed before. */
export type Outcome =
  | { readonly kind: 'done'; readonly entry: LedgerEntry }
  | { readonly kind: 'stale'; readonly current: LedgerEntry };

/** Writes in one transaction, waiting for other writers. */
export function writeTo<T>(store: LedgerStore, work: () => T): Promise<T> {
  return retryWhileBusy(() => store.write(work));
}

/** An entry that somebody may see. Throws `not_found`. */
export function entryFor(store: LedgerStore, id: number, reader: LedgerReader): LedgerEntry {
  const entry = store.get(id, reader);
  if (entry !== null) return entry;
  throw new AppError('not_found', {
    en: `There is no entry ${id} in the ledger. It may have been deleted: look among the deleted ones.`,
    zh: `台账中没有编号为 ${id} 的记录，可能已被删除：请在已删除的记录中查找。`,
  });
}

/** An entry as the audit trail keeps it: with the names of its school and college, which may be gone one day. */
export function auditValues(store: LedgerStore, entry: LedgerEntry): AuditValues {
  const { college_id: collegeId } = entry;
  return {
    ...entry,
    school: store.schoolName(entry.school_id),
    college: collegeId === null ? null : (store.collegeOf(collegeId)?.name ?? null),
  };
}

/** Refuses an entry that could not be told from another. */
export function refuseTwin(
  store: LedgerStore,
  entry: Omit<LedgerEntry, 'id'>,
  id: number | null,
): void {
  const other = store.withKey(entry);
  if (other === null || other.id === id) return;
  throw new AppError(
    'conflict',
    {
      en: `The ledger has “${other.title}” of this school, kind and first day already. Give this one another title or first day, or change that one.`,
      zh: `台账中已有同一学校、类型和开始日期的“${other.title}”。请更改名称或开始日期，或直接修改该记录。`,
    },
    { id: other.id },
  );
}
