import type { BulkRows, HireRow, StoredHire } from '../store/hire-ports.ts';
import type {
  DirectoryKind,
  DirectoryRow,
  ImportStore,
  KeyedKind,
  KeyedRow,
  StoredKeyed,
} from '../store/import-ports.ts';
import type { CollegeResolution } from './colleges.ts';
import { normalize } from './normalize.ts';
import type { ChosenAlias, Resolution } from './resolve-names.ts';

/** Where the entries that an import creates come into being; nothing does while validating. */
export interface Effects {
  /** The id behind a resolution; creates the entry where it is new. */
  entry(kind: DirectoryKind, resolution: Resolution): number;
  college(schoolId: number, college: CollegeResolution): number;
  insertHire(row: HireRow): void;
  /** Inserts many rows at once; they are asked for only where something is to be stored. */
  insertHires(rows: () => BulkRows): void;
  updateHire(before: StoredHire, row: HireRow): void;
  /** Takes away a hire of an earlier file without ids. */
  removeHire(id: number): void;
  insertKeyed(kind: KeyedKind, row: KeyedRow): void;
  updateKeyed(kind: KeyedKind, before: StoredKeyed, row: KeyedRow): void;
  addEntry(kind: DirectoryKind, row: DirectoryRow, aliases: readonly string[]): void;
  setEntry(kind: DirectoryKind, id: number, row: DirectoryRow, aliases: readonly string[]): void;
  /** Remembers what a person said; such an alias outlives an undo. */
  keepAliases(kind: DirectoryKind, aliases: readonly ChosenAlias[]): void;
}

/** Stands for an id that does not exist yet. */
const NO_ID = 0;

/** The effects of validating: none. */
export const NO_EFFECTS: Effects = {
  entry: (_, resolution) => (resolution.kind === 'known' ? resolution.id : NO_ID),
  college: (_, college) => (college.kind === 'known' ? college.id : NO_ID),
  insertHire: () => {},
  insertHires: () => {},
  updateHire: () => {},
  removeHire: () => {},
  insertKeyed: () => {},
  updateKeyed: () => {},
  addEntry: () => {},
  setEntry: () => {},
  keepAliases: () => {},
};

export interface Created {
  schools: number;
  majors: number;
  colleges: number;
}

const TABLE = { school: 'schools', major: 'majors' } as const;

/** The effects of committing: every change is written, and remembered as it was before. */
export function storeEffects(store: ImportStore, importId: number) {
  const { directory, hires, idless, keyed, changes } = store;
  const created: Created = { schools: 0, majors: 0, colleges: 0 };
  const made = new Map<string, number>();
  let changed = false;

  const createOnce = (key: string, counted: keyof Created, create: () => number): number => {
    const before = made.get(key);
    if (before !== undefined) return before;
    const id = create();
    made.set(key, id);
    changes.remember(importId, counted, id, null);
    created[counted] += 1;
    changed = true;
    return id;
  };

  const addAliases = (kind: DirectoryKind, id: number, aliases: readonly string[]): string[] =>
    aliases
      .map((alias) => [alias, normalize(alias)] as const)
      .flatMap(([alias, key]) => (directory.addAlias(kind, id, alias, key) ? [key] : []));

  const effects: Effects = {
    entry: (kind, resolution) => {
      if (resolution.kind === 'known') return resolution.id;
      if (resolution.kind === 'unresolved') throw new RangeError('An unresolved name has no id');
      const { key, name } = resolution;
      return createOnce(`${kind} ${key}`, TABLE[kind], () => directory.add(kind, { name }));
    },
    college: (schoolId, college) => {
      if (college.kind === 'known') return college.id;
      const { key, name } = college;
      return createOnce(`college ${schoolId} ${key}`, 'colleges', () =>
        directory.addCollege(schoolId, name, key),
      );
    },
    insertHire: (row) => {
      changes.remember(importId, 'hires', hires.insert(row), null);
      changed = true;
    },
    insertHires: (rows) => {
      const range = hires.bulk(rows());
      if (range === null) return;
      changes.rememberRange(importId, 'hires', range.first, range.last);
      changed = true;
    },
    updateHire: ({ id, ...before }, row) => {
      changes.remember(importId, 'hires', id, { row: before });
      hires.update(id, row);
      changed = true;
    },
    removeHire: (hireId) => {
      const { id, ...before } = idless.take(hireId);
      changes.remember(importId, 'hires', id, { row: before });
      changed = true;
    },
    insertKeyed: (kind, row) => {
      changes.remember(importId, kind, keyed.insert(kind, row), null);
      changed = true;
    },
    updateKeyed: (kind, { id, ...before }, row) => {
      changes.remember(importId, kind, id, { row: before });
      keyed.update(kind, id, row);
      changed = true;
    },
    addEntry: (kind, row, aliases) => {
      const id = directory.add(kind, row);
      addAliases(kind, id, aliases);
      changes.remember(importId, TABLE[kind], id, null);
      changed = true;
    },
    setEntry: (kind, id, row, aliases) => {
      const before = directory.row(kind, id);
      directory.set(kind, id, { ...before, ...row });
      const addedAliases = addAliases(kind, id, aliases);
      changes.remember(importId, TABLE[kind], id, { row: before, addedAliases });
      changed = true;
    },
    keepAliases: (kind, aliases) => {
      for (const { id, alias, normalized } of aliases) {
        if (directory.addAlias(kind, id, alias, normalized)) changed = true;
      }
    },
  };
  return { effects, created, hasChanged: () => changed };
}
