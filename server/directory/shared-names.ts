import type { ListedEntry } from '../store/directory-ports.ts';
import { normalize } from '../import/normalize.ts';
import { namesOf } from '../import/resolve-names.ts';
import type { DirectoryKind } from '../store/import-ports.ts';

/**
 * Everything a file may call an entry by, as names are compared. A major's code is none: it means something only
 * together with its level.
 */
export function keysOf(kind: DirectoryKind, entry: ListedEntry): ReadonlySet<string> {
  const code = kind === 'school' && entry.code !== null ? [entry.code] : [];
  return new Set([...namesOf(entry), ...code].map(normalize));
}

/** Another entry that a name stands for too; null where there is none. */
export function otherOf(
  kind: DirectoryKind,
  entries: readonly ListedEntry[],
  own: readonly number[],
  name: string,
): ListedEntry | null {
  const key = normalize(name);
  return entries.find((entry) => !own.includes(entry.id) && keysOf(kind, entry).has(key)) ?? null;
}
