import type { Day } from '../../domain/dates.ts';
import type {
  FileColumn,
  ImportStatus,
  Mapping,
  Names,
  Reading,
  Result,
  Summary,
} from '../../domain/records/import-shapes.ts';
import type { Kind } from '../../domain/records/kinds.ts';
import type { Refusal } from '../../domain/records/refusals.ts';
import type { HireWriter, IdlessHires } from './hire-ports.ts';

/** An import as stored, from upload to undo. */
/** Whose an import of a dean is: it may speak of that school, or of that college of it, and of nothing else. */
export interface ImportOwner {
  readonly schoolId: number;
  readonly collegeId: number | null;
}

export interface ImportRecord {
  readonly id: number;
  readonly kind: Kind;
  readonly fileName: string;
  /** Name of the stored file within the uploads folder. */
  readonly filePath: string;
  readonly status: ImportStatus;
  readonly createdAt: string;
  readonly createdBy: string | null;
  /** Null for the company's own. */
  readonly owner: ImportOwner | null;
  readonly committedAt: string | null;
  readonly undoneAt: string | null;
  readonly reading: Reading;
  readonly columns: readonly FileColumn[];
  readonly rows: number;
  readonly mapping: Mapping | null;
  readonly names: Names;
  readonly summary: Summary | null;
  readonly result: Result | null;
  readonly asOf: Day | null;
  /** Why the last attempt failed, for the person. */
  readonly error: Refusal | null;
}

/** An import without the account of its check. */
export type ListedImport = Omit<ImportRecord, 'summary'>;

export type NewImport = Pick<
  ImportRecord,
  'kind' | 'fileName' | 'filePath' | 'createdBy' | 'owner' | 'reading' | 'columns' | 'rows'
>;

export type ImportChange = Partial<
  Pick<
    ImportRecord,
    | 'status'
    | 'reading'
    | 'columns'
    | 'rows'
    | 'mapping'
    | 'names'
    | 'summary'
    | 'result'
    | 'asOf'
    | 'error'
  >
>;

/** The list of imports. Every verb is one short transaction. */
export interface ImportLog {
  create(entry: NewImport): number;
  get(id: number): ImportRecord | null;
  /** Latest first, without their accounts, which may be long. */
  list(): ListedImport[];
  change(id: number, change: ImportChange): void;
  /** The same where the import still has this status; answers whether it had. */
  changeIf(id: number, status: ImportStatus, change: ImportChange): boolean;
}

/** A school or a major with every name it is known by. */
export interface Named {
  readonly id: number;
  readonly name: string;
  readonly nameZh: string | null;
  readonly code: string | null;
  readonly aliases: readonly string[];
}

export interface College {
  readonly id: number;
  readonly schoolId: number;
  readonly nameZh: string | null;
  readonly normalized: string;
}

/** Which of the two directories. */
export type DirectoryKind = 'school' | 'major';

/** A row of `schools` or `majors` by column name, without its id. */
export type DirectoryRow = Readonly<Record<string, string | null>>;

/** A Chinese name for a value of a dimension; for `college`, of every college of that name. */
export interface Term {
  readonly dimension: string;
  readonly value: string;
  readonly nameZh: string;
}

/** Schools, majors and colleges. Normalized names are the caller's: the store only keeps and compares them. */
export interface NameDirectory {
  names(kind: DirectoryKind): Named[];
  colleges(): College[];
  /** Entries that are gone because they were merged, and the entry that has their records now. */
  mergedInto(kind: DirectoryKind): ReadonlyMap<number, number>;
  row(kind: DirectoryKind, id: number): DirectoryRow;
  add(kind: DirectoryKind, row: DirectoryRow): number;
  set(kind: DirectoryKind, id: number, row: DirectoryRow): void;
  /** Whether the alias was not there before. */
  addAlias(kind: DirectoryKind, id: number, alias: string, normalized: string): boolean;
  addCollege(schoolId: number, name: string, normalized: string): number;
  /** Sets Chinese names of values and of colleges, as one transaction. */
  setTerms(terms: readonly Term[]): void;
}

/** Kinds whose records are known by columns of theirs. */
export type KeyedKind = 'cohorts' | 'plans' | 'cooperation';

/** A row of one of them by column name, without its id. */
export type KeyedRow = Readonly<Record<string, string | number | null>>;

export type StoredKeyed = KeyedRow & { readonly id: number };

/** How a cohort is divided. */
export interface CohortPart {
  readonly collegeId: number | null;
  readonly degree: string | null;
}

/** Reading and writing single records of the keyed kinds. */
export interface KeyedWriter {
  /** The record with the same key columns as a row. */
  find(kind: KeyedKind, row: KeyedRow): StoredKeyed | null;
  /** How the stored cohorts of the same school, major, year and day as a row are divided. */
  cohortParts(row: KeyedRow): CohortPart[];
  insert(kind: KeyedKind, row: KeyedRow): number;
  update(kind: KeyedKind, id: number, row: KeyedRow): void;
}

/** The tables whose records an import may change. */
export type ChangedEntity = 'hires' | 'schools' | 'majors' | 'colleges' | KeyedKind;

/** The record as it was: its row and the aliases that were added to it; null where it did not exist. */
export interface BeforeImage {
  readonly row: Readonly<Record<string, string | number | null>>;
  readonly addedAliases?: readonly string[];
}

/** A name, as it is compared, and the entry that it stands for. */
export interface UsedName {
  readonly id: number;
  readonly name: string;
}

/** Merges by id with the names of both entries, and the names of entries edited by hand. */
export interface LaterDirectoryChanges {
  readonly merges: readonly { readonly id: number; readonly from: string; readonly into: string }[];
  readonly edited: readonly string[];
}

/** What an import did to the data, so that it can be undone exactly. */
export interface ChangeLog {
  /** The latest as-of of the committed imports of hires; null where there is none. */
  latestAsOf(): Day | null;
  remember(importId: number, entity: ChangedEntity, id: number, before: BeforeImage | null): void;
  /** The same for records that did not exist, by the first and the last of their ids. */
  rememberRange(importId: number, entity: ChangedEntity, first: number, last: number): void;
  /** Notes which names of the file stood for entries of a directory; names as they are compared. */
  rememberNames(importId: number, kind: DirectoryKind, names: readonly UsedName[]): void;
  /** Later committed imports in the way of undoing this one: they changed its records or use its entries. */
  laterImports(importId: number): { id: number; fileName: string }[];
  /** What people did to the directory since, that is in the way: merges of the same records, entries they edited. */
  laterDirectoryChanges(importId: number): LaterDirectoryChanges;
  /** Puts every record back as it was before the import. Within a transaction of the caller. */
  restore(importId: number): void;
  /** The imports table's part of a commit: status, result, as-of, time, and the version where data changed. */
  finishCommit(importId: number, outcome: CommitOutcome): void;
  /** The imports table's part of an undo, and the new version. */
  finishUndo(importId: number): void;
}

export interface CommitOutcome {
  readonly result: Result;
  readonly summary: Summary;
  readonly asOf: Day | null;
  readonly changed: boolean;
}

/** One handle of the database with everything imports need. */
export interface ImportStore {
  readonly log: ImportLog;
  readonly directory: NameDirectory;
  readonly hires: HireWriter;
  readonly idless: IdlessHires;
  readonly keyed: KeyedWriter;
  readonly changes: ChangeLog;
  version(): number;
  /** Makes looking for hires by their ids quick again where a commit left that for later. */
  prepareIdentities(): void;
  /** Begins a transaction that writes. `bulk` says of an import how many hires it will insert at once. */
  begin(bulk?: { readonly importId: number; readonly hires: number }): void;
  commit(): void;
  rollback(): void;
  /** Tidies up after a commit of many hires, once others know of it and before they write anything themselves. */
  foldLongLog(): void;
  /** Does what may wait until others have seen the commit: indexes that nothing hangs on by then, tidying up. */
  settle(): void;
  close(): void;
}
