import { setImmediate } from 'node:timers/promises';
import { normalize } from '../import/normalize.ts';
import { namesOf } from '../import/resolve-names.ts';
import { score } from '../import/suggest-names.ts';
import type { DifferentPair, EntryName, ListedEntry } from '../store/directory-ports.ts';
import type { DirectoryKind } from '../store/import-ports.ts';
import { entryOf, writeTo, type DirectoryContext } from './context.ts';

/** Below this two names are too far apart to bother anybody: 北方大学 and 南方大学 are at 0.75. */
const LEAST_SCORE = 0.8;
const MOST = 20;

/** Two entries that may be one, with how near their nearest names are. For people to look at, never to act on. */
export interface PossibleDuplicate {
  readonly first: EntryName;
  readonly second: EntryName;
  readonly score: number;
}

interface Spelled {
  readonly entry: ListedEntry;
  readonly keys: readonly string[];
}

/** The near pairs of each directory, as of a version of the data. */
export type KnownPairs = Map<
  DirectoryKind,
  { readonly version: number; readonly pairs: Promise<readonly PossibleDuplicate[]> }
>;

/**
 * Ranks pairs of entries by how near their names are, nearest first; without the pairs that a person said are
 * different. Takes its time on a large directory, once for each version of the data.
 */
export async function possibleDuplicates(
  { store, knownPairs }: DirectoryContext,
  kind: DirectoryKind,
): Promise<PossibleDuplicate[]> {
  const { version, entries } = store.read(() => ({
    version: store.version(),
    entries: store.entries(kind),
  }));
  const known = knownPairs.get(kind);
  const pairs = known?.version === version ? known.pairs : nearPairs(entries);
  knownPairs.set(kind, { version, pairs });
  const near = await pairs;
  const different = new Set(store.differentPairs(kind).map(keyOf));
  return near
    .filter(({ first, second }) => !different.has(keyOf(pairOf(first, second))))
    .slice(0, MOST);
}

/** Every pair that is near enough. Lets others work in between. */
async function nearPairs(entries: readonly ListedEntry[]): Promise<PossibleDuplicate[]> {
  const spelled = entries.map((entry) => ({ entry, keys: namesOf(entry).map(normalize) }));
  const found: PossibleDuplicate[] = [];
  for (const [index, one] of spelled.entries()) {
    for (const other of spelled.slice(index + 1)) {
      const near = nearest(one, other);
      if (near < LEAST_SCORE) continue;
      found.push({ first: nameOf(one.entry), second: nameOf(other.entry), score: near });
    }
    await setImmediate();
  }
  return found.toSorted(
    (a, b) => b.score - a.score || a.first.id - b.first.id || a.second.id - b.second.id,
  );
}

/** Remembers that two entries are different. Throws AppError `not_found`. */
export function keepApart(
  context: DirectoryContext,
  kind: DirectoryKind,
  first: number,
  second: number,
): Promise<void> {
  const { store } = context;
  return writeTo(context, () => {
    const entries = store.entries(kind);
    const pair = pairOf(entryOf(entries, kind, first), entryOf(entries, kind, second));
    store.addDifferentPair(kind, pair);
  });
}

const nameOf = ({ id, name, nameZh }: EntryName): EntryName => ({ id, name, nameZh });

const keyOf = ({ first, second }: DifferentPair): string => `${first}\n${second}`;

/** By their names: an entry under a new name is another question. */
function pairOf(one: EntryName, other: EntryName): DifferentPair {
  const [first = '', second = ''] = [normalize(one.name), normalize(other.name)].toSorted();
  return { first, second };
}

function nearest(one: Spelled, other: Spelled): number {
  let best = 0;
  for (const a of one.keys) {
    for (const b of other.keys) {
      const [short, long] = a.length < b.length ? [a, b] : [b, a];
      // Names of so different lengths cannot be near.
      if (short.length >= long.length * LEAST_SCORE) best = Math.max(best, score(a, b));
    }
  }
  return best;
}
