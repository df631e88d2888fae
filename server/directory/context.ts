import { AppError } from '../../domain/errors.ts';
import type { DirectoryStore, EntryName, ListedEntry } from '../store/directory-ports.ts';
import type { DirectoryKind } from '../store/import-ports.ts';
import { retryWhileBusy } from '../store/sqlite/retry.ts';
import type { KnownPairs } from './possible-duplicates.ts';

/** What the verbs of keeping the directory share. */
export interface DirectoryContext {
  readonly store: DirectoryStore;
  readonly knownPairs: KnownPairs;
}

/** Words for the two kinds of entries. */
export const ENTRY_WORDS = {
  school: { en: 'school', zh: '学校' },
  major: { en: 'major', zh: '专业' },
} as const;

/** An entry among those of its directory. Throws `not_found`. */
export function entryOf(
  entries: readonly ListedEntry[],
  kind: DirectoryKind,
  id: number,
): ListedEntry {
  const entry = entries.find((one) => one.id === id);
  if (entry !== undefined) return entry;
  throw new AppError('not_found', {
    en: `There is no ${ENTRY_WORDS[kind].en} with the id ${id}. It may have been merged into another.`,
    zh: `没有编号为 ${id} 的${ENTRY_WORDS[kind].zh}，可能已并入其他${ENTRY_WORDS[kind].zh}。`,
  });
}

/** The name of an entry in Chinese, where it has one. */
export function chineseName({ name, nameZh }: EntryName): string {
  return nameZh ?? name;
}

/** Writes in one transaction, waiting for other writers. */
export function writeTo<T>({ store }: DirectoryContext, work: () => T): Promise<T> {
  return retryWhileBusy(() => store.write(work));
}
