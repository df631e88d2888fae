import type { ListedEntry, MergeRecord } from '../store/directory-ports.ts';
import type { DirectoryKind } from '../store/import-ports.ts';
import { openDirectoryStore } from '../store/sqlite/directory-store.ts';
import type { DirectoryContext } from './context.ts';
import { addAlias, removeAlias } from './edit-aliases.ts';
import { editEntry } from './edit-entry.ts';
import { mergeEntries, previewMerge } from './merge-entries.ts';
import type { MergePreview, MergeWish } from './plan-merge.ts';
import { keepApart, possibleDuplicates, type PossibleDuplicate } from './possible-duplicates.ts';
import { undoMerge } from './undo-merge.ts';

/**
 * Keeping the directory of schools and majors. Every verb throws an AppError for what a person can mend. `by` is who
 * does it; null while nobody signs in.
 */
export interface DirectoryKeeping {
  /** By id. */
  entries(kind: DirectoryKind): ListedEntry[];
  edit(
    kind: DirectoryKind,
    id: number,
    change: Readonly<Record<string, string | null>>,
  ): Promise<ListedEntry>;
  addAlias(kind: DirectoryKind, id: number, alias: string): Promise<ListedEntry>;
  removeAlias(kind: DirectoryKind, id: number, alias: string): Promise<ListedEntry>;
  /** Pairs that may be one, nearest first. */
  possibleDuplicates(kind: DirectoryKind): Promise<readonly PossibleDuplicate[]>;
  keepApart(kind: DirectoryKind, first: number, second: number): Promise<void>;
  previewMerge(wish: MergeWish): MergePreview;
  merge(wish: MergeWish, by: string | null): Promise<MergeRecord>;
  /** Latest first, undone ones too. */
  merges(): MergeRecord[];
  undoMerge(id: number, by: string | null): Promise<MergeRecord>;
  close(): void;
}

/** Opens keeping the directory on an existing database of the current schema. */
export function openDirectory(databasePath: string): DirectoryKeeping {
  const store = openDirectoryStore(databasePath);
  const context: DirectoryContext = { store, knownPairs: new Map() };
  return {
    entries: (kind) => store.read(() => store.entries(kind)),
    edit: (kind, id, change) => editEntry(context, kind, id, change),
    addAlias: (kind, id, alias) => addAlias(context, kind, id, alias),
    removeAlias: (kind, id, alias) => removeAlias(context, kind, id, alias),
    possibleDuplicates: (kind) => possibleDuplicates(context, kind),
    keepApart: (kind, first, second) => keepApart(context, kind, first, second),
    previewMerge: (wish) => previewMerge(context, wish),
    merge: (wish, by) => mergeEntries(context, wish, by),
    merges: () => store.merges.list(),
    undoMerge: (id, by) => undoMerge(context, id, by),
    close: () => store.close(),
  };
}
