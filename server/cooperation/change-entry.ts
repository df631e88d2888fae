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
import { readFields, refuseReversed, type Given } from './read-fields.ts';
import { readCollege, readSchool, type Named } from './read-place.ts';

/** What is said of an entry: fields by name, its school and its college. */
export interface EntryInput {
  readonly school?: Named | undefined;
  readonly college?: Named | null | undefined;
  readonly fields: Readonly<Record<string, Given | undefined>>;
}

function placed(store: LedgerStore, before: LedgerEntry, { school, college }: EntryInput) {
  const schoolId = school === undefined ? before.school_id : readSchool(store, school);
  const moved = schoolId !== before.school_id;
  // A college belongs to its school: an entry that goes to another leaves it behind.
  const kept = moved ? null : before.college_id;
  return {
    school_id: schoolId,
    college_id: college === undefined ? kept : readCollege(store, schoolId, college),
  };
}

/**
 * Changes fields of an entry, if nobody changed it since the revision that was read. A change that changes nothing
 * leaves the revision alone.
 * @throws AppError `not_found`, `invalid_input` for a value that cannot be, `conflict` for the key of another entry.
 */
export function changeEntry(
  store: LedgerStore,
  reader: LedgerReader,
  {
    id,
    expected,
    input,
    by,
  }: {
    readonly id: number;
    readonly expected: Expected;
    readonly input: EntryInput;
    readonly by: Actor | null;
  },
): Promise<Outcome> {
  return writeTo(store, (): Outcome => {
    const before = entryFor(store, id, reader);
    if (expected !== 'any' && expected !== before.revision)
      return { kind: 'stale', current: before };
    const said = { ...before, ...readFields(input.fields), ...placed(store, before, input) };
    const same = Object.entries(said).every(
      ([field, value]) => before[field as keyof LedgerEntry] === value,
    );
    if (same) return { kind: 'done', entry: before };
    refuseReversed(said);
    refuseTwin(store, said, id);
    const entry = { ...said, revision: before.revision + 1, import_id: null };
    store.change(entry);
    store.audit.add({
      by,
      action: 'change',
      kind: 'cooperation',
      recordId: id,
      label: entry.title,
      before: auditValues(store, before),
      after: auditValues(store, entry),
    });
    return { kind: 'done', entry };
  });
}
