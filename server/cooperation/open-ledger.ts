import { datesOf, dueOf, type DueItem, type DueLists } from '../../domain/cooperation/due.ts';
import type { LedgerEntry } from '../../domain/cooperation/entry.ts';
import type { VisitProposal } from '../../domain/cooperation/proposal.ts';
import type { Day } from '../../domain/dates.ts';
import type { Actor } from '../store/audit-ports.ts';
import type {
  DeletedEntry,
  LedgerFilters,
  LedgerPage,
  LedgerQuery,
  LedgerReader,
  LedgerStore,
} from '../store/ledger-ports.ts';
import { NO_FILTERS } from '../store/ledger-ports.ts';
import { openLedgerStore } from '../store/sqlite/ledger-store.ts';
import { addEntry } from './add-entry.ts';
import {
  acceptProposal,
  declineProposal,
  type AcceptedVisit,
  type Answer,
} from './answer-proposal.ts';
import { changeEntry, type EntryInput } from './change-entry.ts';
import { confirmPromise, type NamedPromise } from './confirm-promise.ts';
import { entryFor, type Expected, type Outcome } from './context.ts';
import { proposalsFor, type ProposalOutcome } from './proposals.ts';
import { proposeVisit, withdrawProposal, type ProposalInput } from './propose-visit.ts';
import type { Given } from './read-fields.ts';
import { removeEntry, restoreEntry } from './remove-entry.ts';

/** The ledger of cooperation. Every verb that reads takes who reads, and throws an AppError for what one can mend. */
export interface Ledger {
  list(query: LedgerQuery, reader: LedgerReader): LedgerPage;
  /** All of a selection, by id. */
  all(filters: LedgerFilters, reader: LedgerReader): LedgerEntry[];
  get(id: number, reader: LedgerReader): LedgerEntry;
  add(input: EntryInput, by: Actor | null): Promise<LedgerEntry>;
  change(
    reader: LedgerReader,
    change: {
      readonly id: number;
      readonly expected: Expected;
      readonly input: EntryInput;
      readonly by: Actor | null;
    },
  ): Promise<Outcome>;
  remove(
    reader: LedgerReader,
    removal: { readonly id: number; readonly expected: Expected; readonly by: Actor | null },
  ): Promise<Outcome>;
  restore(id: number, by: Actor | null): Promise<LedgerEntry>;
  /** Latest first. */
  deleted(): DeletedEntry[];
  /** What ends, what is overdue and what comes, looked at on a day. */
  due(filters: LedgerFilters, on: Day, days: number, reader: LedgerReader): DueLists;
  /** Every open date of a selection, the earliest first. */
  dates(filters: LedgerFilters, reader: LedgerReader): DueItem[];
  /** Notes that the school confirms a promise as kept. */
  confirm(
    reader: LedgerReader,
    confirmation: {
      readonly id: number;
      readonly expected: Expected;
      readonly promise: NamedPromise;
      readonly by: Actor;
    },
  ): Promise<Outcome>;
  /** The visits that schools propose: open ones first, then the latest first. */
  proposals(reader: LedgerReader): VisitProposal[];
  propose(reader: LedgerReader, input: ProposalInput, by: Actor): Promise<VisitProposal>;
  withdraw(reader: LedgerReader, withdrawal: Answer): Promise<ProposalOutcome>;
  accept(
    reader: LedgerReader,
    acceptance: Answer & { readonly visit: AcceptedVisit },
  ): Promise<ProposalOutcome>;
  decline(
    reader: LedgerReader,
    refusal: Answer & { readonly reason: Given },
  ): Promise<ProposalOutcome>;
  close(): void;
}

/**
 * All entries of the schools, from which dates follow (a later visit settles the date of an earlier one), and which of
 * those dates belong to a selection: contacts only where nothing but schools is selected, and never for a school, which
 * does not see every visit.
 */
function selectionOf(store: LedgerStore, filters: LedgerFilters, reader: LedgerReader) {
  return store.read(() => {
    const whole = store.all({ ...NO_FILTERS, schools: filters.schools }, reader);
    const selected = new Set(store.all(filters, reader).map(({ id }) => id));
    const isWhole = selected.size === whole.length && reader.scope.kind === 'all';
    const belongs = ({ entry }: DueItem) => (entry === null ? isWhole : selected.has(entry.id));
    return { whole, belongs };
  });
}

/** Opens the ledger of an existing database of the current schema. */
export function openLedger(databasePath: string): Ledger {
  const store = openLedgerStore(databasePath);
  return {
    list: (query, reader) => store.read(() => store.list(query, reader)),
    all: (filters, reader) => store.all(filters, reader),
    get: (id, reader) => entryFor(store, id, reader),
    add: (input, by) => addEntry(store, input, by),
    change: (reader, change) => changeEntry(store, reader, change),
    remove: (reader, removal) => removeEntry(store, reader, removal),
    restore: (id, by) => restoreEntry(store, id, by),
    deleted: () => store.deleted(),
    due: (filters, on, days, reader) => {
      const { whole, belongs } = selectionOf(store, filters, reader);
      const { ends, overdue, coming } = dueOf(whole, on, days);
      return {
        ends: ends.filter(belongs),
        overdue: overdue.filter(belongs),
        coming: coming.filter(belongs),
      };
    },
    dates: (filters, reader) => {
      const { whole, belongs } = selectionOf(store, filters, reader);
      return datesOf(whole).filter(belongs);
    },
    confirm: (reader, confirmation) => confirmPromise(store, reader, confirmation),
    proposals: (reader) => store.read(() => proposalsFor(store, reader)),
    propose: (reader, input, by) => proposeVisit(store, reader, input, by),
    withdraw: (reader, withdrawal) => withdrawProposal(store, reader, withdrawal),
    accept: (reader, acceptance) => acceptProposal(store, reader, acceptance),
    decline: (reader, refusal) => declineProposal(store, reader, refusal),
    close: () => store.close(),
  };
}
