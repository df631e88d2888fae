import { NOTHING_SAID, type LedgerEntry } from '../../domain/cooperation/entry.ts';
import { dayFromIso, type Day } from '../../domain/dates.ts';

/** A day that exists, from `YYYY-MM-DD`. */
export function day(iso: string): Day {
  const found = dayFromIso(iso);
  if (found === null) throw new RangeError(`No such day: ${iso}`);
  return found;
}

let last = 0;

/** An entry with nothing but what a test says of it. */
export function ledgerEntry(fields: Partial<LedgerEntry>): LedgerEntry {
  last += 1;
  return {
    id: last,
    school_id: 1,
    college_id: null,
    kind: 'agreement',
    title: `Entry ${last}`,
    ...NOTHING_SAID,
    revision: 1,
    import_id: null,
    ...fields,
  };
}
