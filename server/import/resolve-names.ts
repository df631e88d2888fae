import type { Choice, Names, Unresolved } from '../../domain/records/import-shapes.ts';
import type {
  DirectoryKind,
  ImportOwner,
  ImportStore,
  Named,
  UsedName,
} from '../store/import-ports.ts';
import { normalize } from './normalize.ts';
import { schoolOfOwner } from './owned.ts';
import { rankSuggestions } from './suggest-names.ts';

/** What a name in a file stands for: a stored entry, one to be created, or nothing that is known. */
export type Resolution =
  | { readonly kind: 'known'; readonly id: number }
  | { readonly kind: 'new'; readonly key: string; readonly name: string }
  | { readonly kind: 'unresolved' };

const UNRESOLVED: Resolution = { kind: 'unresolved' };
const MOST_LISTED = 1000;
/** Ranking takes its time, and only the first rows are shown. */
const MOST_ASKED = 100;

/** A spelling of a file that a person said is the same as a stored entry. */
export interface ChosenAlias {
  readonly id: number;
  readonly alias: string;
  readonly normalized: string;
}

export interface NameResolver {
  /** What a name stands for. Counts the names it does not know. */
  resolve(raw: string): Resolution;
  /** The same without counting. */
  peek(raw: string): Resolution;
  /** Names that nobody has decided on, most frequent first, with what they may be. */
  unresolved(): Unresolved[];
  /** The best guess for one of the first names asked for: to show, never to act on. */
  suggestion(raw: string): string | null;
  /** The spellings that a choice settled, in this file. */
  chosenAliases(): ChosenAlias[];
  /** Every name that was asked for and stands for a stored entry, as names are compared. */
  usedNames(): UsedName[];
}

type Index = ReadonlyMap<string, ReadonlySet<number>>;

function indexBy(entries: readonly Named[], keysOf: (entry: Named) => readonly string[]): Index {
  const index = new Map<string, Set<number>>();
  for (const entry of entries) {
    for (const key of keysOf(entry)) {
      const ids = index.get(key);
      if (ids === undefined) index.set(key, new Set([entry.id]));
      else ids.add(entry.id);
    }
  }
  return index;
}

/** Every name of an entry. */
export function namesOf({ name, nameZh, aliases }: Named): string[] {
  return [name, ...(nameZh === null ? [] : [nameZh]), ...aliases];
}

/**
 * Resolves the names of a file: exact name or alias, then the same after normalizing, then a school's code,
 * then what a person has chosen. A name that several entries have stays unresolved.
 * @param choices by the name as the file has it.
 * @param mergedInto where entries that were merged went: a choice made before the merge follows it.
 */
export function nameResolver(
  kind: DirectoryKind,
  entries: readonly Named[],
  choices: Readonly<Record<string, Choice>>,
  mergedInto: ReadonlyMap<number, number> = new Map(),
): NameResolver {
  const exact = indexBy(entries, namesOf);
  const normalized = indexBy(entries, (entry) => namesOf(entry).map(normalize));
  // The code of a major means something only together with its level, which the directory does not have.
  const codes = indexBy(entries, ({ code }) => (kind === 'school' && code !== null ? [code] : []));
  const ids = new Set(entries.map(({ id }) => id));
  const chosen = new Map(
    Object.entries(choices).map(([name, choice]) => [normalize(name), { name, choice }]),
  );
  const known = new Map<string, Resolution>();
  const unknown = new Map<string, { name: string; count: number }>();
  const aliases = new Map<string, ChosenAlias>();
  const asked = new Set<string>();
  const suggestions = rankSuggestions(entries);

  const choose = (raw: string, key: string): Resolution => {
    const made = chosen.get(key);
    if (made === undefined) return UNRESOLVED;
    if (made.choice === 'new') return { kind: 'new', key, name: made.name };
    const id = mergedInto.get(made.choice) ?? made.choice;
    if (!ids.has(id)) return UNRESOLVED;
    aliases.set(raw, { id, alias: raw, normalized: key });
    return { kind: 'known', id };
  };

  const find = (raw: string): Resolution => {
    const key = normalize(raw);
    for (const found of [exact.get(raw), normalized.get(key), codes.get(raw.trim())]) {
      if (found === undefined) continue;
      const [id] = found;
      if (found.size === 1 && id !== undefined) return { kind: 'known', id };
      break;
    }
    return choose(raw, key);
  };

  const peek = (raw: string): Resolution => {
    const resolution = known.get(raw) ?? find(raw);
    known.set(raw, resolution);
    return resolution;
  };

  return {
    peek,
    resolve: (raw) => {
      const resolution = peek(raw);
      if (resolution.kind === 'unresolved') {
        const key = normalize(raw);
        const { name, count } = unknown.get(key) ?? { name: raw, count: 0 };
        unknown.set(key, { name, count: count + 1 });
      }
      return resolution;
    },
    unresolved: () =>
      [...unknown.values()]
        .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
        .slice(0, MOST_LISTED)
        .map(({ name, count }) => ({ name, count, suggestions: suggestions(name) })),
    suggestion: (raw) => {
      if (!asked.has(raw) && asked.size >= MOST_ASKED) return null;
      asked.add(raw);
      return suggestions(raw)[0]?.name ?? null;
    },
    chosenAliases: () => [...aliases.values()],
    usedNames: () =>
      [...known].flatMap(([raw, resolution]) =>
        resolution.kind === 'known' ? [{ id: resolution.id, name: normalize(raw) }] : [],
      ),
  };
}

/**
 * The resolvers of a file whose names a person has settled so far. In a file of somebody of a school no other school
 * has a name: none is recognized, suggested or chosen.
 */
export function nameResolvers(
  store: ImportStore,
  names: Names,
  owner: ImportOwner | null,
): Readonly<Record<DirectoryKind, NameResolver>> {
  const { directory } = store;
  const of = (kind: DirectoryKind, entries: readonly Named[]): NameResolver =>
    nameResolver(kind, entries, names[kind], directory.mergedInto(kind));
  const schools = owner === null ? directory.names('school') : [schoolOfOwner(store, owner)];
  return { school: of('school', schools), major: of('major', directory.names('major')) };
}
