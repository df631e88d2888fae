import { NOTHING_SAID, type LedgerEntry } from '../../domain/cooperation/entry.ts';
import { AppError } from '../../domain/errors.ts';
import type { Actor } from '../store/audit-ports.ts';
import type { LedgerStore, NewLedgerEntry } from '../store/ledger-ports.ts';
import type { EntryInput } from './change-entry.ts';
import { auditValues, refuseTwin, writeTo } from './context.ts';
import { readFields, refuseReversed } from './read-fields.ts';
import { readCollege, readSchool } from './read-place.ts';

/**
 * Adds an entry to the ledger.
 * @throws AppError `invalid_input` for a missing or impossible value, `conflict` where the entry is there already.
 */
export function addEntry(
  store: LedgerStore,
  input: EntryInput,
  by: Actor | null,
): Promise<LedgerEntry> {
  return writeTo(store, () => storeEntry(store, input, by));
}

/** The same within a transaction that is open already. */
export function storeEntry(store: LedgerStore, input: EntryInput, by: Actor | null): LedgerEntry {
  const { school, college = null } = input;
  if (school === undefined) {
    throw new AppError('invalid_input', {
      en: 'school: say which school it is with, by id or name.',
      zh: 'school：请指定合作学校（编号或名称）。',
    });
  }
  const { kind, title, ...fields } = readFields({ kind: null, title: null, ...input.fields });
  if (kind === undefined || title === undefined)
    throw new RangeError('A required field was let through');
  refuseReversed(fields);
  const schoolId = readSchool(store, school);
  const row: NewLedgerEntry = {
    ...NOTHING_SAID,
    ...fields,
    kind,
    title,
    school_id: schoolId,
    college_id: readCollege(store, schoolId, college),
    revision: 1,
    import_id: null,
  };
  refuseTwin(store, row, null);
  const entry = { ...row, id: store.add(row) };
  store.audit.add({
    by,
    action: 'add',
    kind: 'cooperation',
    recordId: entry.id,
    label: entry.title,
    before: null,
    after: auditValues(store, entry),
  });
  return entry;
}
