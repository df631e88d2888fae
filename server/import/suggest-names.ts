import { distance } from 'fastest-levenshtein';
import type { Unresolved } from '../../domain/records/import-shapes.ts';
import type { Named } from '../store/import-ports.ts';
import { normalize } from './normalize.ts';

const MOST = 5;
/** Below this two names have nothing to do with one another. */
const LEAST_SCORE = 0.3;

/**
 * Ranks the entries of a directory by how near one of their names is to a text: 1 is the same, 0 nothing in
 * common. For people to look at; no score tells a variant from another school.
 */
export function rankSuggestions(
  entries: readonly Named[],
): (name: string) => Unresolved['suggestions'] {
  const remembered = new Map<string, Unresolved['suggestions']>();
  let spellings: { entry: Named; keys: string[] }[] | null = null;
  return (name) => {
    const key = normalize(name);
    const before = remembered.get(key);
    if (before !== undefined) return before;
    spellings ??= entries.map((entry) => ({ entry, keys: keysOf(entry) }));
    const ranked = spellings
      .map(({ entry, keys }) => ({
        id: entry.id,
        name: entry.name,
        score: keys.reduce((best, other) => Math.max(best, score(key, other)), 0),
      }))
      .filter((suggestion) => suggestion.score >= LEAST_SCORE)
      .toSorted((a, b) => b.score - a.score || a.id - b.id)
      .slice(0, MOST);
    remembered.set(key, ranked);
    return ranked;
  };
}

function keysOf({ name, nameZh, code, aliases }: Named): string[] {
  const names = [name, ...aliases, ...(nameZh === null ? [] : [nameZh])];
  return [...names, ...(code === null ? [] : [code])].map(normalize);
}

/** How near two normalized names are: 1 is the same, 0 nothing in common. */
export function score(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 0 : Math.round((1 - distance(a, b) / longest) * 100) / 100;
}
