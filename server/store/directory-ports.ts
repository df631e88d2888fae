import type { EntryCounts } from '../../domain/directory/directories.ts';
import type { DirectoryKind, DirectoryRow, KeyedKind, Named, StoredKeyed } from './import-ports.ts';

/** A college as its school's entry lists it. */
export interface ListedCollege {
  readonly id: number;
  readonly name: string;
  readonly nameZh: string | null;
}

/** A school or a major with its fields, every name it is known by, and what uses it. */
export interface ListedEntry extends Named {
  /** Its columns by name. */
  readonly fields: DirectoryRow;
  readonly counts: EntryCounts;
  readonly colleges: readonly ListedCollege[];
}

/** What merges tell of an entry, also of one that is gone. */
export interface EntryName {
  readonly id: number;
  readonly name: string;
  readonly nameZh: string | null;
}

/** A merge as the history has it. */
export interface MergeRecord {
  readonly id: number;
  readonly kind: DirectoryKind;
  /** The entry that is gone, and the one that has its records; under the names they had then. */
  readonly from: EntryName;
  readonly into: EntryName;
  /** What moved, by table; colleges, too. */
  readonly moved: EntryCounts;
  /** Names that `into` was not known by before. */
  readonly aliases: readonly string[];
  /** The data's version after the merge. */
  readonly version: number;
  readonly mergedAt: string;
  /** Null while nobody signs in. */
  readonly mergedBy: string | null;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
}

/** A record of one of the keyed kinds. */
export interface KeyedId {
  readonly kind: KeyedKind;
  readonly id: number;
}

/** Everything that a merge is to do; made and checked in the same transaction. */
export interface MergePlan {
  readonly kind: DirectoryKind;
  readonly from: EntryName;
  readonly into: EntryName;
  /** Every name of `from` as names are compared. */
  readonly names: readonly string[];
  /** Names that `into` gets. */
  readonly aliases: readonly { readonly alias: string; readonly normalized: string }[];
  /** Blank columns of `into` that get the value of `from`. */
  readonly filled: DirectoryRow;
  /** Records that the other entry counts too: they are left out. */
  readonly removed: readonly KeyedId[];
  readonly by: string | null;
}

/** Something that stands in the way of undoing a merge. */
export type Obstacle =
  | { readonly what: 'import'; readonly id: number; readonly fileName: string }
  | { readonly what: 'merge'; readonly id: number; readonly from: string; readonly into: string }
  | { readonly what: 'record'; readonly title: string }
  | { readonly what: 'name'; readonly name: string };

/** A college of one school and the college of another with the same name. */
export interface CollegeTwins {
  readonly from: number;
  readonly into: number;
}

/** Merging entries. `merge` and `undo` belong into a transaction of the caller. */
export interface MergeStore {
  /** Latest first. */
  list(): MergeRecord[];
  get(id: number): MergeRecord | null;
  /** Colleges of two schools that have the same name as names are compared. */
  collegeTwins(from: number, into: number): CollegeTwins[];
  /** Every record of a keyed kind that names an entry. */
  records(kind: KeyedKind, directory: DirectoryKind, id: number): StoredKeyed[];
  /** Does it all, with a new version of the data, and answers the merge's id. */
  merge(plan: MergePlan): number;
  /** What later touched what the merge did, so that it cannot be undone exactly. */
  obstacles(merge: MergeRecord): Obstacle[];
  /** Puts every record back. */
  undo(merge: MergeRecord, by: string | null): void;
}

/** Two entries that a person said are different, by their names as names are compared, in their order. */
export interface DifferentPair {
  readonly first: string;
  readonly second: string;
}

/** The directory as people keep it. Verbs that write belong into a transaction of the caller. */
export interface DirectoryStore {
  readonly merges: MergeStore;
  /** By id. */
  entries(kind: DirectoryKind): ListedEntry[];
  /** Sets columns of an entry, with a new version of the data. */
  edit(kind: DirectoryKind, id: number, columns: DirectoryRow): void;
  /** With a new version of the data where the alias was not there before. */
  addAlias(kind: DirectoryKind, id: number, alias: string, normalized: string): void;
  /** Whether the alias was there; then with a new version of the data. */
  removeAlias(kind: DirectoryKind, id: number, normalized: string): boolean;
  differentPairs(kind: DirectoryKind): DifferentPair[];
  addDifferentPair(kind: DirectoryKind, pair: DifferentPair): void;
  version(): number;
  /** Runs a write as one transaction, which an exception leaves without effect. */
  write<T>(work: () => T): T;
  /** Runs several reads of one state of the data. */
  read<T>(work: () => T): T;
  close(): void;
}
