import type { LedgerEntry } from './entry.ts';

/**
 * What the company notes of an entry for itself, also where it shares the entry with the school: money, what it thinks
 * of the outcome, minutes, papers, and whom it talks to.
 */
export const PRIVATE_FIELDS = ['amount', 'outcome', 'minutes', 'links', 'contact_role'] as const;

/** A shared entry as its school may read it: what the two agreed on, and nothing that the company notes for itself. */
export function forSchool(entry: LedgerEntry): LedgerEntry {
  const nothing = Object.fromEntries(PRIVATE_FIELDS.map((field) => [field, null]));
  return { ...entry, ...nothing };
}
