import type { EntryKey, LedgerEntry } from '../../domain/cooperation/entry.ts';
import type { Promised } from '../../domain/cooperation/promises.ts';
import type { VisitProposal } from '../../domain/cooperation/proposal.ts';
import type { Day } from '../../domain/dates.ts';
import type { CooperationKind, CooperationStatus } from '../../domain/records/enumerations.ts';
import type { Scope } from '../../domain/scope.ts';
import type { Actor, AuditLog } from './audit-ports.ts';
import type { RowPlace } from './ports.ts';

/** Who reads the ledger. A dean sees what is shared of the own school, of a college what that college is in. */
export interface LedgerReader {
  readonly scope: Scope;
  /** The college of a dean of one; null for everybody else. */
  readonly collegeId: number | null;
}

/** What a list of entries can be ordered by. */
export const LEDGER_SORTS = [
  'starts_on',
  'ends_on',
  'next_on',
  'school',
  'kind',
  'title',
  'status',
  'id',
] as const;

export type LedgerSort = (typeof LEDGER_SORTS)[number];

/** Which entries: each condition holds, each empty one for everything. */
export interface LedgerFilters {
  readonly schools: readonly number[];
  readonly kinds: readonly CooperationKind[];
  /** `null` among them stands for entries without one. */
  readonly statuses: readonly (CooperationStatus | null)[];
  /** What goes on at some time between two days; entries without a date are left out where either is given. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** Texts, each of which has to stand somewhere in an entry or a name of its school. */
  readonly search: readonly string[];
  readonly shared: boolean | null;
}

/** Everything that somebody may see. */
export const NO_FILTERS = {
  schools: [],
  kinds: [],
  statuses: [],
  from: null,
  to: null,
  search: [],
  shared: null,
} as const satisfies LedgerFilters;

export interface LedgerQuery extends LedgerFilters {
  readonly sort: LedgerSort;
  readonly descending: boolean;
  readonly limit: number;
  /** The last row of the page before; null for the first page. */
  readonly after: RowPlace | null;
}

export interface LedgerPage {
  readonly rows: LedgerEntry[];
  /** The last row where there is a page after it. */
  readonly next: RowPlace | null;
  readonly total: number;
}

/** A row that is written: without its id. */
export type NewLedgerEntry = Omit<LedgerEntry, 'id'>;

/** A record that was deleted and not restored since. */
export interface DeletedEntry {
  readonly entry: LedgerEntry;
  /** The name that its college had, which may be gone. */
  readonly college: string | null;
  readonly deletedAt: string;
  readonly deletedBy: Actor | null;
}

/** The visits that schools propose, in the database. None is ever taken away. */
export interface ProposalTable {
  /** Latest first. */
  all(): VisitProposal[];
  get(id: number): VisitProposal | null;
  add(proposal: Omit<VisitProposal, 'id'>): number;
  change(proposal: VisitProposal): void;
}

/** The ledger in the database. What a school reads of it is without the company's own notes. Its writing verbs belong into `write`. */
export interface LedgerStore {
  list(query: LedgerQuery, reader: LedgerReader): LedgerPage;
  /** All of a selection by id. */
  all(filters: LedgerFilters, reader: LedgerReader): LedgerEntry[];
  get(id: number, reader: LedgerReader): LedgerEntry | null;
  /** An entry as it is stored, whoever asks: for what writes it back. */
  whole(id: number): LedgerEntry | null;
  withKey(key: EntryKey): LedgerEntry | null;
  /** Latest first. */
  deleted(): DeletedEntry[];
  add(entry: NewLedgerEntry): number;
  change(entry: LedgerEntry): void;
  remove(id: number): void;
  /** Notes that the school confirmed a promise of an entry as kept, once. @param on `YYYY-MM-DD`. */
  confirm(id: number, promise: Promised, on: string): void;
  putBack(entry: LedgerEntry): void;
  /** Schools of an id, a name or a code, as files may say it too. */
  schoolsNamed(name: string): number[];
  /** Where a school is now, which may have been merged into another; null where it is gone. */
  schoolNow(id: number): number | null;
  schoolName(id: number): string | null;
  collegeOf(id: number): { readonly name: string; readonly schoolId: number } | null;
  /** The college of a school by its normalized name. */
  collegeNamed(schoolId: number, normalized: string): number | null;
  addCollege(schoolId: number, name: string, normalized: string): number;
  readonly audit: AuditLog;
  readonly proposals: ProposalTable;
  write<T>(work: () => T): T;
  read<T>(work: () => T): T;
  close(): void;
}
