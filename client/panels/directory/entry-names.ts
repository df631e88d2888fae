import type { Directory } from '../../../domain/directory/directories.ts';
import { ENTRY_USES, type EntryCounts } from '../../../domain/directory/directories.ts';
import type { Language } from '../../../domain/language.ts';
import { foldLetters } from '../../../domain/records/fold-text.ts';
import type { DirectoryEntry } from '../../api/directory.ts';
import { nameIn } from '../../frame/named.ts';

/** An entry under the name that a language says, and its other name where it has one. */
export function entryNames(
  { fields }: Pick<DirectoryEntry, 'fields'>,
  language: Language,
): { readonly name: string; readonly other: string | null } {
  const named = { name: fields['name'] ?? '', nameZh: fields['name_zh'] ?? null };
  const name = nameIn(language, named);
  return { name, other: name === named.name ? named.nameZh : named.name };
}

/** The entries that a search means, by any of their names or their code. */
export function searchEntries(
  entries: readonly DirectoryEntry[],
  search: string,
): readonly DirectoryEntry[] {
  const sought = foldLetters(search);
  if (sought === '') return entries;
  return entries.filter(({ fields, aliases }) =>
    [fields['name'], fields['name_zh'], fields['code'], ...aliases].some((name) =>
      foldLetters(name ?? '').includes(sought),
    ),
  );
}

/** Most hires first, then by name in the order of the language. */
export function orderEntries(
  entries: readonly DirectoryEntry[],
  language: Language,
): readonly DirectoryEntry[] {
  const { compare } = new Intl.Collator(language);
  return entries.toSorted(
    (a, b) =>
      b.counts.hires - a.counts.hires ||
      compare(entryNames(a, language).name, entryNames(b, language).name),
  );
}

/** What entries of each directory are used by, in the order of the table's columns. */
export const USES = {
  schools: ['hires', 'cohorts', 'cooperation', 'colleges'],
  majors: ['hires', 'cohorts', 'plans'],
} as const satisfies Record<Directory, readonly (keyof EntryCounts)[]>;

/** Uses with how many there are, without those of which there is none. */
export function usesOf(counts: EntryCounts): readonly (readonly [keyof EntryCounts, number])[] {
  return ENTRY_USES.flatMap((use) => (counts[use] === 0 ? [] : [[use, counts[use]] as const]));
}
